import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { attachmentResponse, failure, startPage } from '../../../channels/web/wire.ts'
import { makeJpeg } from '../../attachments/make-pictures.ts'
import { makeDocx } from '../../attachments/make-documents.ts'
import { makeDraft, makeTicket } from '../../store/makers.ts'
import { fileLimits, openHouse, type House } from '../open-house.ts'
import { scriptedSteps } from '../scripted-steps.ts'
import { makeWeb } from './make-web.ts'
import { ask, openVisitor, post, type Visitor } from './visitor.ts'

let channel: WebChannel
let house: House
let visitor: Visitor
beforeEach(async () => {
  channel = makeWeb()
  house = await openHouse({ channel, steps: scriptedSteps })
  visitor = await openVisitor(channel)
})
afterEach(() => house.close())

const spot = { latitude: 30.2741, longitude: 120.1551 }
const upload = (content: Uint8Array, name = '积水.jpg', from: Visitor = visitor, headers: object = {}) =>
  ask(channel, `${from.own}/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...from.headers, ...headers },
    body: new Uint8Array(content),
  })
const sent = async (response: Response) => attachmentResponse.parse(await response.json())
const refusal = async (response: Response) => [response.status, failure.parse(await response.json()).error]
const read = (id: string, from: Visitor = visitor) =>
  ask(channel, `${from.own}/attachments/${id}`, { headers: from.headers })
const say = (body: object) =>
  ask(channel, `${visitor.own}/messages`, post({ id: crypto.randomUUID(), ...body }, visitor.token))

describe('a file that is sent in the web chat', () => {
  it('is kept without what the photo says of its owner, whatever type and name it declares', async () => {
    const response = await upload(makeJpeg(spot), '../积水\r\n.exe', visitor, { 'content-type': 'text/html' })
    expect(response.status).toBe(201)
    const { id, ...facts } = await sent(response)
    const kept = makeJpeg({ noted: false })
    expect(facts).toEqual({
      kind: 'photo',
      name: '积水.exe.jpg',
      type: 'image/jpeg',
      bytes: kept.length,
      placed: true,
    })
    expect(Buffer.from(await (await read(id)).arrayBuffer())).toEqual(kept)
  })

  it('is given out so that no browser runs, guesses at or keeps it', async () => {
    const { id } = await sent(await upload(makeJpeg()))
    const { headers } = await read(id)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="__.jpg"; filename*=UTF-8''%E7%A7%AF%E6%B0%B4.jpg`,
    )
    const document = await sent(await upload(makeDocx(), '材料(1).docx'))
    expect((await read(document.id)).headers.get('content-disposition')).toBe(
      `attachment; filename="___1_.docx"; filename*=UTF-8''%E6%9D%90%E6%96%99%281%29.docx`,
    )
  })

  it('is nobody else’s: others, and callers without the token, find nothing', async () => {
    const other = await openVisitor(channel)
    const { id } = await sent(await upload(makeJpeg()))
    expect(await refusal(await read(id, other))).toEqual([404, 'not-found'])
    expect(await refusal(await read(id, { ...other, own: visitor.own }))).toEqual([404, 'not-found'])
    expect(await refusal(await ask(channel, `${visitor.own}/attachments/${id}`))).toEqual([404, 'not-found'])
    expect(await refusal(await read('nothing-like-it'))).toEqual([404, 'not-found'])
    const remove = { method: 'DELETE', headers: other.headers }
    expect(await refusal(await ask(channel, `${other.own}/attachments/${id}`, remove))).toEqual([404, 'not-found'])
    const message = post({ id: crypto.randomUUID(), text: '见附件', attachments: [id] }, other.token)
    expect(await refusal(await ask(channel, `${other.own}/messages`, message))).toEqual([404, 'not-found'])
    expect(await refusal(await upload(makeJpeg(), 'a.jpg', { ...other, own: visitor.own }))).toEqual([404, 'not-found'])
    expect((await read(id)).status).toBe(200)
  })

  it('is refused in words where it is too large, before all of it is read and whatever length it declares', async () => {
    let read = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const init = { method: 'POST', headers: visitor.headers, body: endless, duplex: 'half' }
    const response = await ask(channel, `${visitor.own}/attachments`, init)
    expect(response.status).toBe(413)
    expect(failure.parse(await response.json())).toEqual({
      error: 'file-too-large',
      message: '这个文件超过 1 MB，请压缩后再发，或者换一个。',
    })
    expect(read).toBeLessThan(fileLimits.fileBytes + 10 * 65_536)
    expect(await refusal(await upload(new Uint8Array(fileLimits.fileBytes + 1)))).toEqual([413, 'file-too-large'])
  })

  it('is refused in words where it is not what is taken', async () => {
    expect(await refusal(await upload(Buffer.from('<html>')))).toEqual([415, 'file-type'])
    expect(await refusal(await upload(new Uint8Array()))).toEqual([400, 'file-empty'])
    expect(await refusal(await upload(makeJpeg().subarray(0, 300)))).toEqual([422, 'file-damaged'])
    const english = await ask(channel, `${visitor.own}/attachments?language=en`, {
      method: 'POST',
      headers: visitor.headers,
      body: 'MZ\0',
    })
    expect(failure.parse(await english.json()).message).toMatch(/^This kind of file cannot be taken/u)
  })

  it('is refused where the ticket has enough, even if all come at once, until one is taken back', async () => {
    const responses = await Promise.all(Array.from({ length: 7 }, () => upload(makeJpeg())))
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409, 409])
    const taken = await Promise.all(responses.filter(({ status }) => status === 201).map(sent))
    const init = { method: 'DELETE', headers: visitor.headers }
    expect((await ask(channel, `${visitor.own}/attachments/${taken[0]?.id ?? ''}`, init)).status).toBe(204)
    expect((await upload(makeJpeg())).status).toBe(201)
    expect(await refusal(await upload(makeJpeg()))).toEqual([409, 'file-too-many'])
  })

  it('is refused where all together are too large', async () => {
    const large = Buffer.alloc(900_000, '路灯坏了，')
    expect((await upload(large)).status).toBe(201)
    expect((await upload(large)).status).toBe(201)
    expect(await refusal(await upload(large))).toEqual([409, 'file-too-much'])
  })

  it('is refused for a while where one sends too many', async () => {
    const hasty = makeWeb({ messagesPerMinute: 2 })
    await hasty.start(house.reception)
    const from = await openVisitor(hasty)
    const send = () => ask(hasty, `${from.own}/attachments`, { method: 'POST', headers: from.headers, body: 'x' })
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([201, 201, 429])
  })

  it('is refused for a while where one address sends too much, however many conversations it opens', async () => {
    const narrow = makeWeb({ uploadMegabytesPerHour: 1 })
    await narrow.start(house.reception)
    const send = async (address: string) => {
      const { own, headers } = await openVisitor(narrow)
      const body = Buffer.alloc(600_000, '路灯坏了，')
      const request = new Request(`http://site.test/web${own}/attachments`, { method: 'POST', headers, body })
      return narrow.fetch(request, { address })
    }
    expect((await send('192.0.2.1')).status).toBe(201)
    const second = await send('192.0.2.1')
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(3000)
    expect(await refusal(second)).toEqual([429, 'too-many-uploads'])
    expect((await send('192.0.2.2')).status).toBe(201)
  })

  it('of a ticket is read by whoever filed it, though a department handed it in', async () => {
    const attached = await house.reception.attachments.attach(
      { kind: 'client', id: 'works' },
      { name: '回复.jpg', content: makeJpeg() },
    )
    if (attached.kind === 'refused') throw new Error(attached.fault)
    const draft = makeDraft({ attachments: [attached.attachment] })
    expect((await read(attached.attachment.id)).status).toBe(404)
    await house.store.tickets.file(makeTicket({ conversation: visitor.conversation, draft }))
    expect((await read(attached.attachment.id)).status).toBe(200)
    const other = await openVisitor(channel)
    expect((await read(attached.attachment.id, other)).status).toBe(404)
    const remove = { method: 'DELETE', headers: visitor.headers }
    expect((await ask(channel, `${visitor.own}/attachments/${attached.attachment.id}`, remove)).status).toBe(404)
  })
})

