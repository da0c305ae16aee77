import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDesk } from '../desk/makers.ts'
import { createAssistant, type Assistant } from '../../src/assistant.ts'
import type { Dispatcher } from '../../src/core/dispatch.ts'
import type { Step } from '../../src/core/step.ts'
import type { Store } from '../../src/core/store.ts'
import type { Actor } from '../../src/core/ticket-life.ts'
import type { Contact, TicketDraft } from '../../src/core/ticket.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { openTickets, type Tickets } from '../../src/open-tickets.ts'
import { answerTicketQuery } from '../../src/steps/answer-ticket-query.ts'
import { sweepTickets } from '../../src/sweep-tickets.ts'
import { makeConversation, makeDraft, makeMessage, noon } from '../store/makers.ts'
import { finder } from '../tickets/duplicates/make-demand.ts'

const data = await loadData()
const { catalogue } = await loadCatalogue(`${projectFolder}knowledge`)
const line = catalogue.lines.find(({ lead, excluded }) => lead !== '' && excluded === null)
const [subject = ''] = [...catalogue.subjects.values()].flatMap(({ code, term }) => (term === 'ordinary' ? [code] : []))

/** Sure of everything: what is compared here is decided by place, words and person. */
const dispatcher: Dispatcher = {
  advise: async () => ({
    ...{ subject, term: 'ordinary', coHandling: [], guesses: [], lead: line?.lead ?? '', line: line?.line ?? '' },
    ...{ excluded: null, confidence: 0.95, reason: 'line', catalogue: catalogue.version },
  }),
}
const body: Actor = { role: 'department', id: line?.lead ?? '' }
const desk: Actor = { role: 'operator', id: 'operator-1' }
const burst = '门口自来水管爆了，水流了一地，没人来修'

const reached = (phone: string): Contact => ({ wish: 'confidential', name: null, phone, email: null })
const draftOf = (description: string, change: Partial<TicketDraft> = {}): TicketDraft => ({
  ...makeDraft(),
  ...{ kind: 'report', subject: description.slice(0, 12), description, region: ['云汀市', '滨江区'], attachments: [] },
  ...{ where: { said: '建设路金桂苑5号楼', region: ['云汀市', '滨江区'], point: null }, when: null, contact: null },
  ...change,
})

interface Scene {
  store: Store
  tickets: Tickets
  assistant: Assistant
  now: Date
}

function setScene(store: Store): Scene {
  const scene = { now: noon }
  const clock = () => scene.now
  const quiet = { log: () => undefined, announce: () => undefined, send: () => undefined }
  const house = { store, data, catalogue, dispatcher, duplicates: finder, clock, ...quiet }
  const tickets = openTickets({ ...house, secretKey: 'a key for tests, of 32 signs or more', publicUrl: null })
  /** Files what is said at once, as the dialogue does in the end. */
  const fileAtOnce: Step = {
    name: 'file-at-once',
    run: async ({ message }) => ({ kind: 'ticket', filed: draftOf(message.text) }),
  }
  const attachmentOf = () => Promise.resolve(null)
  const assistant = createAssistant({
    desk: openTestDesk({ store, clock }),
    ...{ ...house, ...tickets, speak: data.speak, patience: 5000 },
    pipeline: [answerTicketQuery({ tickets: tickets.counter, speak: data.speak, attachmentOf }), fileAtOnce],
    knowledgeVersion: () => 'test',
    observe: () => undefined,
  })
  return Object.assign(scene, { store, tickets, assistant })
}

