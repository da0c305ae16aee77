import { describe, expect, it } from 'vitest'
import { justFiled, type Actor, type TicketCase, type TicketEvent } from '../../src/core/ticket-life.ts'
import { tellDepartments } from '../../src/tickets/tell-departments.ts'
import { everyEvent } from '../store/case-makers.ts'
import { after, makeDraft, noon } from '../store/makers.ts'

const reviewer: Actor = { role: 'reviewer', id: 'reviewer-1' }
const body = (id: string): Actor => ({ role: 'department', id })
const assigned = (lead: string, ...coHandling: string[]) => ({ lead, coHandling, line: 'D-1', reason: 'D-1' })
const dispatched = (...bodies: [string, ...string[]]): TicketEvent => ({
  ...{ kind: 'dispatched', at: noon, by: reviewer, due: after(9) },
  assignment: assigned(...bodies),
})

const ticket = (change: Partial<TicketCase> = {}): TicketCase => ({
  ...{ ...justFiled, number: '20261123-0001', kind: 'ticket', conversation: 'c', filedAt: noon, state: 'accepted' },
  ...{ draft: makeDraft(), reason: null, version: 4 },
  ...change,
})
const told = (before: TicketCase, ...events: TicketEvent[]) =>
  tellDepartments({ before, events }).map(({ department, type, sequence }) => `${department} ${type} ${sequence}`)

describe('what departments are told', () => {
  it('is that they lead a ticket, or help with it', () => {
    expect(tellDepartments({ before: ticket(), events: [dispatched('parks', 'water')] })).toMatchObject([
      { department: 'parks', type: 'ticket.dispatched', facts: { as: 'lead', line: 'D-1' }, sequence: 5 },
      { department: 'water', type: 'ticket.dispatched', facts: { as: 'co-handling', line: 'D-1' }, sequence: 5 },
    ])
  })

  it('is that another has it now', () => {
    const before = ticket({ state: 'dispatched', assignment: assigned('parks', 'water') })
    expect(told(before, dispatched('roads', 'water'))).toEqual([
      'parks ticket.reassigned 5',
      'roads ticket.dispatched 5',
      'water ticket.dispatched 5',
    ])
  })

  it('is how their objection was decided, and to whom it went then', () => {
    const objection = { reason: 'r', line: 'D-2', by: 'parks', decideBy: after(1) }
    const before = ticket({ state: 'objected', assignment: assigned('parks'), objection })
    const upheld: TicketEvent = { kind: 'objection-upheld', at: noon, by: reviewer, note: 'so it is' }
    expect(told(before, upheld, dispatched('roads'))).toEqual([
      'parks ticket.objection-decided 5',
      'roads ticket.dispatched 6',
    ])
  })

  it('is not what they did themselves, but others who help are told of it', () => {
    const before = ticket({ state: 'in-progress', assignment: assigned('parks', 'water') })
    const replied: TicketEvent = { kind: 'replied', at: noon, by: body('parks'), text: '修好了', attachments: [] }
    expect(told(before, replied)).toEqual(['water ticket.replied 5'])
  })

  it('is nothing while nobody has it', () => {
    expect(told(ticket({ assignment: null }), { kind: 'urged', at: noon, by: reviewer, text: '快' })).toEqual([])
  })

  it('holds no word that a person wrote, whatever happens', () => {
    const before = ticket({ state: 'in-progress', assignment: assigned('parks', 'water') })
    const secret = '不能外传的话'
    const events = everyEvent.map((event) =>
      Object.fromEntries(
        Object.entries(event).map(([name, value]) => [
          name,
          ['text', 'note', 'reason', 'context', 'to'].includes(name) ? secret : value,
        ]),
      ),
    ) as unknown as TicketEvent[]
    const facts = events.flatMap((event) => tellDepartments({ before, events: [event] }).map((notice) => notice.facts))
    expect(facts.length).toBeGreaterThan(20)
    expect(JSON.stringify(facts)).not.toContain(secret)
  })
})
