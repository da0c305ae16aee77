import { describe, expect, it } from 'vitest'
import { StaleTicket } from '../../src/core/stale-ticket.ts'
import type { Store } from '../../src/core/store.ts'
import { justFiled } from '../../src/core/ticket-life.ts'
import {
  appendTo,
  caseOf,
  clerk,
  everyEvent,
  fileCase,
  fullDraft,
  fullLife,
  makeCase,
  photo,
} from '../store/case-makers.ts'
import { after, makeDraft, makeTicket, noon } from '../store/makers.ts'

const number = '20261123-0001'

export function describeCases(current: () => Store): void {
  describe('the life of a demand', () => {
    it('begins when it is filed, by the person who files it', async () => {
      const filed = await current().tickets.file(makeTicket({ draft: fullDraft() }))
      expect(await current().cases.history(number)).toEqual([
        { kind: 'filed', at: noon, by: { role: 'citizen', id: 'conversation-1' } },
      ])
      expect(await current().cases.case(number)).toEqual({
        ...filed,
        ...justFiled,
      })
    })

    it('is not that of a handover or of an unknown number', async () => {
      const { number: handover } = await current().tickets.file(makeTicket({ kind: 'handover', reason: 'fault' }))
      for (const each of [handover, '20261123-0002']) {
        expect(await current().cases.case(each)).toBeNull()
        expect(await current().cases.history(each)).toEqual([])
      }
      expect((await current().cases.search({ order: 'newest', limit: 9 })).tickets).toEqual([])
      expect(await current().cases.pending(after(9), 9)).toEqual([])
      const now = { ...(await fileCase(current())), number: handover }
      await expect(appendTo(current(), { ...now, version: 0 }, {})).rejects.toThrow('no such demand')
      await expect(appendTo(current(), { ...now, number: 'x' }, {})).rejects.toThrow('no such demand')
    })

    it('keeps events of every kind, in their order, and what the ticket has become', async () => {
      const filed = await fileCase(current(), { draft: fullDraft() })
      const now = await appendTo(current(), filed, fullLife, everyEvent)
      expect((await current().cases.history(number)).slice(1)).toEqual(everyEvent)
      expect(now.version).toBe(everyEvent.length + 1)
      expect(await current().cases.case(number)).toEqual(now)
      expect(await current().tickets.find(number)).toMatchObject({ number, state: 'objected', draft: fullDraft() })
    })

    it('takes back what is no longer so', async () => {
      const full = await makeCase(current(), { ...fullLife, lookAt: noon })
      const { state, subject, due, assignment, incident, supervised, breached } = await fileCase(current())
      const now = await appendTo(current(), full, { state, subject, due, assignment, incident, supervised, breached })
      expect(await current().cases.case(number)).toEqual(now)
      expect((await current().cases.search({ order: 'due', limit: 9, department: 'environment' })).tickets).toEqual([])
    })

    it('has one writer at a time: of ten with the same version one wins, and the others are told', async () => {
      const filed = await fileCase(current())
      const writing = Array.from({ length: 10 }, (_, index) => appendTo(current(), filed, { urged: index + 1 }))
      const ended = await Promise.allSettled(writing)
      const lost = ended.filter((each) => each.status === 'rejected')
      expect(lost).toHaveLength(9)
      lost.forEach(({ reason }) => expect(reason).toBeInstanceOf(StaleTicket))
      expect(await current().cases.history(number)).toHaveLength(2)
      const winner = ended.findIndex(({ status }) => status === 'fulfilled')
      expect(await caseOf(current(), number)).toMatchObject({ urged: winner + 1, version: 2 })
    })

    it('lets no writer pass who has seen too little or too much', async () => {
      const filed = await fileCase(current())
      await appendTo(current(), filed, {})
      await expect(appendTo(current(), filed, {})).rejects.toThrow(StaleTicket)
      await expect(appendTo(current(), { ...filed, version: 3 }, {})).rejects.toThrow(StaleTicket)
      await expect(appendTo(current(), { ...filed, version: 0 }, {})).rejects.toThrow(StaleTicket)
      expect(await current().cases.history(number)).toHaveLength(2)
    })

    it('refuses events that do not make the version they should', async () => {
      const filed = await fileCase(current())
      const events = [{ kind: 'taken', at: noon, by: clerk }] as const
      const append = current().cases.append({ before: 1, events, now: { ...filed, version: 3 }, lookAt: null })
      await expect(append).rejects.toThrow(RangeError)
      expect(await caseOf(current(), number)).toEqual(filed)
    })

    it('never has events without what they add up to, nor this without them', async () => {
      const filed = await fileCase(current())
      const failing = current().transaction(async (store) => {
        await appendTo(store, filed, fullLife, everyEvent)
        throw new Error('the process ends here')
      })
      await expect(failing).rejects.toThrow('the process ends here')
      expect(await caseOf(current(), number)).toEqual(filed)
      expect(await current().cases.history(number)).toHaveLength(1)
      expect(await current().cases.attachment('reply-1')).toBeNull()
      const now = { ...filed, state: 'closed' as const, version: 2 }
      const events = [{ kind: 'taken' as const, at: new Date(Number.NaN), by: clerk }]
      await expect(current().cases.append({ before: 1, events, now, lookAt: null })).rejects.toThrow()
      expect(await caseOf(current(), number)).toEqual(filed)
      const unfiled = current().transaction(async (store) => {
        await store.tickets.file(makeTicket())
        throw new Error('undo')
      })
      await expect(unfiled).rejects.toThrow('undo')
      expect(await current().cases.history('20261123-0002')).toEqual([])
    })

    it('goes on inside a transaction with what was filed in it', async () => {
      const now = await current().transaction(async (store) => makeCase(store, { state: 'accepted', due: after(5) }))
      expect(await current().cases.case(number)).toEqual(now)
    })
  })

  describe('what a sweep looks at', () => {
    const pending = async (at: number, limit = 9) =>
      (await current().cases.pending(after(at), limit)).map((each) => each.number.slice(-1)).join('')

    it('is what waits since that moment or longer, the earliest first', async () => {
      for (const lookAt of [after(30), after(10), null, after(20), after(10)]) await makeCase(current(), { lookAt })
      expect(await pending(9)).toBe('')
      expect(await pending(10)).toBe('25')
      expect(await pending(99)).toBe('2541')
      expect(await pending(99, 3)).toBe('254')
    })

    it('is a demand from its filing until somebody says when to look again', async () => {
      const filed = await fileCase(current())
      expect(await pending(0)).toBe('1')
      await appendTo(current(), filed, { lookAt: after(50) }, [])
      expect(await pending(49)).toBe('')
      expect(await pending(50)).toBe('1')
      expect(await current().cases.history(number)).toHaveLength(1)
    })
  })

  describe('demands alike', () => {
    const region = ['云汀市', '滨江区']
    const nobody = { conversation: 'nobody', contact: null, region: null, subject: null, since: after(-1000), limit: 9 }
    const alike = async (demand: Partial<typeof nobody> | object) =>
      (await current().cases.alike({ ...nobody, ...demand })).map((each) => each.number.slice(-1)).join('')
    const contact = { wish: 'named', name: null, phone: '+86 138-0000-1111', email: 'Li@example.com' } as const

    it('are those of the same person, however the number is written', async () => {
      await fileCase(current(), { draft: makeDraft({ contact }) })
      await fileCase(current(), { conversation: 'nobody', filedAt: after(1) })
      await fileCase(current(), { filedAt: after(-1001), draft: makeDraft({ contact }) })
      expect(await alike({})).toBe('2')
      expect(await alike({ contact: '13800001111' })).toBe('21')
      expect(await alike({ contact: '１３８ 0000 1111' })).toBe('21')
      expect(await alike({ contact: ' LI@EXAMPLE.com' })).toBe('21')
      expect(await alike({ contact: '13800001112' })).toBe('2')
      expect(await alike({ contact: '不说' })).toBe('2')
      expect(await alike({ contact: '13800001111', limit: 1 })).toBe('2')
    })

    it('are those with the same subject in the same place, around it or in it', async () => {
      const places = [region, ['云汀市'], [...region, '新河街道'], ['云汀市', '云麓区'], ['云汀市', '滨江区二']]
      for (const place of places)
        await makeCase(current(), { subject: '020301' }, { draft: makeDraft({ region: place }) })
      await makeCase(current(), { subject: '020302' }, { draft: makeDraft({ region }) })
      expect(await alike({ region, subject: '020301' })).toBe('321')
      expect(await alike({ region, subject: null })).toBe('')
    })

    it('are those with the same subject wherever one of them does not say in which district it is', async () => {
      await makeCase(
        current(),
        { subject: '020301' },
        { draft: makeDraft({ region: ['云汀市', '云麓区'], where: null }) },
      )
      await makeCase(current(), { subject: '020301' }, { draft: makeDraft({ region: null, where: null }) })
      await makeCase(current(), { subject: '020302' }, { draft: makeDraft({ region: null, where: null }) })
      expect(await alike({ region, subject: '020301' })).toBe('2')
      expect(await alike({ region: null, subject: '020301' })).toBe('21')
      expect(await alike({ region: [], subject: '020301' })).toBe('21')
    })
  })

  describe('incidents and files', () => {
    it('keep every reporter of an incident, and lose one who is parted from it', async () => {
      const incident = { id: 'incident-1', openedAt: noon, subject: '020301', title: `停水${photo().name}\0` }
      await current().cases.openIncident(incident)
      await current().cases.openIncident({ ...incident, title: 'another' })
      const first = await makeCase(current(), { incident: incident.id })
      const second = await makeCase(current(), { incident: incident.id })
      expect(await current().cases.incident(incident.id)).toEqual({
        ...incident,
        tickets: [first.number, second.number],
      })
      await appendTo(current(), first, { incident: null })
      expect((await current().cases.incident(incident.id))?.tickets).toEqual([second.number])
      expect(await current().cases.incident('nowhere')).toBeNull()
    })

    it('find the demand of a file, whether it came at the beginning or later', async () => {
      const filed = await fileCase(current(), { draft: fullDraft() })
      await appendTo(current(), filed, {}, everyEvent)
      const { cases } = current()
      expect(await cases.attachment('file-1')).toEqual({ ticket: number, attachment: photo() })
      expect(await cases.attachment('reply-1')).toEqual({ ticket: number, attachment: photo({ id: 'reply-1' }) })
      expect((await cases.attachment('later-1'))?.attachment.point).toBeNull()
      expect(await cases.attachment('nowhere')).toBeNull()
    })
  })
}
