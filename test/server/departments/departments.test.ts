import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Webhook } from 'standardwebhooks'
import { ticketDetail, ticketPage, ticketSummary, webhookBody } from '../../../src/server/departments/wire.ts'
import { openReceiver, type Receiver } from '../../webhooks/open-receiver.ts'
import { bodies, dutyLine, openSystems, reviewer, type Systems } from './open-systems.ts'

let systems: Systems
let receiver: Receiver
let key: string
beforeEach(async () => {
  systems = await openSystems()
  receiver = await openReceiver()
  key = await systems.key()
})
afterEach(async () => {
  await systems.close()
  await receiver.down()
})

const kinds = async (number: string) => (await systems.store.cases.history(number)).map(({ kind }) => kind).join(' ')
const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  systems.call(path, key, { method: 'POST', json, headers })
const tomorrow = () => new Date(systems.now().getTime() + 86_400_000).toISOString()

describe("a department's own system", () => {
  it('is told of a ticket, reads it, takes it on and replies with a file, once however often it sends that', async () => {
    const secret = await systems.tell(bodies.lead, receiver.url)
    const number = await systems.dispatch()
    await systems.house.deliveries.round()
    const { body, headers } = receiver.received[0] ?? { body: '', headers: {} }
    const event = webhookBody.parse(new Webhook(secret).verify(body, headers))
    expect(event).toMatchObject({
      type: 'ticket.dispatched',
      data: { department: bodies.lead, ticket: { number, state: 'dispatched', version: 3 }, event: { as: 'lead' } },
    })
    expect(body).not.toContain('路灯')

    const read = await systems.call(event.data.path.replace('/departments/v1', ''), key)
    expect(ticketDetail.parse(read.body)).toMatchObject({ number, role: 'lead', title: '路灯不亮', line: dutyLine })
    expect(read.headers.get('etag')).toBe('"3"')

    const taken = await post(`/tickets/${number}/take`, undefined, { 'if-match': '"3"' })
    expect(ticketSummary.parse(taken.body)).toMatchObject({ state: 'in-progress', version: 4 })

    const note = new TextEncoder().encode('路灯已修复，电缆更换 12 米。\n')
    const sent = await systems.call(`/tickets/${number}/attachments?name=${encodeURIComponent('维修单.txt')}`, key, {
      method: 'POST',
      body: note,
    })
    expect(sent).toMatchObject({ status: 201, body: { kind: 'document', type: 'text/plain', name: '维修单.txt' } })
    const file = String(sent.body['id'])

    const reply = { text: '路灯已修好。', attachments: [file] }
    const once = await post(`/tickets/${number}/replies`, reply, { 'idempotency-key': 'reply-1' })
    const again = await post(`/tickets/${number}/replies`, reply, { 'idempotency-key': 'reply-1' })
    expect(once).toMatchObject({ status: 200, body: { state: 'replied' } })
    expect([again.status, again.text]).toEqual([once.status, once.text])
    expect(await kinds(number)).toBe('filed accepted dispatched taken replied')
    const told = await systems.store.outbox.since('conversation-1', 0)
    expect(told.filter(({ reply: { text } }) => text.includes('路灯已修好'))).toHaveLength(1)

    const whole = ticketDetail.parse((await systems.call(`/tickets/${number}`, key)).body)
    expect(whole.attachments.map(({ id }) => id)).toEqual([file])
    const back = await systems.call(`/tickets/${number}/attachments/${file}`, key)
    expect(back).toMatchObject({ status: 200, text: new TextDecoder().decode(note) })
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/u)
  })

  it('is told later where it was down, and of what others did', async () => {
    const secret = await systems.tell(bodies.lead, receiver.url)
    await receiver.down()
    const number = await systems.dispatch()
    await systems.house.deliveries.round()
    await systems.execute(number, { kind: 'urge', by: reviewer, text: '很急' })
    await receiver.up()
    systems.pass(60_000)
    await systems.house.deliveries.round()
    const events = receiver.received.map(({ body, headers }) =>
      webhookBody.parse(new Webhook(secret).verify(body, headers)),
    )
    expect(events.map(({ type, data }) => `${type} ${data.event.sequence}`).sort()).toEqual([
      'ticket.dispatched 3',
      'ticket.urged 4',
    ])
    expect(systems.logged.join('\n')).not.toContain('很急')
  })

  it('says that another is responsible, is told of the decision, and no longer sees the ticket', async () => {
    const secret = await systems.tell(bodies.lead, receiver.url)
    const number = await systems.dispatch()
    const nothing = await post(`/tickets/${number}/objections`, { reason: ' ', line: dutyLine })
    expect(nothing).toMatchObject({ status: 422, body: { error: 'no-duty-line' } })
    const objected = await post(`/tickets/${number}/objections`, { reason: '属于另一单位职责', line: dutyLine })
    expect(objected).toMatchObject({ status: 200, body: { state: 'objected', objection: { line: dutyLine } } })
    const again = await post(`/tickets/${number}/objections`, { reason: '再次退单', line: dutyLine })
    expect(again).toMatchObject({ status: 409, body: { error: 'state.objected' } })
    await systems.execute(number, { kind: 'uphold-objection', by: reviewer, note: '属实', assignment: null })
    await systems.house.deliveries.round()
    const types = receiver.received.map(({ body, headers }) =>
      webhookBody.parse(new Webhook(secret).verify(body, headers)),
    )
    expect(types.find(({ type }) => type === 'ticket.objection-decided')?.data.event).toMatchObject({
      decision: 'upheld',
    })
    expect((await systems.call(`/tickets/${number}`, key)).status).toBe(404)
  })

  it('asks for more time and for a pause, ends it, and adds to the ticket', async () => {
    const number = await systems.dispatch()
    const past = await post(`/tickets/${number}/pauses`, { reason: '等材料', until: '2020-01-01T00:00:00+08:00' })
    expect(past).toMatchObject({ status: 422, body: { error: 'until-past' } })
    const asked = await post(`/tickets/${number}/pauses`, { reason: '等材料', until: tomorrow() })
    expect(asked).toMatchObject({ status: 200, body: { asked: { kind: 'pause', until: tomorrow() } } })
    const twice = await post(`/tickets/${number}/extensions`, { reason: '等材料', until: tomorrow() })
    expect(twice).toMatchObject({ status: 409, body: { error: 'asked-already' } })
    await systems.execute(number, { kind: 'approve', by: reviewer, until: null })
    expect(await post(`/tickets/${number}/resume`, {})).toMatchObject({ status: 200, body: { paused: null } })
    const helper = await systems.key({ department: bodies.helping })
    const path = `/tickets/${number}/supplements`
    const added = await systems.call(path, helper, { method: 'POST', json: { text: '现场已勘查' } })
    expect(added).toMatchObject({ status: 200, body: { role: 'co-handling' } })
    const replied = await systems.call(`/tickets/${number}/replies`, helper, { method: 'POST', json: { text: '好了' } })
    expect(replied).toMatchObject({ status: 409, body: { error: 'not-yours' } })
  })

  it('lists its tickets by state, page by page, and only what has changed since', async () => {
    const numbers = [await systems.dispatch(), await systems.dispatch()]
    systems.pass(60_000)
    const since = systems.now().toISOString()
    await post(`/tickets/${numbers[0]}/take`, {})
    const list = async (query: string) => {
      const page = ticketPage.parse((await systems.call(`/tickets?${query}`, key)).body)
      return { numbers: page.tickets.map(({ number }) => number), next: page.next }
    }
    expect((await list('')).numbers).toEqual([numbers[1], numbers[0]])
    expect((await list('state=dispatched')).numbers).toEqual([numbers[1]])
    expect((await list('state=dispatched,in-progress&order=due')).numbers).toHaveLength(2)
    expect((await list(`updatedSince=${encodeURIComponent(since)}`)).numbers).toEqual([numbers[0]])
    const page = await list('limit=1')
    expect((await list(`limit=1&after=${page.next}`)).numbers).toEqual([numbers[0]])
    for (const wrong of ['state=lost', 'limit=0', 'after=x', 'updatedSince=yesterday'])
      expect(await systems.call(`/tickets?${wrong}`, key)).toMatchObject({
        status: 400,
        body: { error: 'bad-request' },
      })
    const operator = { role: 'operator', id: 'operator-1' } as const
    await systems.execute(numbers[1] ?? '', { kind: 'withdraw', by: operator, reason: '市民要求' })
    expect((await list('order=due')).numbers).toEqual([numbers[0]])
    expect((await list('order=due&state=withdrawn')).numbers).toEqual([numbers[1]])
    const other = await systems.key({ department: bodies.other })
    expect((await systems.call('/tickets', other)).body).toEqual({ tickets: [], next: null })
  })

  it('reads the lines of the catalogue that name it', async () => {
    const { body } = await systems.call('/catalogue', key)
    const lines = body['lines'] as { lead: string; coHandling: string[] }[]
    expect(lines.length).toBeGreaterThan(0)
    for (const { lead, coHandling } of lines) expect([lead, ...coHandling]).toContain(bodies.lead)
  })
})

