import { connect } from 'node:net'
import { createServer as createHttpServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Registry } from 'prom-client'
import { createWebChannel } from '../../channels/web/create-web-channel.ts'
import { createServer } from '../../src/server/create-server.ts'
import { describeApi } from '../../src/server/describe-api.ts'
import { makeJpeg } from '../attachments/make-pictures.ts'
import { clock, openHouse, speak, type House } from '../channels/open-house.ts'
import { scriptedSteps } from '../channels/scripted-steps.ts'

const channel = () =>
  createWebChannel({ speak, clock, region: null, allowedOrigins: [], messagesPerMinute: 20, patience: 2000 })
let http: Server
let house: House
let base: string
const logged: string[] = []

async function serve(requestsPerMinute = 1000) {
  const web = channel()
  house = await openHouse({ channel: web, steps: scriptedSteps })
  const app = createServer({
    channels: [web],
    home: '/web/',
    log: (_, event, facts) => logged.push(JSON.stringify([event, facts])),
    speak,
    metrics: new Registry(),
    ready: () => true,
    api: describeApi({ version: '1.0.0', routes: web.api }),
    requestsPerMinute,
    trustProxy: 0,
  })
  http = createHttpServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  const address = http.address()
  base = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
}
beforeEach(() => serve())
afterEach(async () => {
  await house.close()
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
})

const json = { 'content-type': 'application/json' }
const open = async () => {
  const response = await fetch(`${base}/web/conversations`, { method: 'POST', headers: json, body: '{}' })
  return (await response.json()) as { conversation: string; token: string }
}

describe('the host', () => {
  it('serves a channel under its name over real HTTP, streams included', async () => {
    const { conversation, token } = await open()
    const headers = { ...json, authorization: `Bearer ${token}` }
    const own = `${base}/web/conversations/${conversation}`
    const leave = new AbortController()
    const events = await fetch(`${own}/events`, { headers, signal: leave.signal })
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    const body = JSON.stringify({ id: 'message-1', text: '居住证多久能拿到？' })
    expect((await fetch(`${own}/messages`, { method: 'POST', headers, body })).status).toBe(202)
    let heard = ''
    const reader = (events.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
    while (!heard.includes('event: reply')) heard += (await reader.read()).value ?? ''
    expect(heard).toContain('居住证自受理之日起15日内制发。')
    leave.abort()
  })

  it('takes files and gives them out again over real HTTP, and refuses one that is too large while it is sent', async () => {
    const { conversation, token } = await open()
    const headers = { authorization: `Bearer ${token}` }
    const own = `${base}/web/conversations/${conversation}/attachments`
    const post = (body: BodyInit) => fetch(`${own}?name=a.jpg`, { method: 'POST', headers, body })
    const taken = await post(new Uint8Array(makeJpeg()))
    expect(taken.status).toBe(201)
    const { id } = (await taken.json()) as { id: string }
    const given = await fetch(`${own}/${id}`, { headers })
    expect(Buffer.from(await given.arrayBuffer())).toEqual(makeJpeg({ noted: false }))
    expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    const large = await post(new Uint8Array(5 * 2 ** 20))
    expect([large.status, await large.json()]).toEqual([413, { error: 'file-too-large', message: expect.any(String) }])
    expect((await fetch(`${own}/${id}`, { method: 'HEAD', headers })).status).toBe(200)
  })

  it('lets go of a stream whose reader has gone', async () => {
    const { conversation, token } = await open()
    const leave = new AbortController()
    const headers = { authorization: `Bearer ${token}` }
    for (let round = 0; round < 10; round += 1) {
      const response = await fetch(`${base}/web/conversations/${conversation}/events`, {
        headers,
        signal: leave.signal,
      })
      if (response.status === 429) break
      await response.body?.cancel()
    }
    const again = () => fetch(`${base}/web/conversations/${conversation}/events`, { headers, signal: leave.signal })
    await expect.poll(async () => (await again().then(async (r) => (await r.body?.cancel(), r))).status).toBe(200)
    leave.abort()
  })

  it('allows nothing inline and nothing from elsewhere', async () => {
    const policy = (await fetch(`${base}/web/`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toContain('unsafe')
  })

  it('leads from the root to the portal, in either language', async () => {
    const root = await fetch(base, { redirect: 'manual' })
    expect([root.status, root.headers.get('location')]).toEqual([302, '/web/'])
    const english = await (await fetch(`${base}/web/?language=en`)).text()
    expect(english).toContain('<html lang="en">')
    expect(english).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/u)
  })

  it('says in words what it does not find', async () => {
    const missing = await fetch(`${base}/nowhere`, { headers: { 'accept-language': 'en' } })
    expect([missing.status, await missing.json()]).toEqual([
      404,
      { error: 'not-found', message: 'Not found, or not yours to see.' },
    ])
  })

  it('hides a fault behind words and logs its name without the text of the request', async () => {
    house.reception.open = () => Promise.reject(new TypeError('secret inside'))
    const failed = await fetch(`${base}/web/conversations`, { method: 'POST', headers: json, body: '{}' })
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain('secret')
    expect(logged.join()).toContain('TypeError')
    expect(logged.join()).not.toContain('secret')
  })

  it('answers a caller that names no host, and refuses one that names an impossible one', async () => {
    const say = (lines: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(`${lines}\r\n\r\n`))
        let heard = ''
        socket.on('data', (chunk) => (heard += chunk.toString())).on('close', () => resolve(heard))
      })
    expect(await say('GET /web/start HTTP/1.0')).toMatch(/^HTTP\/1\.1 200 /u)
    expect(await say('GET /web/start HTTP/1.1\r\nHost: a b\r\nConnection: close')).toMatch(/^HTTP\/1\.1 400 /u)
  })

  it('answers probes whatever the load, and readiness on its own', async () => {
    expect(await (await fetch(`${base}/healthz`)).text()).toBe('ok')
    expect((await fetch(`${base}/readyz`)).status).toBe(200)
    expect((await fetch(`${base}/metrics`)).status).toBe(200)
  })
})

