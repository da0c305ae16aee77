import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { createApiKey, listApiKeys, revokeApiKey } from '../../src/cli/keys.ts'
import { addWebhook, listWebhooks, removeWebhook, resendWebhook, testWebhook } from '../../src/cli/webhooks.ts'
import { withStore } from '../../src/cli/with-store.ts'
import { readConfig } from '../../src/config.ts'
import { createAdmitKey } from '../../src/core/admit-key.ts'
import { openReceiver } from '../webhooks/open-receiver.ts'

const clock = () => new Date('2026-11-23T04:00:00Z')
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'systems-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const setting = (language = 'en') => ({
  config: readConfig({ OPERATOR_LANGUAGE: language, DATA_DIR: folder, WEBHOOK_NETWORKS: '127.0.0.1' }),
  clock,
})

/** What a command prints for programs, and for people beside it. */
async function run(work: () => Promise<void>): Promise<{ out: string; said: string }> {
  const out: string[] = []
  const said: string[] = []
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(console, 'log').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(console, 'error').mockImplementation((text) => said.push(String(text)) > 0),
  ]
  await work().finally(() => spies.forEach((spy) => spy.mockRestore()))
  return { out: out.join('\n'), said: said.join('\n') }
}

describe('the commands about keys', () => {
  const forWater = { name: 'Water works', scope: ['departments:read'] as const, department: 'hotline-office' }

  it('make a key that admits, list it without its secret, and end it', async () => {
    const { out: text, said } = await run(() => createApiKey(setting(), forWater))
    expect(said).toContain('It is shown only now')
    const admit = () =>
      withStore(setting(), ({ keys }) => createAdmitKey({ keys, clock })(`Bearer ${text}`, 'departments:read'))
    expect(await admit()).toMatchObject({
      kind: 'admitted',
      key: { name: 'Water works', department: 'hotline-office' },
    })
    const [, id = '', secret = ''] = text.split('_')
    const listed = await run(() => listApiKeys(setting(), {}))
    expect(listed.out).toBe(`${id} · Water works · departments:read · hotline-office · last used 2026-11-23 12:00`)
    expect((await run(() => listApiKeys(setting(), { json: true }))).out).not.toContain(secret)
    expect((await run(() => revokeApiKey(setting('zh'), id))).out).toBe(`密钥 ${id} 已停用。`)
    expect(await admit()).toEqual({ kind: 'refused', why: 'unknown' })
    await expect(revokeApiKey(setting(), id)).rejects.toThrow(`There is no key ${id}`)
  })

  it('want to know for which department a key acts', async () => {
    const { name, scope } = forWater
    await expect(createApiKey(setting(), { name, scope })).rejects.toThrow('add --department')
    await expect(createApiKey(setting('zh'), { ...forWater, department: 'nobody' })).rejects.toThrow('nobody')
    expect((await run(() => listApiKeys(setting('zh'), {}))).out).toBe('还没有密钥。')
  })
})

describe('the commands about webhooks', () => {
  it('enter an address, send a signed test there, and end it', async () => {
    const receiver = await openReceiver()
    const { url } = receiver
    const added = await run(() => addWebhook(setting(), { department: 'hotline-office', url }))
    const secret = added.out
    const listed = await run(() => listWebhooks(setting(), {}))
    const [id = ''] = listed.out.split(' · ')
    expect(listed.out).toBe(`${id} · hotline-office · ${url} · * · 0 waiting, 0 given up`)
    expect((await run(() => listWebhooks(setting(), { json: true }))).out).not.toContain(secret)
    const now = () => new Date()
    expect((await run(() => testWebhook({ ...setting(), clock: now }, id))).out).toContain('answered 204')
    const { body, headers } = receiver.received[0] ?? { body: '', headers: {} }
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: 'test',
      data: { department: 'hotline-office' },
    })
    receiver.answer = { status: 500 }
    await expect(testWebhook(setting(), id)).rejects.toThrow(`${url} did not take the message: 500.`)
    expect((await run(() => resendWebhook(setting('zh'), id))).out).toBe('已重新排队 0 条通知。')
    await run(() => removeWebhook(setting(), id))
    await expect(testWebhook(setting(), id)).rejects.toThrow('There is no endpoint')
    await receiver.down()
  })

  it('take no address that is not encrypted and not our own', async () => {
    const add = (url: string) => addWebhook(setting(), { department: 'hotline-office', url })
    await expect(add('http://systems.example/')).rejects.toThrow('is not encrypted')
    await expect(add('https://me:word@systems.example/')).rejects.toThrow('must not hold a user')
    await expect(add('systems')).rejects.toThrow('no https address')
  })
})
