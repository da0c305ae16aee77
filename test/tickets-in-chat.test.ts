import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestDesk } from './desk/makers.ts'
import { createAssistant, type Assistant } from '../src/assistant.ts'
import { openDuplicateFinder } from '../src/catalogue/open-duplicate-finder.ts'
import type { Dispatcher } from '../src/core/dispatch.ts'
import type { Step } from '../src/core/step.ts'
import type { OutboxEntry, Store } from '../src/core/store.ts'
import type { TicketCommand } from '../src/core/ticket-command.ts'
import type { Actor } from '../src/core/ticket-life.ts'
import { loadCatalogue } from '../src/load-catalogue.ts'
import { loadData, projectFolder } from '../src/load-data.ts'
import { openTickets, type Tickets } from '../src/open-tickets.ts'
import { createEmbedders } from '../src/retrieval/create-embedders.ts'
import { answerTicketQuery } from '../src/steps/answer-ticket-query.ts'
import { continueIntake } from '../src/steps/continue-intake.ts'
import { giveAnswer } from '../src/steps/give-answer.ts'
import { maskPersonalData } from '../src/steps/mask-personal-data.ts'
import { routeQuestion } from '../src/steps/route-question.ts'
import { openTestStore } from './fakes/memory-store.ts'
import { makeConversation, makeMessage } from './store/makers.ts'
import { intake } from './tickets/intake/make-intake.ts'

const data = await loadData()
const { catalogue, examples } = await loadCatalogue(`${projectFolder}knowledge`)
const lights = [...catalogue.subjects.values()].find(({ name, term }) => name.zh.includes('路灯') && term !== null)
const line = catalogue.lines.find(({ subject }) => subject === lights?.code)

/** Sure of street lights, and of nothing else. */
const dispatcher: Dispatcher = {
  advise: async ({ text }) => {
    if (broken) throw new TypeError('classifier gone')
    if (learning) return new Promise(() => undefined)
    const sure = text.includes('路灯')
    return {
      ...{ subject: sure ? (lights?.code ?? '') : null, term: 'ordinary', coHandling: [], guesses: [] },
      ...{ lead: sure ? (line?.lead ?? '') : null, line: sure ? (line?.line ?? '') : null, excluded: null },
      ...{ confidence: sure ? 0.9 : 0.2, reason: sure ? 'line' : 'unsure-subject', catalogue: catalogue.version },
    }
  },
}

const embedders = createEmbedders({ modelsFolder: `${projectFolder}knowledge/models`, workers: 1 })
const duplicates = openDuplicateFinder({ data: { examples }, embedders })
afterAll(async () => void (await Promise.all([embedders.zh.close(), embedders.en.close()])))

let broken: boolean
let learning: boolean
let store: Store
let tickets: Tickets
let assistant: Assistant
let now: Date
let sent: OutboxEntry[]

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00+08:00')
  const clock = () => now
  store = await openTestStore(clock)
  sent = []
  broken = false
  learning = false
  const house = {
    ...{ store, data, catalogue, dispatcher, duplicates, clock, secretKey: 'a key for tests, of 32 signs or more' },
    ...{ log: () => undefined, announce: () => undefined, publicUrl: 'https://city.example' },
    send: (entry: OutboxEntry) => void sent.push(entry),
  }
  tickets = openTickets(house)
  const pipeline: readonly Step[] = [
    maskPersonalData,
    answerTicketQuery({ tickets: tickets.counter, speak: data.speak, attachmentOf: () => Promise.resolve(null) }),
    continueIntake({ intake, attachmentOf: () => Promise.resolve(null) }),
    routeQuestion({ intake, attachmentOf: () => Promise.resolve(null) }),
    giveAnswer,
  ]
  assistant = createAssistant({
    desk: openTestDesk({ store, clock }),
    ...{ ...house, ...tickets, pipeline, speak: data.speak, patience: 5000 },
    knowledgeVersion: () => 'test',
    observe: () => undefined,
  })
  await store.conversations.open(makeConversation())
})
afterEach(() => store.close())

