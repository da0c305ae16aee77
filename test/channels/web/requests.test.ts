import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { failure } from '../../../channels/web/wire.ts'
import { StoreUnavailable } from '../../../src/core/store-unavailable.ts'
import { fileLimits, openHouse, type House } from '../open-house.ts'
import { citation, quote, scriptedSteps } from '../scripted-steps.ts'
import { makeWeb } from './make-web.ts'
import { ask, openVisitor, post } from './visitor.ts'

const { document, title, issuer, region, validity, effective, expires, url } = citation
const view = { document, title, issuer, region, validity, effective, expires, url }
let channel: WebChannel
let house: House
beforeEach(async () => {
  channel = makeWeb({ placeAliases: { Yunting: '云汀市' } })
  house = await openHouse({
    channel,
    steps: scriptedSteps,
    documents: [{ ...view, passages: [{ id: 'p1', section: ['第八条'], text: quote }] }],
  })
})
afterEach(() => house.close())

const refusal = async (response: Response) => [response.status, failure.parse(await response.json()).error]

describe('requests to the web channel', () => {
  it('are refused in words when they are too large, whatever length they declare', async () => {
    const long = JSON.stringify({ language: 'zh', more: '长'.repeat(20_000) })
    const body = () => new Blob([long]).stream()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: body(), duplex: 'half' }
    expect(await refusal(await ask(channel, '/conversations', init))).toEqual([413, 'too-large'])
    expect(await refusal(await ask(channel, '/conversations', { ...init, body: long }))).toEqual([413, 'too-large'])
  })

  it('are refused when they are broken, of another type, shape, address or method', async () => {
    const json = { 'content-type': 'application/json' }
    const broken = { method: 'POST', headers: json, body: '{"language":' }
    expect(await refusal(await ask(channel, '/conversations', broken))).toEqual([400, 'bad-request'])
    const text = { method: 'POST', body: '{}' }
    expect(await refusal(await ask(channel, '/conversations', text))).toEqual([415, 'not-json'])
    expect(await refusal(await ask(channel, '/conversations', post({ language: 'xx' })))).toEqual([400, 'bad-request'])
    expect(await refusal(await ask(channel, '/nothing'))).toEqual([404, 'not-found'])
    expect(await refusal(await ask(channel, '/conversations', { method: 'DELETE' }))).toEqual([
      405,
      'method-not-allowed',
    ])
  })

  it('are refused in the language of the browser', async () => {
    const english = await ask(channel, '/nothing', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(await english.json()).toMatchObject({ message: 'Not found, or not yours to see.' })
  })

  it('get 503 while the store is away, and a fault is left to the host', async () => {
    const away = makeWeb()
    const failing = (error: Error) => ({ ...house.reception, open: () => Promise.reject(error) })
    await away.start(failing(new StoreUnavailable('unreachable', 'gone')))
    expect(await refusal(await ask(away, '/conversations', post({})))).toEqual([503, 'unavailable'])
    await away.start(failing(new Error('bug')))
    await expect(ask(away, '/conversations', post({}))).rejects.toThrow('bug')
  })

  it('may come from any site unless sites are listed', async () => {
    const from = (origin: string) => ({ headers: { origin } })
    const any = await ask(channel, '/start', from('https://a.example'))
    expect(any.headers.get('access-control-allow-origin')).toBe('*')
    const listing = makeWeb({ allowedOrigins: ['https://a.example'] })
    await listing.start(house.reception)
    const [known, unknown] = [
      await ask(listing, '/start', from('https://a.example')),
      await ask(listing, '/start', from('https://b.example')),
    ]
    expect(known.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(unknown.headers.get('access-control-allow-origin')).toBeNull()
    const asked = await ask(listing, '/conversations', { method: 'OPTIONS', ...from('https://a.example') })
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'Authorization, Content-Type, Last-Event-ID',
    ])
  })

  it('give the document behind a citation, and 404 for a path that is none', async () => {
    const found = await ask(channel, `/documents?path=${encodeURIComponent(document)}`)
    expect(await found.json()).toMatchObject({ title, issuer, validity, passages: [{ id: 'p1', text: quote }] })
    expect((await ask(channel, '/documents?path=../../package.json')).status).toBe(404)
  })

  it('give places and questions to start with, in the asked language', async () => {
    const start = await ask(channel, '/start?language=en')
    expect(await start.json()).toEqual({
      regions: [['云汀市'], ['云汀市', '滨江区']],
      files: fileLimits,
      suggestions: [
        'How do I get a residence permit?',
        'How do I withdraw the housing fund for rent?',
        'How much of a hospital stay is reimbursed?',
        'How do I claim the old-age allowance?',
      ],
      placeNames: { 云汀市: 'Yunting' },
      timeZone: 'Asia/Shanghai',
    })
  })

  it('give a file once, and 304 as long as it has not changed', async () => {
    const first = await ask(channel, '/pages.css')
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    const again = await ask(channel, '/pages.css', { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const zipped = await ask(channel, '/pages.css', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
  })

  it('are told apart by token, whatever its length', async () => {
    const { own } = await openVisitor(channel)
    for (const token of ['', 'x', 'x'.repeat(43), 'x'.repeat(5000)])
      expect((await ask(channel, own, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
  })
})
