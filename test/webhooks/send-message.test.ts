import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { checkWebhookUrl, parseNetworks } from '../../src/webhooks/check-webhook-url.ts'
import { createSendMessage } from '../../src/webhooks/send-message.ts'
import { makeWebhookSecret, signMessage } from '../../src/webhooks/sign-message.ts'
import { openReceiver, type Receiver } from './open-receiver.ts'

const secret = makeWebhookSecret()
const delivery = {
  id: 'evt_20261123-0001_3_city-management',
  type: 'ticket.dispatched',
  at: new Date('2026-11-23T04:00:00Z'),
  sequence: 7,
  data: '{"path":"/departments/v1/tickets/20261123-0001","说":"“路灯”"}',
} as const

let receiver: Receiver
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.down())

/** The library checks that a message is fresh, so these are signed now. */
const now = () => new Date()
const send = (url = receiver.url, networks = ['127.0.0.0/8'], timeout = 5000) =>
  createSendMessage({ networks, timeout })({ url, secret }, delivery, now())

describe('a message to a system', () => {
  it('is known as ours by any receiver that keeps to Standard Webhooks', async () => {
    expect(await send()).toEqual({ status: 204, error: null, retryAfter: null })
    const { headers, body } = receiver.received[0] ?? { headers: {}, body: '' }
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'ticket.dispatched',
      timestamp: '2026-11-23T04:00:00.000Z',
      sequence: 7,
      data: { path: '/departments/v1/tickets/20261123-0001', 说: '“路灯”' },
    })
    expect(headers['webhook-id']).toBe(delivery.id)
    expect(() => new Webhook(secret).verify(body.replace('7', '8'), headers)).toThrow()
    expect(() => new Webhook(makeWebhookSecret()).verify(body, headers)).toThrow()
  })

  it('carries the signature that the specification works out', () => {
    const at = new Date(1_614_265_330_000)
    const given = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body: '{"test": 2432232314}' }
    expect(signMessage('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', given)['webhook-signature']).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('does not follow a redirect, and reports what was answered', async () => {
    receiver.answer = { status: 302, headers: { location: receiver.url } }
    expect(await send()).toEqual({ status: 302, error: 'HTTP 302', retryAfter: null })
    expect(receiver.received).toHaveLength(1)
    receiver.answer = { status: 503, headers: { 'retry-after': '120' } }
    expect(await send()).toEqual({ status: 503, error: 'HTTP 503', retryAfter: 120 })
    receiver.answer = { status: 503, headers: { 'retry-after': '999999999' } }
    expect((await send()).retryAfter).toBe(86_400)
  })

  it('is given up for now where nobody answers in time, or nobody is there', async () => {
    receiver.answer = { status: 200, silent: true }
    expect(await send(receiver.url, ['127.0.0.1'], 100)).toEqual({ status: null, error: 'timeout', retryAfter: null })
    await receiver.down()
    expect(await send()).toMatchObject({ status: null, error: 'ECONNREFUSED' })
  })

  it('goes to no address inside, whatever name leads there, unless its network is named', async () => {
    const port = new URL(receiver.url).port
    for (const url of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`])
      expect(await send(url, [])).toEqual({ status: null, error: 'address not allowed', retryAfter: null })
    for (const url of [
      'https://10.1.2.3/',
      'https://169.254.169.254/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
    ])
      expect(await send(url, ['127.0.0.1'])).toMatchObject({ status: null, error: 'address not allowed' })
    expect(receiver.received).toEqual([])
    expect(await send(`http://localhost:${port}/`)).toMatchObject({ status: 204 })
  })
})

describe('the address of a system', () => {
  it.each([
    ['https://systems.example/tickets', null],
    ['http://10.20.1.2:8080/tickets', null],
    ['http://[fd00::1]/tickets', null],
    ['http://localhost:3000/', 'plain'],
    ['http://10.21.1.2/tickets', 'plain'],
    ['http://systems.example/tickets', 'plain'],
    ['https://user:word@systems.example/', 'credentials'],
    ['ftp://systems.example/', 'malformed'],
    ['systems.example', 'malformed'],
  ])('%s: %s', (url, fault) => {
    expect(checkWebhookUrl(url, ['10.20.0.0/16', 'fd00::/8'])).toBe(fault)
  })

  it('lies in networks that can be read', () => {
    for (const wrong of ['10.20.0.0/', '10.20/16', 'systems.example', '10.0.0.0/99'])
      expect(() => parseNetworks([wrong]), wrong).toThrow(RangeError)
  })
})