describe('who may not', () => {
  it('is turned away without a key, with a wrong or revoked one, and with one for something else', async () => {
    const number = await systems.dispatch()
    const path = `/tickets/${number}`
    for (const none of [null, 'cvl_x', `${key}0`]) {
      const refused = await systems.call(path, none, { headers: { 'accept-language': 'en' } })
      expect(refused).toMatchObject({ status: 401, body: { error: 'no-key' } })
      expect(refused.headers.get('www-authenticate')).toContain('Bearer')
    }
    const reading = await systems.key({ scope: ['departments:read'] })
    expect((await systems.call(path, reading)).status).toBe(200)
    expect(await systems.call(`${path}/take`, reading, { method: 'POST' })).toMatchObject({
      status: 403,
      body: { error: 'no-scope', message: '这个密钥没有这项权限。' },
    })
    const elsewhere = await systems.key({ scope: ['open311:read'], department: null })
    expect((await systems.call(path, elsewhere)).status).toBe(403)
    const nobody = await systems.key({ department: null })
    expect(await systems.call(path, nobody)).toMatchObject({ status: 403, body: { error: 'no-department' } })
    await systems.store.keys.revoke(key.split('_')[1] ?? '', systems.now())
    expect((await systems.call(path, key)).status).toBe(401)
  })

  it('learns nothing of the tickets of others, not even that they are there', async () => {
    const number = await systems.dispatch()
    const other = await systems.key({ department: bodies.other })
    const known = await systems.call(`/tickets/${number}`, other)
    const unknown = await systems.call('/tickets/20200101-0001', other)
    expect([known.status, known.text]).toEqual([404, unknown.text])
    for (const [path, json] of [
      ['take', {}],
      ['replies', { text: '好了' }],
      ['supplements', { text: '好了', attachments: ['x'] }],
    ] as const)
      expect((await systems.call(`/tickets/${number}/${path}`, other, { method: 'POST', json })).status).toBe(404)
    const upload = await systems.call(`/tickets/${number}/attachments`, other, { method: 'POST', body: 'text' })
    expect(upload.status).toBe(404)
    expect(await kinds(number)).toBe('filed accepted dispatched')
  })

  it('names no file that was sent to another ticket or by another department', async () => {
    const [number, second] = [await systems.dispatch(), await systems.dispatch()]
    const sent = await systems.call(`/tickets/${second}/attachments?name=a.txt`, key, { method: 'POST', body: '说明' })
    const id = String(sent.body['id'])
    const reply = await post(`/tickets/${number}/replies`, { text: '好了', attachments: [id] })
    expect(reply).toMatchObject({ status: 422, body: { error: 'unknown-attachment', issues: [{ message: id }] } })
    expect((await systems.call(`/tickets/${second}/attachments/${id}`, key)).status).toBe(404)
    const helper = await systems.key({ department: bodies.helping })
    const json = { text: '补充', attachments: [id] }
    expect((await systems.call(`/tickets/${second}/supplements`, helper, { method: 'POST', json })).status).toBe(422)
  })
})

