import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { after, makeTicket } from '../store/makers.ts'

const day = 86_400_000

export function describeTickets(current: () => Store): void {
  describe('tickets', () => {
    it('files under the next number of its day', async () => {
      const { tickets } = current()
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0001')
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0002')
      expect((await tickets.file(makeTicket({ filedAt: after(day) }))).number).toBe('20261124-0001')
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0003')
    })

    it('keeps the number that a ticket had elsewhere, and counts on behind it', async () => {
      const { tickets } = current()
      await tickets.file(makeTicket())
      expect((await tickets.file(makeTicket({ number: '20261123-0007' }))).number).toBe('20261123-0007')
      expect((await tickets.file(makeTicket({ number: '20261123-0003' }))).number).toBe('20261123-0003')
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0008')
      await expect(tickets.file(makeTicket({ number: '20261123-0007' }))).rejects.toThrow()
      for (const number of ['20261124-0001', '20261123-00009', 'A-1'])
        await expect(tickets.file(makeTicket({ number }))).rejects.toThrow(RangeError)
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0009')
    })

    it('counts the days of the city, not those of Greenwich', async () => {
      const { tickets } = current()
      const filed = await tickets.file(makeTicket({ filedAt: new Date('2026-12-31T16:00:00Z') }))
      expect(filed.number).toBe('20270101-0001')
      expect((await tickets.file(makeTicket({ filedAt: new Date('2026-12-31T15:59:59Z') }))).number).toBe(
        '20261231-0001',
      )
    })

    it('gives a ticket back as it was filed', async () => {
      const { tickets } = current()
      const filed = await tickets.file(makeTicket({ kind: 'handover', reason: 'safety' }))
      expect(filed).toEqual({
        ...makeTicket({ kind: 'handover', reason: 'safety' }),
        number: '20261123-0001',
        state: 'filed',
      })
      expect(await tickets.find('20261123-0001')).toEqual(filed)
      expect(await tickets.find('20261123-0002')).toBeNull()
    })

    it('lists the newest first', async () => {
      const { tickets } = current()
      for (const filedAt of [after(0), after(0), after(-day), after(5)]) await tickets.file(makeTicket({ filedAt }))
      expect((await tickets.list(3)).map(({ number }) => number)).toEqual([
        '20261123-0003',
        '20261123-0002',
        '20261123-0001',
      ])
    })

    it('numbers fifty that are filed at the same moment without a gap or a duplicate', async () => {
      const filed = await Promise.all(Array.from({ length: 50 }, () => current().tickets.file(makeTicket())))
      expect(filed.map(({ number }) => number).sort()).toEqual(numbers(50))
    })

    it('leaves no gap where a transaction with a ticket fails', async () => {
      const tries = Array.from({ length: 30 }, (_, index) =>
        current()
          .transaction(async ({ tickets }) => {
            await tickets.file(makeTicket())
            if (index % 3 === 0) throw new Error('changed its mind')
          })
          .catch(() => undefined),
      )
      await Promise.all(tries)
      expect((await current().tickets.list(50)).map(({ number }) => number).sort()).toEqual(numbers(20))
    })
  })
}

const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `20261123-${String(index + 1).padStart(4, '0')}`)