let count = 0
/** Says something in a conversation and gives the reply. */
async function say(text: string, conversation = 'conversation-1') {
  count += 1
  await assistant.receive(makeMessage({ id: `m-${count}`, conversation, text, at: now }))
  await assistant.idle()
  const reply = (await store.outbox.since(conversation, 0)).find((entry) => entry.reply.message === `m-${count}`)?.reply
  if (reply === undefined) throw new Error(`no reply to ${text}`)
  return reply
}

/** Reports a lamp, in some conversation and words; gives the reply to the filing. */
async function reportLights({
  contact = '我叫王小明，13912345678',
  conversation = 'conversation-1',
  text = '我要投诉：新河路8号门口的路灯三天没亮了',
} = {}) {
  await say(text, conversation)
  for (const answer of ['云汀市滨江区新河路8号', '昨晚八点', '修好', contact, '确认提交', '确认提交']) {
    const reply = await say(answer, conversation)
    if (reply.kind === 'ticket') return reply
  }
  throw new Error('not filed')
}
const fileLights = async (contact?: string): Promise<string> =>
  (await reportLights(contact === undefined ? {} : { contact })).ticket ?? ''

/** What happens after a filing happens beside it. */
const settled = (number: string, kind: string) =>
  vi.waitFor(async () => expect(await states(number)).toContain(kind), { timeout: 15_000 })

const body: Actor = { role: 'department', id: line?.lead ?? '' }
const handle = async (number: string, ...commands: readonly TicketCommand[]) => {
  for (const command of commands) expect(await tickets.office.execute(number, command)).toMatchObject({ kind: 'done' })
}
const states = async (number: string) => (await store.cases.history(number)).map(({ kind }) => kind)

