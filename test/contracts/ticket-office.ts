import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue, Dispatcher, Term } from '../../src/core/dispatch.ts'
import type { Actor, TicketCase } from '../../src/core/ticket-life.ts'
import type { TicketDraft } from '../../src/core/ticket.ts'
import type { OutboxEntry, Store } from '../../src/core/store.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { loadData } from '../../src/load-data.ts'
import { sweepTickets } from '../../src/sweep-tickets.ts'
import type { TicketOffice } from '../../src/core/ticket-office.ts'
import { createTicketOffice, type TicketOfficeOptions } from '../../src/ticket-office.ts'
import { createCalendar } from '../../src/tickets/calendar/create-calendar.ts'
import { createDispatcher } from '../../src/tickets/classify/create-dispatcher.ts'
import type { TicketCommand } from '../../src/core/ticket-command.ts'
import { makeConversation, makeDraft, makeTicket } from '../store/makers.ts'

const data = await loadData()
const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../knowledge', import.meta.url)))
const calendar = createCalendar(data.deadlines.calendar)
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

const operator: Actor = { role: 'operator', id: 'operator-1' }
const citizen: Actor = { role: 'citizen', id: 'conversation-1' }
const body = (id: string): Actor => ({ role: 'department', id })

/** Street lights and, with less confidence, everything that is dark. */
const lights =
  [...catalogue.subjects.values()].find(({ name, term }) => name.zh.includes('路灯') && term !== null)?.code ?? ''
const seen: string[] = []
const dispatcherFor = (known: Catalogue): Dispatcher =>
  createDispatcher({
    catalogue: known,
    classify: async (text) => {
      seen.push(text)
      if (text.includes('失灵')) throw new TypeError('classifier gone')
      return [{ code: lights, confidence: text.includes('路灯') ? 0.95 : 0.3 }]
    },
    judgeUrgency: (text, term): Term => (text.includes('漏电') ? 'danger' : term),
    findRegions: () => [],
    sureFrom: 0.6,
  })

const officeOver = (store: Store, change: Partial<TicketOfficeOptions> = {}): TicketOffice =>
  createTicketOffice({
    ...{ store, rules: data.deadlines, calendar, catalogue, dispatcher: null, speak: data.speak },
    clock: () => house.now,
    log: () => undefined,
    announce: () => undefined,
    send: () => undefined,
    ...change,
  })

interface House {
  store: Store
  office: TicketOffice
  sent: OutboxEntry[]
  logged: string[]
  now: Date
  file: (draft?: Partial<TicketDraft>) => Promise<string>
}

let house: House
let place: OfficePlace

/** Room for one empty database, which several stores may open at once, as several processes do. */
export interface OfficePlace {
  open(): Promise<Store>
  remove(): Promise<void>
}

async function openHouse({
  dispatcher = dispatcherFor(catalogue),
}: { dispatcher?: Dispatcher | null } = {}): Promise<House> {
  const store = await place.open()
  await store.conversations.open(makeConversation())
  const opened: House = {
    store,
    sent: [],
    logged: [],
    now: at('2026-11-23 10:00'),
    office: officeOver(store, {
      dispatcher,
      log: (level, event, facts = {}) => opened.logged.push(`${level} ${event} ${JSON.stringify(facts)}`),
      send: (entry) => opened.sent.push(entry),
    }),
    file: async (draft = {}) => {
      const made = makeDraft({ subject: '路灯不亮', description: '新河路 8 号门口的路灯三天没亮了。', ...draft })
      return (await store.tickets.file(makeTicket({ draft: made, filedAt: opened.now }))).number
    },
  }
  return opened
}

const signal = new AbortController().signal
const look = (number: string) => house.office.look(number, signal)
const current = async (number: string): Promise<TicketCase> => {
  const found = await house.store.cases.case(number)
  if (found === null) throw new Error(`${number} is missing.`)
  return found
}
const kinds = async (number: string) => (await house.store.cases.history(number)).map(({ kind }) => kind).join(' ')
const told = () => house.sent.map(({ reply }) => reply.text)
const execute = (number: string, command: TicketCommand) => house.office.execute(number, command)

