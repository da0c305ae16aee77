import { describe, expect, it } from 'vitest'
import { justFiled, type TicketCase } from '../../../src/core/ticket-life.ts'
import type { ComparedDemand } from '../../../src/tickets/duplicates/compared-demand.ts'
import { finder, makeDemand } from './make-demand.ts'

const never = new AbortController().signal
const burst = '门口自来水管爆了，水流了一地，没人来修'

const filed = (number: string, demand: ComparedDemand, more: Partial<TicketCase> = {}): TicketCase => ({
  ...justFiled,
  number,
  kind: 'ticket',
  state: 'accepted',
  reason: null,
  conversation: demand.conversation,
  filedAt: demand.filedAt,
  subject: demand.subject,
  draft: {
    ...{ kind: 'report', subject: '水管爆了', description: demand.text, region: demand.region, wish: null },
    ...{ where: demand.where, when: demand.when, contact: demand.contact, attachments: [], tried: [] },
  },
  ...more,
})
const pipe = { subject: '050102' }
const newOne = { ...makeDemand(burst, { ...pipe, at: '2026-11-22T20:40', phone: '13912345678' }), number: null }

describe('a new demand among those filed', () => {
  it('belongs to the incident that others are in already rather than to a new one', async () => {
    const found = await finder.findDuplicates(
      newOne,
      [
        filed('n-1', makeDemand(burst, pipe)),
        filed('n-2', makeDemand(burst, pipe), { incident: 'incident-n-2' }),
        filed('n-3', makeDemand('小区停电了', { where: '东方明珠花园', subject: '050201' })),
      ],
      never,
    )
    expect(found.repeat).toBeNull()
    expect(found.incident).toMatchObject({ incident: 'incident-n-2', tickets: ['n-2'], unasked: true })
  })

  it('repeats what the same person filed, and is in one incident with what others did', async () => {
    const own = makeDemand(burst, { ...pipe, phone: '13912345678' })
    const said = { ...newOne, text: `${burst}，报过了还没人来` }
    const found = await finder.findDuplicates(said, [filed('n-1', makeDemand(burst, pipe)), filed('n-2', own)], never)
    expect(found.repeat).toMatchObject({ ticket: 'n-2', unasked: true })
    expect(found.incident).toMatchObject({ incident: null, tickets: ['n-1'] })
  })

  it('is no duplicate of itself or of what was withdrawn', async () => {
    const same = [filed('n-1', makeDemand(burst, pipe)), filed('n-2', makeDemand(burst, pipe), { state: 'withdrawn' })]
    const found = await finder.findDuplicates({ ...newOne, number: 'n-1' }, same, never)
    expect(found).toEqual({ repeat: null, incident: null, related: [] })
  })
})