describe('a demand in the chat', () => {
  it('is taken in and dispatched as it is filed, and its citizen told by whom, until when and how to follow it', async () => {
    const number = await fileLights()
    const filed = (await store.outbox.since('conversation-1', 0)).at(-1)?.reply
    expect(await states(number)).toEqual(['filed', 'accepted', 'dispatched'])
    expect(filed?.text).toContain(number)
    expect(filed?.text).toContain(catalogue.departments.get(body.id)?.name.zh)
    expect(filed?.text).toContain('2026年11月30日')
    expect(filed?.text).toMatch(/https:\/\/city\.example\/web\/tickets\/\d{8}-\d{4}\.[\w-]{22}/u)
  })

  it('is filed all the same where it cannot be judged, and judged by a later sweep', async () => {
    broken = true
    const number = await fileLights()
    expect(await store.cases.case(number)).toMatchObject({ state: 'filed', due: null })
    expect((await store.outbox.since('conversation-1', 0)).at(-1)?.reply.text).not.toContain('最迟')
    broken = false
    await tickets.office.look(number, new AbortController().signal)
    expect(await store.cases.case(number)).toMatchObject({ state: 'dispatched' })
    expect(sent.at(-1)?.reply.text).toContain('最迟 2026年11月30日')
  })

  it('is filed all the same while the judge is still learning and answers nobody', async () => {
    learning = true
    expect(await store.cases.case(await fileLights())).toMatchObject({ state: 'filed' })
  })

  it('goes from "not solved" over rework to "solved" and "courteous" by plain words', async () => {
    const number = await fileLights()
    await handle(number, { kind: 'take', by: body }, { kind: 'reply', by: body, text: '已更换灯泡。', attachments: [] })
    expect(sent.at(-1)?.reply).toMatchObject({ ticket: number, choices: [{ say: `${number} 解决了` }, {}, {}] })
    const again = await say('没解决，东边那盏还是黑的')
    expect(again.text).toContain('退回重办')
    await handle(number, { kind: 'reply', by: body, text: '东边也换了。', attachments: [] })
    const solved = await say(`${number} 解决了`)
    expect(solved.text).toContain('态度')
    expect(solved.choices.map((choice) => choice.say)).toEqual([`${number} 态度好`, `${number} 态度不好`])
    await say(`${number} 态度好`)
    expect(await store.cases.case(number)).toMatchObject({
      ...{ state: 'closed', closedAs: 'solved', reworks: 1 },
      visit: { solved: 'yes', courteous: 'yes' },
    })
    expect((await states(number)).slice(3)).toEqual(
      'taken replied visited reworked replied visited closed rated'.split(' '),
    )
  })

  it('is followed by the other matter told with it, which needs no second telling of how to reach the person', async () => {
    const text = '我要投诉：新河路8号门口的路灯三天没亮了。还有一件事，文化宫的健身器材坏了'
    const filed = await reportLights({ text })
    expect(filed.choices).toEqual([{ label: '接着登记：文化宫的健身器材坏了', say: '我要反映：文化宫的健身器材坏了' }])
    const next = await say(filed.choices[0]?.say ?? '')
    const read = next.draft === null ? await say('云汀市滨江区文化宫南门') : next
    expect(read.draft?.fields.find(({ name }) => name === 'contact')?.value).toContain('13912345678')
    expect((await say('确认登记')).kind).toBe('ticket')
    const first = await store.cases.case(filed.ticket ?? '')
    expect(first?.draft.description).toBe('我要投诉：新河路8号门口的路灯三天没亮了')
  })

  it('is dropped for good where something else is asked for in the same breath', async () => {
    await say('我要投诉：新河路8号门口的路灯三天没亮了')
    const instead = await say('算了，我要投诉楼上半夜装修，电话13912345678')
    expect(instead.text).not.toContain('路灯')
    for (const answer of ['云汀市滨江区新河路8号', '昨晚八点', '停下来', '确认提交']) await say(answer)
    const [ticket, ...more] = await store.tickets.list(10)
    expect(more).toEqual([])
    expect(ticket?.draft).toMatchObject({
      description: '我要投诉楼上半夜装修，电话13912345678',
      contact: { phone: '13912345678' },
    })
  })

  it('is urged once, and again only after some hours', async () => {
    const number = await fileLights()
    expect((await say('催一下')).text).toContain('已催办')
    expect((await say('怎么还没人来处理')).text).toContain('刚刚已替您催过')
    now = new Date(now.getTime() + 5 * 60 * 60 * 1000)
    await say(`${number} 催办`)
    expect((await states(number)).filter((kind) => kind === 'urged')).toHaveLength(2)
  })

  it('does once what a message asks for that is delivered twice or answered again after a crash', async () => {
    const number = await fileLights()
    const proof = { kind: 'conversation', conversation: 'conversation-1' } as const
    const request = { number, proof, by: 'conversation-1', key: 'm-77', language: 'zh' } as const
    const first = await tickets.counter.act(request, { kind: 'urge', text: '' })
    const second = await tickets.counter.act(request, { kind: 'urge', text: '' })
    expect(second).toEqual(first)
    expect((await states(number)).filter((kind) => kind === 'urged')).toHaveLength(1)
  })

  it('is withdrawn only after it was asked again', async () => {
    const number = await fileLights()
    const asked = await say('撤回吧')
    expect((await store.cases.case(number))?.state).toBe('dispatched')
    await say(asked.choices[0]?.say ?? '')
    expect((await store.cases.case(number))?.state).toBe('withdrawn')
  })

  it('shows how it stands, the reply included', async () => {
    const number = await fileLights()
    expect((await say('我的工单到哪了')).text).toContain('2026年11月30日')
    await handle(number, { kind: 'reply', by: body, text: '请联系 0571-88001234。', attachments: [] })
    const shown = await say(number)
    expect(shown.text).toContain('请联系 0571-88001234。')
    expect(shown.choices).toHaveLength(3)
  })

  it('opens elsewhere with the last four digits of the contact, and closes to digits after several wrong ones', async () => {
    const number = await fileLights()
    await store.conversations.open(makeConversation({ id: 'conversation-2' }))
    expect((await say(number, 'conversation-2')).text).toContain('没有找到')
    expect((await say(`${number} 5678`, 'conversation-2')).ticket).toBe(number)
    // It was shown here a moment ago.
    expect((await say(`${number} 催办`, 'conversation-2')).text).toContain('已催办')
    await store.conversations.open(makeConversation({ id: 'conversation-3' }))
    for (const digits of ['1111', '2222', '3333', '4444', '5555'])
      expect((await say(`${number} ${digits}`, 'conversation-3')).ticket).toBeNull()
    expect((await say(`${number} 5678`, 'conversation-3')).ticket).toBeNull()
    expect((await say(number)).ticket).toBe(number)
  })

  it('opens to its secret, and to no other', async () => {
    await store.conversations.open(makeConversation({ id: 'conversation-2' }))
    const number = await fileLights()
    const other = (await reportLights({ contact: '匿名', conversation: 'conversation-2' })).ticket ?? ''
    const secret = (await tickets.counter.find(number, { kind: 'shown' }))?.secret ?? ''
    expect(await tickets.counter.find(number, { kind: 'secret', secret })).toMatchObject({ number })
    expect(await tickets.counter.find(other, { kind: 'secret', secret })).toBeNull()
    expect(await tickets.counter.find(other, { kind: 'digits', digits: '5678' })).toBeNull()
  })

  it('tells why where something cannot be done', async () => {
    const number = await fileLights()
    expect((await say(`${number} 解决了`)).text).toBe(`工单 ${number} 已派出，承办单位还没有签收。`)
  })

  it("joins the same person's repeat to the earlier ticket, and files it apart where they say that it is another matter", async () => {
    const number = await fileLights()
    const again = await reportLights({ text: '我要投诉：上次报的新河路8号门口路灯还是不亮，没人管' })
    expect(again).toMatchObject({ ticket: number, choices: [{ say: '这是另一件事' }] })
    expect(again.text).toContain('已经反映过')
    expect(await store.cases.case(number)).toMatchObject({ repeats: ['conversation-1'] })
    const apart = await say('这是另一件事')
    expect(apart.kind).toBe('ticket')
    expect(apart.ticket).not.toBe(number)
    expect(await store.tickets.list(9)).toHaveLength(2)
  })

  it('joins what comes with the same telephone number from elsewhere, and tells nothing of the earlier ticket there', async () => {
    const number = await fileLights()
    await store.conversations.open(makeConversation({ id: 'conversation-2' }))
    const again = await reportLights({
      conversation: 'conversation-2',
      text: '我要投诉：上次报的新河路8号门口路灯还是不亮，没人管',
    })
    expect(again).toMatchObject({ ticket: null, choices: [{ say: '这是另一件事' }] })
    expect(again.text).not.toMatch(/\d{8}-\d{4}|局/u)
    expect(await states(number)).toContain('repeated')
    await handle(number, { kind: 'reply', by: body, text: '已修好。', attachments: [] })
    expect(JSON.stringify(await store.outbox.since('conversation-2', 0))).not.toContain('已修好')
    expect((await say(number, 'conversation-2')).ticket).toBeNull()
  })

  it('makes one incident of what two people report; each keeps a ticket, and both hear the reply', async () => {
    await store.conversations.open(makeConversation({ id: 'conversation-2' }))
    const first = await fileLights()
    const second = await reportLights({
      conversation: 'conversation-2',
      contact: '我叫李四，13800001111',
      text: '我要投诉：新河路8号门口路灯坏了，一片黑',
    })
    const number = second.ticket ?? ''
    expect(number).not.toBe(first)
    await settled(number, 'joined')
    await settled(first, 'joined')
    const incident = (await store.cases.case(first))?.incident ?? ''
    expect((await store.cases.incident(incident))?.tickets.toSorted()).toEqual([first, number].toSorted())
    expect(sent.filter(({ reply }) => reply.text.includes('不止您一位'))).toHaveLength(2)
    await handle(first, { kind: 'reply', by: body, text: '已换灯泡。', attachments: [] })
    for (const each of [first, number]) expect(await store.cases.case(each)).toMatchObject({ state: 'replied' })
    const parting = { kind: 'part', by: { role: 'operator', id: 'clerk' }, incident } as const
    expect(await tickets.office.execute(number, parting)).toMatchObject({ kind: 'done' })
    expect((await store.cases.case(number))?.incident).toBeNull()
  })

  it("leaves two people's lamps in two streets apart", async () => {
    await store.conversations.open(makeConversation({ id: 'conversation-2' }))
    const first = await fileLights()
    const other = await reportLights({
      conversation: 'conversation-2',
      contact: '匿名',
      text: '我要投诉：解放路120号门口的路灯不亮',
    })
    await tickets.filing.relate(other.ticket ?? '')
    expect((await store.cases.case(first))?.incident).toBeNull()
  })
})