describe('a message in the web chat', () => {
  it('goes with files and a place, and shows them again in the history', async () => {
    const { id, kind, name, type, bytes } = await sent(await upload(makeJpeg(spot)))
    expect((await say({ text: '路口积水', attachments: [id, id], place: spot })).status).toBe(202)
    const { messages } = await visitor.history()
    expect(messages).toMatchObject([{ text: '路口积水', place: spot, attachments: [{ id, kind, name, type, bytes }] }])
  })

  it('may be a file or a place without a word, but not nothing', async () => {
    const { id } = await sent(await upload(makeJpeg()))
    expect((await say({ attachments: [id] })).status).toBe(202)
    expect((await say({ place: spot })).status).toBe(202)
    expect(await refusal(await say({ text: '' }))).toEqual([400, 'bad-request'])
    expect(await refusal(await say({}))).toEqual([400, 'bad-request'])
  })

  it('is refused where its place is nowhere on earth, or it names a file that is not kept', async () => {
    for (const place of [{ latitude: 91, longitude: 0 }, { latitude: '30', longitude: 120 }, { latitude: 30 }])
      expect(await refusal(await say({ text: '这里', place }))).toEqual([400, 'bad-request'])
    expect(await refusal(await say({ text: '见附件', attachments: [crypto.randomUUID()] }))).toEqual([404, 'not-found'])
    expect(await refusal(await say({ text: '见附件', attachments: ['../etc/passwd'] }))).toEqual([400, 'bad-request'])
  })

  it('may be written by whoever knows how much may be sent', async () => {
    expect(startPage.parse(await (await ask(channel, '/start')).json()).files).toEqual(fileLimits)
  })
})