/** A demand that its body is at work on. */
async function handled(): Promise<{ number: string; lead: string }> {
  const number = await house.file()
  await look(number)
  const lead = (await current(number)).assignment?.lead ?? ''
  await execute(number, { kind: 'take', by: body(lead) })
  house.sent.length = 0
  return { number, lead }
}

function describeFiled(): void {
  it('is accepted and dispatched at once where the advice is sure, and the citizen is told once', async () => {
    const number = await house.file()
    await look(number)
    expect(await kinds(number)).toBe('filed accepted dispatched')
    const { assignment, advice, due } = await current(number)
    expect(assignment?.line).toBe(advice?.line)
    expect(due).toEqual(at('2026-11-30 17:00'))
    const name = catalogue.departments.get(assignment?.lead ?? '')?.name.zh ?? '?'
    expect(told()).toEqual([`您的诉求 ${number} 已交给${name}办理，最迟 2026年11月30日 17:00 前答复。`])
    expect(await house.store.outbox.since('conversation-1', 0)).toEqual(house.sent)
  })

  it('is told in the language and to the address of its conversation', async () => {
    const id = 'conversation-2'
    const address = { channel: 'telegram', user: '7' }
    await house.store.conversations.open(makeConversation({ id, address, language: 'en' }))
    const draft = makeDraft({ subject: '路灯', description: '路灯不亮' })
    const { number } = await house.store.tickets.file(makeTicket({ conversation: id, draft, filedAt: house.now }))
    await look(number)
    expect(house.sent).toMatchObject([{ address, reply: { kind: 'status', ticket: number } }])
    expect(told()[0]).toMatch(
      /^Your ticket \d{8}-\d{4} is with .+; you will have a reply by 30 November 2026 at 17:00\.$/u,
    )
  })

  it('is accepted and left to a person where the advice is unsure, with the advice for that person', async () => {
    const number = await house.file({ subject: '太黑了', description: '晚上这里太黑了。' })
    await look(number)
    expect(await kinds(number)).toBe('filed accepted')
    expect((await current(number)).advice).toMatchObject({
      lead: null,
      reason: 'unsure-subject',
      guesses: [{ code: lights }],
    })
    expect(told()).toEqual([`您的诉求 ${number} 已受理，最迟 2026年11月30日 17:00 前答复。`])
  })

  it('is judged without its personal data', async () => {
    await look(await house.file({ description: '路灯坏了，联系我 13812345678，我叫李雷' }))
    expect(seen.join()).toContain('路灯坏了')
    expect(seen.join()).not.toContain('13812345678')
  })

  it('waits for a person where nobody can judge it, and is looked at when its time is over', async () => {
    const number = await house.file({ description: '失灵' })
    await look(number)
    expect(await kinds(number)).toBe('filed')
    expect(house.logged.join()).toContain('error ticket not judged')
    expect(house.logged.join()).not.toContain('失灵')
    expect(await house.store.cases.pending(at('2026-11-23 11:59'), 9)).toEqual([])
    expect(await house.store.cases.pending(at('2026-11-23 12:00'), 9)).toHaveLength(1)
  })

  it('is accepted even where the body that the rules name is not there', async () => {
    await house.store.close()
    const { departments, ...rest } = catalogue
    const lost = dispatcherFor({
      ...rest,
      departments,
      lines: catalogue.lines.map((line) => ({ ...line, lead: 'gone' })),
    })
    house = await openHouse({ dispatcher: lost })
    const number = await house.file()
    await look(number)
    expect(await kinds(number)).toBe('filed accepted')
    expect(house.logged.join()).toContain('ticket.refused.unknown-department')
  })
}