describe('the limit of an address', () => {
  it('turns more requests away with the seconds to wait, but no probe', async () => {
    await house.close()
    http.closeAllConnections()
    http.close()
    await serve(2)
    const statuses = []
    for (let round = 0; round < 3; round += 1) statuses.push((await fetch(`${base}/web/start`)).status)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await fetch(`${base}/web/start`)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ error: 'too-many-requests' })
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
  })
})

describe('the OpenAPI document', () => {
  it('names every route that is served, and only such', async () => {
    const api = (await (await fetch(`${base}/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }
    expect(api.openapi).toBe('3.1.0')
    const named = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(named).toContain('post /web/conversations/{id}/messages')
    expect(new Set(named).size).toBe(named.length)
    for (const { method, path } of channel().api) expect(named).toContain(`${method} ${path}`)
    for (const route of named) {
      const [method = '', path = ''] = route.split(' ')
      const response = await fetch(base + path.replaceAll(/\{\w+\}/gu, 'x'), { method: method.toUpperCase() })
      await response.body?.cancel()
      expect([route, response.status]).not.toEqual([route, 405])
      if (!path.includes('{') && path !== '/web/documents')
        expect([route, response.status]).not.toEqual([route, 404])
    }
  })

  it('describes the shapes that parse the requests', () => {
    const { paths } = describeApi({ version: '1.0.0', routes: channel().api })
    const message = JSON.stringify(paths?.['/web/conversations/{id}/messages'])
    expect(message).toContain('"maxLength":8000')
    expect(message).toContain('"conversationToken":[]')
    const files = JSON.stringify(paths?.['/web/conversations/{id}/attachments'])
    expect(files).toContain(
      '"requestBody":{"required":true,"content":{"*/*":{"schema":{"type":"string","format":"binary"}}}}',
    )
    expect(files).toContain('"placed"')
  })
})
