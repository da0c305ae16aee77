import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { hashToken } from '../../../channels/web/tokens.ts'
import { readTicketLink } from '../../../channels/web/ticket-link.ts'
import { failure, ticketList } from '../../../channels/web/wire.ts'
import { makeDraft } from '../../store/makers.ts'
import { openHouse, type House } from '../open-house.ts'
import { scriptedSteps } from '../scripted-steps.ts'
import { makeWeb } from './make-web.ts'
import { ask, openVisitor, post, replies, repliesOf } from './visitor.ts'

let channel: WebChannel
let house: House
beforeEach(async () => {
  channel = makeWeb({ messagesPerMinute: 3 })
  house = await openHouse({ channel, steps: scriptedSteps })
})
afterEach(() => house.close())

describe('a conversation on the web', () => {
  it('gives a token of 256 bits and keeps only its hash', async () => {
    const { conversation, token } = await openVisitor(channel)
    const kept = await house.store.conversations.find(conversation)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(kept?.address).toEqual({ channel: 'web', user: hashToken(token) })
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  it('starts in the channel’s region and takes another language and place', async () => {
    const visitor = await openVisitor(channel)
    const change = { language: 'en', region: ['云汀市', '滨江区'] }
    const response = await ask(channel, visitor.own, { ...post(change, visitor.token), method: 'PATCH' })
    expect(response.status).toBe(204)
    expect(await visitor.history()).toMatchObject(change)
    expect(await (await openVisitor(channel)).history()).toMatchObject({ language: 'zh', region: ['云汀市'] })
  })

  it('gives the whole history back after a reload', async () => {
    const visitor = await openVisitor(channel)
    await visitor.say('居住证多久能拿到？', 'message-1')
    await visitor.follow(replies(1))
    const { messages, replies: told } = await visitor.history()
    expect(messages).toMatchObject([{ id: 'message-1', text: '居住证多久能拿到？' }])
    expect(told).toMatchObject([{ reply: { message: 'message-1', kind: 'answer', sources: [{ number: 1 }] } }])
  })

  it('says for another’s conversation the same as for one that does not exist', async () => {
    const [mine, other] = [await openVisitor(channel), await openVisitor(channel)]
    const answers = await Promise.all(
      [other.own, '/conversations/none'].flatMap((own) => [
        ask(channel, own, { headers: mine.headers }),
        ask(channel, `${own}/events`, { headers: mine.headers }),
        ask(channel, `${own}/tickets`, { headers: mine.headers }),
        ask(channel, own),
        ask(channel, `${own}/messages`, post({ id: 'message-1', text: '你好' }, mine.token)),
        ask(channel, `${own}/feedback`, post({ message: 'message-1', rating: 'up' }, mine.token)),
        ask(channel, own, { ...post({ language: 'en' }, mine.token), method: 'PATCH' }),
      ]),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    const words = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(words).size).toBe(1)
    expect((await other.history()).messages).toEqual([])
  })

  it('accepts a message sent again without answering it again', async () => {
    const visitor = await openVisitor(channel)
    const answers = [await visitor.say('你好', 'message-1'), await visitor.say('你好', 'message-1')]
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { status: 'new' },
      { status: 'repeated' },
    ])
    await house.assistant.idle()
    expect((await visitor.history()).replies).toHaveLength(1)
  })

  it('limits the messages of one conversation and says how long to wait, in words', async () => {
    const [visitor, other] = [await openVisitor(channel), await openVisitor(channel)]
    for (const id of ['message-1', 'message-2', 'message-3']) expect((await visitor.say('你好', id)).status).toBe(202)
    const refused = await visitor.say('你好', 'message-4')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(failure.parse(await refused.json())).toMatchObject({ error: 'too-many-messages' })
    expect((await other.say('你好', 'message-1')).status).toBe(202)
  })

  it('records a rating of a message it has, and the later one counts', async () => {
    const visitor = await openVisitor(channel)
    const rate = (body: object) =>
      ask(channel, `${visitor.own}/feedback`, post({ message: 'message-1', ...body }, visitor.token))
    expect((await rate({ rating: 'up' })).status).toBe(404)
    await visitor.say('居住证多久能拿到？', 'message-1')
    expect((await rate({ rating: 'up' })).status).toBe(204)
    expect((await rate({ rating: 'down', reason: 'outdated', comment: '去年改了' })).status).toBe(204)
    expect((await rate({ rating: 'sideways' })).status).toBe(400)
    expect(await house.store.feedback.list(9)).toMatchObject([
      { rating: 'down', reason: 'outdated', comment: '去年改了' },
    ])
  })
})