function describeCommands(): void {
  it('is recorded together with what the citizen is told of it', async () => {
    const { number, lead } = await handled()
    const answer = await execute(number, { kind: 'reply', by: body(lead), text: '已换灯泡。', attachments: [] })
    expect(answer).toMatchObject({ kind: 'done', ticket: { state: 'replied' } })
    const [{ reply } = { reply: null }] = house.sent
    expect(reply?.text).toBe(
      `${catalogue.departments.get(lead)?.name.zh ?? ''}对您的诉求 ${number} 答复如下：\n已换灯泡。\n问题解决了吗？`,
    )
    expect(reply?.choices).toEqual([
      { label: '解决了', say: `${number} 解决了` },
      { label: '解决了一部分', say: `${number} 解决了一部分` },
      { label: '没有解决', say: `${number} 没有解决` },
    ])
  })

  it('of the house’s own concern is not told', async () => {
    const { number, lead } = await handled()
    const ask = { kind: 'ask-extension', by: body(lead), reason: '缺料', until: at('2026-12-03 17:00') } as const
    await execute(number, ask)
    await execute(number, { kind: 'supervise', by: { role: 'leader', id: 'l' }, note: '督办' })
    expect(told()).toEqual([])
    await execute(number, { kind: 'approve', by: { role: 'reviewer', id: 'r' }, until: null })
    expect(told()).toEqual([`您的诉求 ${number} 办理时间延长，最迟 2026年12月3日 17:00 前答复。原因：缺料`])
  })

  it('by the citizen is told where the demand came from, unless they are there, and nowhere that it was only repeated', async () => {
    const { number } = await handled()
    await house.store.conversations.open(
      makeConversation({ id: 'conversation-9', address: { channel: 'sms', user: '9' } }),
    )
    await execute(number, { kind: 'repeat', by: citizen, conversation: 'conversation-9', text: '还是不亮' })
    const byLink: Actor = { role: 'citizen', id: 'link' }
    await execute(number, { kind: 'withdraw', by: byLink, reason: '修好了' })
    expect(house.sent.map(({ conversation }) => conversation)).toEqual(['conversation-1'])
    await execute(number, { kind: 'reopen', by: citizen, reason: '又坏了' })
    expect(house.sent).toHaveLength(1)
  })

  it('that is refused changes and tells nothing, and says why in both languages', async () => {
    const { number, lead } = await handled()
    const before = await kinds(number)
    const answer = await execute(number, {
      kind: 'visit',
      by: body(lead),
      visit: { solved: 'yes', courteous: 'yes', contacted: 'yes', note: '' },
    })
    if (answer.kind !== 'refused') throw new Error('It was not refused.')
    expect(data.speak(answer.why, 'zh')).toContain(`工单 ${number} 是否解决，只由来电人自己说`)
    expect(data.speak(answer.why, 'en')).toMatch(/is for the citizen to say/u)
    expect(await kinds(number)).toBe(before)
    expect(told()).toEqual([])
  })

  it('for a number that nobody was given is unknown', async () => {
    expect(await execute('20261123-9999', { kind: 'urge', by: citizen, text: '' })).toEqual({ kind: 'unknown' })
  })

  it('sent twice under one key is done once', async () => {
    const { number } = await handled()
    const urge = { kind: 'urge', by: citizen, text: '请快一点', key: 'k-1' } as const
    expect(await execute(number, urge)).toMatchObject({ kind: 'done', ticket: { urged: 1 } })
    expect(await execute(number, urge)).toMatchObject({ kind: 'repeated', ticket: { urged: 1 } })
    expect(await execute(number, { ...urge, by: operator })).toMatchObject({ kind: 'done', ticket: { urged: 2 } })
    expect(await execute(number, { ...urge, key: 'k-2' })).toMatchObject({ kind: 'done', ticket: { urged: 3 } })
  })

  it('beside others at the same time is decided on what they have left', async () => {
    const { number, lead } = await handled()
    const urges = Array.from({ length: 5 }, (_, index): TicketCommand => ({
      kind: 'urge',
      by: operator,
      text: String(index),
    }))
    const reply: TicketCommand = { kind: 'reply', by: body(lead), text: '已修好', attachments: [] }
    const answers = await Promise.all(
      [...urges, reply, { ...reply, text: '又修好' }].map((each) => execute(number, each)),
    )
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(6)
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(1)
    expect((await current(number)).urged).toBe(5)
  })
}