describe('a request of a system', () => {
  it('is not done again under its name, and no other may have that name', async () => {
    const number = await systems.dispatch()
    const [path, name] = [`/tickets/${number}/supplements`, { 'idempotency-key': 'note-1' }]
    const many = await Promise.all([1, 2, 3, 4].map(() => post(path, { text: '已联系市民' }, name)))
    expect(many.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    for (const { status, body } of many) if (status !== 200) expect([status, body['error']]).toEqual([409, 'under-way'])
    expect(await post(path, { text: '另一件事' }, name)).toMatchObject({
      status: 422,
      body: { error: 'other-request' },
    })
    expect(await kinds(number)).toBe('filed accepted dispatched supplemented')
    const own = await systems.key()
    await systems.call(path, own, { method: 'POST', json: { text: '另一系统' }, headers: name })
    systems.pass(8 * 86_400_000)
    await post(path, { text: '另一件事' }, name)
    expect((await systems.store.cases.history(number)).filter(({ kind }) => kind === 'supplemented')).toHaveLength(3)
  })

  it('is refused again as it was, but may be sent anew where the ticket had changed', async () => {
    const number = await systems.dispatch()
    const headers = { 'idempotency-key': 'take-1', 'if-match': '"2"', 'accept-language': 'en' }
    const stale = await post(`/tickets/${number}/take`, {}, headers)
    expect(stale).toMatchObject({ status: 412, body: { error: 'changed' } })
    expect(stale.body['message']).toContain(`Ticket ${number} has changed since you read it.`)
    const taken = await post(`/tickets/${number}/take`, {}, { ...headers, 'if-match': '"3"' })
    expect(taken.status).toBe(200)
    const refused = await post(`/tickets/${number}/take`, {}, { 'idempotency-key': 'take-2' })
    expect(refused).toMatchObject({ status: 409, body: { error: 'state.in-progress' } })
    expect((await post(`/tickets/${number}/take`, {}, { 'idempotency-key': 'take-2' })).text).toBe(refused.text)
  })

  it('that a crash interrupted after its work is answered, and not done twice', async () => {
    const number = await systems.dispatch()
    const name = { 'idempotency-key': 'reply-1' }
    await post(`/tickets/${number}/replies`, { text: '好了' }, name)
    // What is left where the process ended between the work and its answer: the work, and no answer.
    systems.pass(8 * 86_400_000)
    await systems.store.answers.forget(systems.now())
    expect(await post(`/tickets/${number}/replies`, { text: '好了' }, name)).toMatchObject({ status: 200 })
    expect((await kinds(number)).match(/\breplied\b/gu)).toHaveLength(1)
  })

  it('is refused where it has another form, with every place named, in the language asked for', async () => {
    const number = await systems.dispatch()
    const path = `/tickets/${number}/objections`
    const issues = (language: string) => post(path, { reason: 7 }, { 'accept-language': language })
    expect((await issues('en')).body['issues']).toMatchObject([{ path: 'reason' }, { path: 'line' }])
    expect(String((await issues('zh-CN')).body['message'])).toMatch(/\p{Script=Han}/u)
    const raw = (body: string, type: string) =>
      systems.call(path, key, { method: 'POST', body, headers: { 'content-type': type } })
    expect((await raw('{', 'application/json')).status).toBe(400)
    expect((await raw('reason=a', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await raw(JSON.stringify({ reason: 'x'.repeat(200_000) }), 'application/json')).status).toBe(413)
    expect((await post(path, {}, { 'if-match': 'x' })).status).toBe(400)
    const big = await systems.call(`/tickets/${number}/attachments`, key, { method: 'POST', body: 'x'.repeat(100_001) })
    expect(big.status).toBe(413)
    const page = await systems.call(`/tickets/${number}/attachments`, key, {
      method: 'POST',
      body: new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
    })
    expect(page.status).toBe(415)
    expect(await systems.call('/nothing', key)).toMatchObject({ status: 404, body: { error: 'not-found' } })
  })
})

describe('what a department may see of a person', () => {
  const contact = { name: '王小明', phone: '13900001111', email: null }
  const description = '请打 13900001111 找王小明，路灯不亮。'
  const read = async (wish: 'named' | 'confidential' | 'anonymous') => {
    const where = { said: '新河路8号，找王小明 13900001111', region: null, point: null }
    const when = { said: '昨晚，我电话 13900001111', from: null, to: null, repeats: false }
    const number = await systems.dispatch({ description, where, when, contact: { wish, ...contact } })
    return systems.call(`/tickets/${number}`, key)
  }

  it('is the contact where the person wants to be named', async () => {
    expect((await read('named')).body).toMatchObject({ contactWish: 'named', contact, description })
  })

  it.each(['confidential', 'anonymous'] as const)('is nothing where the report is %s', async (wish) => {
    const { body, text } = await read(wish)
    expect(body).toMatchObject({ contactWish: wish, contact: null })
    expect(text).not.toContain('13900001111')
    expect(text).not.toContain('conversation-1')
    expect(String(body['description'])).toContain('路灯不亮')
    expect(body).toMatchObject({ where: { said: expect.stringContaining('新河路8号') } })
  })

  it('leaves out what happened before, between others and the hotline', async () => {
    const number = await systems.dispatch()
    await post(`/tickets/${number}/objections`, { reason: '不属本单位', line: dutyLine })
    const assignment = { lead: bodies.other, coHandling: [], line: null, reason: '改派' }
    await systems.execute(number, { kind: 'uphold-objection', by: reviewer, note: '内部意见', assignment })
    const other = await systems.key({ department: bodies.other })
    const { body, text } = await systems.call(`/tickets/${number}`, other)
    const history = ticketDetail.parse(body).history.map(({ kind, sequence }) => `${sequence} ${kind}`)
    expect(history).toEqual(['1 filed', '2 accepted', '6 dispatched'])
    expect(text).not.toContain('内部意见')
    expect(text).not.toContain('不属本单位')
  })
})

describe('the description of the interface', () => {
  it('is an OpenAPI 3.1 document of every address and event, without a key', async () => {
    const { status, body } = await systems.call('/openapi.json', null)
    expect(status).toBe(200)
    expect(body).toMatchObject({ openapi: '3.1.0' })
    const paths = Object.keys(body['paths'] as object)
    expect(paths).toContain('/departments/v1/tickets/{number}/replies')
    expect(paths.every((path) => path.startsWith('/departments/v1/'))).toBe(true)
    expect(Object.keys(body['webhooks'] as object)).toContain('ticket.dispatched')
    const whole = (await (await fetch(`${systems.base}/openapi.json`)).json()) as { paths: object }
    expect(Object.keys(whole.paths)).toEqual(expect.arrayContaining(paths))
    for (const document of [body, whole])
      expect(await new Validator().validate({ ...document })).toEqual({ valid: true })
  })
})