/** What has to hold for duplicates, whichever engine keeps the demands. */
export function describeTicketDuplicates(
  name: string,
  preparePlace: () => Promise<{ open(): Promise<Store>; remove(): Promise<void> }>,
): void {
  describe(name, () => {
    let place: Awaited<ReturnType<typeof preparePlace>>
    let scene: Scene
    beforeEach(async () => {
      place = await preparePlace()
      scene = setScene(await place.open())
    })
    afterEach(async () => {
      await scene.store.close()
      await place.remove()
    })

    const open = (id: string) => scene.store.conversations.open(makeConversation({ id }))
    const pass = (minutes: number) => (scene.now = new Date(scene.now.getTime() + minutes * 60_000))
    const told = async (id: string) => (await scene.store.outbox.since(id, 0)).map(({ reply }) => reply.text).join('\n')
    const kindsOf = async (number: string) => (await scene.store.cases.history(number)).map(({ kind }) => kind)
    const everyone = async () => (await scene.store.cases.search({ order: 'newest', limit: 50 })).tickets

    async function file(conversation: string, draft: TicketDraft) {
      await open(conversation)
      const { filing } = scene.tickets
      const prepared = await filing.prepare({ conversation, filedAt: scene.now, draft })
      const { ticket, repeated } = await scene.store.transaction((inside) => filing.file(inside, prepared))
      if (!repeated) await filing.relate(ticket.number)
      return ticket.number
    }

    async function sweep() {
      const { store, tickets } = scene
      const rounds = sweepTickets({
        ...{ store, office: tickets.office, clock: () => scene.now, log: () => undefined, every: 1_000_000 },
      })
      await rounds.round()
      await rounds.stop()
    }

    let count = 0
    async function say(text: string, conversation: string) {
      count += 1
      const id = `m-${count}`
      await scene.assistant.receive(makeMessage({ id, conversation, text, at: scene.now }))
      await scene.assistant.idle()
      const found = (await scene.store.outbox.since(conversation, 0)).find(({ reply }) => reply.message === id)
      if (found === undefined) throw new Error(`no reply to ${text}`)
      return found.reply
    }

    describe('what several people report', () => {
      it('becomes one incident of two tickets, and both are told that and what was replied', async () => {
        const first = await file('conversation-1', draftOf(burst))
        await sweep()
        pass(20)
        const second = await file('conversation-2', draftOf('金桂苑门口水管爆了，水流了一地'))
        expect(second).not.toBe(first)
        await sweep()
        const [a, b] = await Promise.all([scene.store.cases.case(first), scene.store.cases.case(second)])
        expect(a?.incident).toBe(`I-${first}`)
        expect(b?.incident).toBe(a?.incident)
        expect((await scene.store.cases.incident(a?.incident ?? ''))?.tickets.toSorted()).toEqual([first, second])
        expect(await told('conversation-1')).toContain(`诉求 ${first} 已合并办理`)
        expect(await told('conversation-2')).toContain(`诉求 ${second} 已合并办理`)
        const { office } = scene.tickets
        await office.executeAll(a?.incident ?? '', {
          kind: 'reply',
          by: body,
          text: '爆管已于十三点修复',
          attachments: [],
        })
        expect(await told('conversation-1')).toContain('爆管已于十三点修复')
        expect(await told('conversation-2')).toContain('爆管已于十三点修复')
      })

      it('takes a third into the incident that is there', async () => {
        const numbers = []
        for (const index of [1, 2, 3]) {
          numbers.push(await file(`conversation-${index}`, draftOf(burst)))
          await sweep()
          pass(5)
        }
        const incident = await scene.store.cases.incident(`I-${numbers[0] ?? ''}`)
        expect(incident?.tickets.toSorted()).toEqual(numbers)
      })

      it('stays parted once a person has parted it', async () => {
        const first = await file('conversation-1', draftOf(burst))
        const second = await file('conversation-2', draftOf(burst))
        await sweep()
        const incident = `I-${first}`
        const parted = await scene.tickets.office.execute(second, { kind: 'part', by: desk, incident })
        expect(parted.kind).toBe('done')
        await scene.tickets.filing.relate(second)
        await scene.tickets.filing.relate(first)
        expect((await scene.store.cases.case(second))?.incident).toBeNull()
        expect((await scene.store.cases.incident(incident))?.tickets).toEqual([first])
      })

      it('is not joined from building to building, but suggested with a score and reasons', async () => {
        const first = await file('conversation-1', draftOf(burst))
        const where = { said: '建设路金桂苑8号楼', region: ['云汀市', '滨江区'] as const, point: null }
        const second = await file('conversation-2', draftOf(burst, { where }))
        await sweep()
        const ticket = await scene.store.cases.case(second)
        expect(ticket?.incident).toBeNull()
        if (ticket === null) return
        const found = await scene.tickets.search(ticket, new AbortController().signal)
        expect(found.incident).toMatchObject({ tickets: [first], unasked: false, incident: null })
        expect(found.incident?.reasons).toContainEqual({ kind: 'building', speaks: 'against' })
      })
    })

    describe('what the same person reports again', () => {
      it('stays one ticket, and what they say now is kept with it', async () => {
        const contact = reached('13912345678')
        const first = await file('conversation-1', draftOf(burst, { contact }))
        pass(60)
        const again = draftOf(`${burst}，一小时前报过了，还没人来`, { contact: reached('139 1234 5678') })
        expect(await file('conversation-2', again)).toBe(first)
        expect(await everyone()).toHaveLength(1)
        expect(await kindsOf(first)).toContain('repeated')
        const found = await scene.store.cases.case(first)
        expect(found?.repeats).toEqual(['conversation-2'])
      })

      it('is told in the chat with number, state and due date, and filed apart when it is another matter', async () => {
        await open('conversation-1')
        const filed = await say(burst, 'conversation-1')
        pass(30)
        const again = await say(`${burst}，刚才报过了`, 'conversation-1')
        expect(again.ticket).toBe(filed.ticket)
        expect(again.text).toContain(`已并入工单 ${filed.ticket ?? ''}`)
        expect(again.text).toContain('已派给承办单位')
        expect(again.text).toMatch(/最迟 .* 前答复/u)
        const [apart] = again.choices
        expect(apart?.label).toBe('这是另一件事')
        const other = await say(apart?.say ?? '', 'conversation-1')
        expect(other).toMatchObject({ kind: 'ticket' })
        expect(other.ticket).not.toBe(filed.ticket)
        expect(await everyone()).toHaveLength(2)
        expect((await scene.store.cases.case(filed.ticket ?? ''))?.repeats).toEqual([])
      })

      it('is no second ticket where somebody announces another matter after a filing that was joined to nothing', async () => {
        await open('conversation-1')
        const filed = await say(burst, 'conversation-1')
        pass(5)
        const next = await say('这是另一件事', 'conversation-1')
        const descriptions = (await everyone()).map(({ draft }) => draft.description)
        expect(descriptions.filter((each) => each === burst)).toHaveLength(1)
        expect(next.ticket).not.toBe(filed.ticket)
      })

      it('is praise only in words: thanks for a repair join no complaint', async () => {
        const contact = reached('13912345678')
        const first = await file('conversation-1', draftOf(burst, { contact }))
        pass(60)
        const thanks = draftOf(`${burst}，报过了，马上有人来修，谢谢`, { kind: 'praise', contact })
        expect(await file('conversation-2', thanks)).not.toBe(first)
      })

      it('is filed anew where the earlier one has ended', async () => {
        const contact = reached('13912345678')
        const first = await file('conversation-1', draftOf(burst, { contact }))
        const by: Actor = { role: 'citizen', id: 'conversation-1' }
        await scene.tickets.office.execute(first, { kind: 'withdraw', by, reason: '修好了' })
        expect(await file('conversation-2', draftOf(`${burst}，报过了`, { contact }))).not.toBe(first)
      })

      it('is filed anew where the earlier one ends between judging and filing', async () => {
        const contact = reached('13912345678')
        const first = await file('conversation-1', draftOf(burst, { contact }))
        await open('conversation-2')
        const { filing, office } = scene.tickets
        const demand = {
          conversation: 'conversation-2',
          filedAt: scene.now,
          draft: draftOf(`${burst}，报过了`, { contact }),
        }
        const prepared = await filing.prepare(demand)
        expect(prepared.repeats).toBe(first)
        const by: Actor = { role: 'citizen', id: 'conversation-1' }
        await office.execute(first, { kind: 'withdraw', by, reason: '修好了' })
        const filed = await scene.store.transaction((inside) => filing.file(inside, prepared))
        expect(filed).toMatchObject({ repeated: false })
        expect(filed.ticket.number).not.toBe(first)
      })

      it('is never taken for a repeat of another person’s demand', async () => {
        const first = await file('conversation-1', draftOf(burst, { contact: reached('13912345678') }))
        const second = await file('conversation-2', draftOf(`${burst}，报过了`, { contact: reached('13987654321') }))
        expect(second).not.toBe(first)
      })
    })
  })
}