function describeProcesses(): void {
  it('lose no command and do none twice', async () => {
    const number = await house.file()
    const other = await place.open()
    try {
      const offices = [house.store, other].map((store) => officeOver(store))
      const urges = Array.from({ length: 24 }, (_, index): TicketCommand => ({
        ...{ kind: 'urge', by: operator, text: '', key: `k-${Math.floor(index / 2)}` },
      }))
      const answers = await Promise.all(urges.map((urge, index) => offices[index % 2]?.execute(number, urge)))
      expect(answers.filter((answer) => answer?.kind === 'done')).toHaveLength(12)
      expect(answers.filter((answer) => answer?.kind === 'repeated')).toHaveLength(12)
      expect((await current(number)).urged).toBe(12)
      expect(await kinds(number)).toBe(['filed', ...Array<string>(12).fill('urged')].join(' '))
    } finally {
      await other.close()
    }
  })

  it('give a demand to one body where both want to give it, and tell the citizen of that one', async () => {
    const number = await house.file({ subject: '太黑了', description: '晚上这里太黑了。' })
    await look(number)
    house.sent.length = 0
    const other = await place.open()
    try {
      const told: string[] = []
      const send = ({ reply }: OutboxEntry) => told.push(reply.text)
      const [one, two] = [house.store, other].map((store) => officeOver(store, { send }))
      const leads = [...catalogue.departments.keys()].slice(0, 2)
      const give = (lead: string): TicketCommand => ({
        ...{ kind: 'dispatch', by: operator, assignment: { lead, coHandling: [], line: null, reason: '人工' } },
      })
      const answers = await Promise.all([
        one?.execute(number, give(leads[0] ?? '')),
        two?.execute(number, give(leads[1] ?? '')),
      ])
      expect(answers.map((answer) => answer?.kind).sort()).toEqual(['done', 'refused'])
      const lead = (await current(number)).assignment?.lead ?? ''
      expect(lead).toBe(leads[answers.findIndex((answer) => answer?.kind === 'done')])
      expect(await kinds(number)).toBe('filed accepted dispatched')
      expect(told).toHaveLength(1)
      expect(told[0]).toContain(catalogue.departments.get(lead)?.name.zh)
    } finally {
      await other.close()
    }
  })

  it('sweep side by side, and bring to each demand once what time brings', async () => {
    const numbers: string[] = []
    for (let index = 0; index < 20; index += 1) numbers.push(await house.file())
    const other = await place.open()
    try {
      const offices = [house.store, other].map((store) => officeOver(store, { dispatcher: dispatcherFor(catalogue) }))
      for (const now of [house.now, at('2026-11-30 17:00')]) {
        house.now = now
        await Promise.all(offices.flatMap((office) => numbers.map((number) => office.look(number, signal))))
      }
      for (const number of numbers) expect(await kinds(number)).toBe('filed accepted dispatched breached')
      expect(await house.store.outbox.since('conversation-1', 0)).toHaveLength(40)
    } finally {
      await other.close()
    }
  })

  it('stopped in the middle of a change leave nothing of it, and the same command does it whole', async () => {
    const { number, lead } = await handled()
    const before = await house.store.outbox.since('conversation-1', 0)
    const kindsBefore = await kinds(number)
    const stopped = officeOver(house.store, {
      speak: () => {
        throw new Error('stopped')
      },
    })
    const reply: TicketCommand = { kind: 'reply', by: body(lead), text: '已修好', attachments: [], key: 'k-1' }
    await expect(stopped.execute(number, reply)).rejects.toThrow('stopped')
    expect(await kinds(number)).toBe(kindsBefore)
    expect(await house.store.outbox.since('conversation-1', 0)).toEqual(before)
    expect(await execute(number, reply)).toMatchObject({ kind: 'done' })
    expect(await kinds(number)).toBe(`${kindsBefore} replied`)
  })

  it('stopped before they could tell it leave it queued for the next one, and a command sent again changes nothing', async () => {
    const { number, lead } = await handled()
    const since = (await house.store.outbox.since('conversation-1', 0)).at(-1)?.sequence ?? 0
    const stopped = officeOver(house.store, {
      send: () => {
        throw new Error('stopped')
      },
    })
    const reply: TicketCommand = { kind: 'reply', by: body(lead), text: '已修好', attachments: [], key: 'k-1' }
    await expect(stopped.execute(number, reply)).rejects.toThrow('stopped')
    await house.store.close()
    const store = await place.open()
    house = { ...house, store, office: officeOver(store) }
    const queued = (await store.outbox.due(house.now, 99)).filter(({ sequence }) => sequence > since)
    expect(queued.map(({ reply: { text } }) => text)).toEqual([expect.stringContaining('已修好')])
    expect(await execute(number, reply)).toMatchObject({ kind: 'repeated', ticket: { state: 'replied' } })
    expect(await store.outbox.since('conversation-1', since)).toHaveLength(1)
  })
}