describe('the demands of a conversation', () => {
  it('are listed as they stand, with what can be done and the page that shows them, and only there', async () => {
    const [visitor, other] = [await openVisitor(channel), await openVisitor(channel)]
    await house.reception.file({
      conversation: visitor.conversation,
      draft: makeDraft({ subject: '路灯不亮' }),
      subject: null,
    })
    const listed = async ({ own, headers }: typeof visitor) =>
      ticketList.parse(await (await ask(channel, `${own}/tickets`, { headers })).json()).tickets
    const [ticket] = await listed(visitor)
    expect(ticket).toMatchObject({ title: '路灯不亮', state: 'filed', body: null, replies: [], endedAs: null })
    expect(ticket?.stages.map(({ at }) => at !== null)).toEqual([true, false, false, false, false, false, false])
    expect(ticket?.actions).toContain('urge')
    expect(readTicketLink(ticket?.page.slice('tickets/'.length) ?? '')).toMatchObject({ number: ticket?.number })
    expect(await listed(other)).toEqual([])
  })
})

describe('a comment on a reply', () => {
  it('is kept without the personal data in it', async () => {
    const visitor = await openVisitor(channel)
    await visitor.say('居住证多久能拿到？', 'message-1')
    const body = { message: 'message-1', rating: 'down', comment: '请回电13800138000' }
    expect((await ask(channel, `${visitor.own}/feedback`, post(body, visitor.token))).status).toBe(204)
    const [kept] = await house.store.feedback.list(1)
    expect(kept?.comment).toContain('请回电')
    expect(kept?.comment).not.toContain('13800138000')
  })
})

describe('the events of a conversation', () => {
  it('show a sentence as it is written, then the whole reply under its sequence', async () => {
    const visitor = await openVisitor(channel)
    const following = visitor.follow(replies(1))
    await visitor.say('居住证多久能拿到？')
    const events = await following
    expect(events.map(({ event }) => event)).toEqual(['sentence', 'reply'])
    const [reply] = repliesOf(events)
    expect(events.at(-1)?.id).toBe(String(reply?.sequence))
  })

  it('resume after the last reply seen, leaving none out and doubling none', async () => {
    const visitor = await openVisitor(channel)
    await visitor.say('一', 'message-1')
    const [first] = repliesOf(await visitor.follow(replies(1)))
    await visitor.say('二', 'message-2')
    await visitor.say('三', 'message-3')
    await house.assistant.idle()
    const missed = repliesOf(await visitor.follow(replies(2), first?.sequence))
    expect(missed.map(({ reply }) => reply.message)).toEqual(['message-2', 'message-3'])
  })

  it('bring what another process put into the outbox', async () => {
    const restless = makeWeb({ heartbeat: 20 })
    await restless.start(house.reception)
    const visitor = await openVisitor(restless)
    const following = visitor.follow(replies(1))
    const found = await house.store.conversations.find(visitor.conversation)
    const reply = { message: 'm', kind: 'reply' as const, text: '坐席答复', sentences: [], sources: [], notes: [] }
    await house.store.outbox.queue({
      conversation: visitor.conversation,
      address: found?.address ?? { channel: 'web', user: '' },
      reply: { ...reply, choices: [], suggestions: [], call: null, draft: null, ticket: null },
      queuedAt: new Date('2026-11-23T10:00:00+08:00'),
    })
    expect(repliesOf(await following)).toMatchObject([{ reply: { text: '坐席答复' } }])
  })

  it('end when the channel stops', async () => {
    const visitor = await openVisitor(channel)
    const following = visitor.follow(() => false)
    await new Promise((resolve) => setImmediate(resolve))
    await channel.stop()
    expect(await following).toEqual([])
  })

  it('are refused where one conversation holds too many streams, and given again when some end', async () => {
    const visitor = await openVisitor(channel)
    const open = () => ask(channel, `${visitor.own}/events`, { headers: visitor.headers })
    const streams = await Promise.all(Array.from({ length: 6 }, open))
    expect((await open()).status).toBe(429)
    await streams[0]?.body?.cancel()
    expect((await open()).status).toBe(200)
  })
})