function describeIncidents(): void {
  it('has its reply told to every reporter', async () => {
    const one = await handled()
    const two = await handled()
    await house.store.cases.openIncident({ id: 'incident-1', openedAt: house.now, subject: lights, title: '路灯' })
    for (const { number } of [one, two])
      await execute(number, { kind: 'join', by: operator, incident: 'incident-1', score: 0.9 })
    house.sent.length = 0
    const answers = await house.office.executeAll('incident-1', {
      kind: 'reply',
      by: body(one.lead),
      text: '变压器已修好',
      attachments: [],
    })
    expect(answers.map(({ answer }) => answer.kind)).toEqual(['done', 'done'])
    expect(house.sent.map(({ reply }) => reply.ticket)).toEqual([one.number, two.number])
  })
}

function describeSweep(): void {
  const sweep = () =>
    sweepTickets({
      ...{ store: house.store, office: house.office, every: 3_600_000 },
      clock: () => house.now,
      log: (level, event) => house.logged.push(`${level} ${event}`),
    })

  it('takes new demands in and brings to the others what time brings, once', async () => {
    const number = await house.file()
    const sweeping = sweep()
    expect(await sweeping.round()).toBe(1)
    expect(await kinds(number)).toBe('filed accepted dispatched')
    expect(await sweeping.round()).toBe(0)
    house.now = at('2026-11-27 17:00')
    expect([await sweeping.round(), await sweeping.round()]).toEqual([1, 0])
    house.now = at('2026-11-30 17:00')
    expect([await sweeping.round(), await sweeping.round()]).toEqual([1, 0])
    expect(await kinds(number)).toBe('filed accepted dispatched reminded breached')
    expect(told().at(-1)).toContain('应在 2026年11月30日 17:00 前答复，现在超期了')
    house.now = at('2026-12-30 09:00')
    expect([await sweeping.round(), await sweeping.round()]).toEqual([1, 0])
    expect((await current(number)).breached).toBe(2)
    expect(told()).toHaveLength(2)
    await sweeping.stop()
  })

  it('looks at more demands than it fetches at once', async () => {
    for (let index = 0; index < 120; index += 1) await house.file()
    const sweeping = sweep()
    expect(await sweeping.round()).toBe(120)
    expect(await house.store.cases.pending(house.now, 9)).toEqual([])
    await sweeping.stop()
  })

  it('puts a demand off that cannot be looked at, and goes on with the others', async () => {
    const broken = await house.file()
    const whole = await house.file()
    const office: TicketOffice = {
      ...house.office,
      look: (number, stop) =>
        number === broken ? Promise.reject(new TypeError('x')) : house.office.look(number, stop),
    }
    const sweeping = sweepTickets({
      ...{ store: house.store, office, every: 3_600_000, clock: () => house.now },
      log: (level, event) => house.logged.push(`${level} ${event}`),
    })
    expect(await sweeping.round()).toBe(2)
    expect(await kinds(whole)).toBe('filed accepted dispatched')
    expect(house.logged).toContain('error ticket not looked at')
    expect(await house.store.cases.pending(house.now, 9)).toEqual([])
    expect(await house.store.cases.pending(new Date(house.now.getTime() + 600_000), 9)).toHaveLength(1)
    await sweeping.stop()
  })
}

/** What the office keeps to, whatever store it works over. */
export function describeTicketOffice(name: string, makePlace: () => Promise<OfficePlace>): void {
  describe(name, () => {
    beforeEach(async () => {
      seen.length = 0
      place = await makePlace()
      house = await openHouse()
    })
    afterEach(async () => {
      await house.store.close()
      await place.remove()
    })

    describe('a demand just filed', describeFiled)
    describe('a command', describeCommands)
    describe('several processes over one database', describeProcesses)
    describe('an incident', describeIncidents)
    describe('the sweep', describeSweep)
  })
}
