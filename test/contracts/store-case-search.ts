import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import type { TicketQuery } from '../../src/core/ticket-cases.ts'
import type { TicketCase } from '../../src/core/ticket-life.ts'
import { appendTo, clerk, hardText, makeCase } from '../store/case-makers.ts'
import { after, makeDraft, noon } from '../store/makers.ts'

const assigned = (lead: string, ...coHandling: string[]) => ({
  assignment: { lead, coHandling, line: null, reason: '' },
})
const inPlace = (...region: string[]) => ({ draft: makeDraft({ region }) })
const saying = (subject: string, description = '') => ({ draft: makeDraft({ subject, description }) })
type Filed = Parameters<typeof makeCase>[2]

export function describeCaseSearch(current: () => Store): void {
  const shortly = (tickets: readonly TicketCase[]) => tickets.map((each) => Number(each.number.slice(-4))).join(' ')
  const find = async (query: Partial<TicketQuery>) =>
    shortly((await current().cases.search({ order: 'newest', limit: 50, ...query })).tickets)
  const make = async (...cases: readonly (readonly [Partial<TicketCase>, Filed?])[]) => {
    for (const [life, filed] of cases) await makeCase(current(), life, filed)
  }

  describe('a search of demands', () => {
    it('gives all, the newest first, or what is due soonest first and without a due date last', async () => {
      await make(
        [{ due: after(500) }],
        [{ due: null }, { filedAt: after(-9) }],
        [{ due: after(100) }, { filedAt: after(9) }],
        [{ due: after(-100) }],
        [{ due: null }],
      )
      expect(await find({})).toBe('3 5 4 1 2')
      expect(await find({ order: 'due' })).toBe('4 3 1 2 5')
      expect(await find({ order: 'due', dueBefore: after(500) })).toBe('4 3')
      expect(await find({ filedFrom: noon, filedBefore: after(9) })).toBe('5 4 1')
      expect(await find({ limit: 2 })).toBe('3 5')
    })

    it('gives what has changed since, whatever was last, also of a department', async () => {
      const change = async (changes: readonly number[], life: Partial<TicketCase> = {}) => {
        let now = await makeCase(current(), life)
        for (const at of changes)
          now = await appendTo(current(), now, {}, [{ kind: 'urged', at: after(at), by: clerk, text: '' }])
      }
      await change([])
      await change([5], assigned('a'))
      await change([5, 9], assigned('a', 'b'))
      expect(await find({ changedSince: noon })).toBe('3 2 1')
      expect(await find({ changedSince: after(5) })).toBe('3 2')
      expect(await find({ changedSince: after(6), department: 'a' })).toBe('3')
      expect(await find({ changedSince: after(10) })).toBe('')
    })

    it('narrows by state, open ones, settled ones or both', async () => {
      const states = ['filed', 'accepted', 'objected', 'closed', 'withdrawn', 'transferred'] as const
      await make(...states.map((state) => [{ state }] as const))
      expect(await find({ states: ['objected'] })).toBe('3')
      expect(await find({ states: ['filed', 'objected'], order: 'due' })).toBe('1 3')
      expect(await find({ states: ['closed', 'withdrawn'] })).toBe('5 4')
      expect(await find({ states: ['closed', 'accepted'] })).toBe('4 2')
      expect(await find({ states: [] })).toBe('')
    })

    it('narrows by the department that leads or takes part, and lists each demand once', async () => {
      await make(
        [{ ...assigned('a', 'b'), due: after(9) }],
        [{ ...assigned('b', 'b', 'a'), due: after(5), state: 'closed' }],
        [assigned('c')],
        [{ ...assigned('b'), due: after(7) }],
      )
      expect(await find({ department: 'a' })).toBe('2 1')
      expect(await find({ department: 'b', order: 'due' })).toBe('2 4 1')
      expect(await find({ department: 'b', order: 'due', states: ['filed', 'dispatched'] })).toBe('4 1')
      expect(await find({ department: 'b', dueBefore: after(9), filedFrom: noon })).toBe('4 2')
      expect(await find({ department: 'd' })).toBe('')
    })

    it('narrows by a whole class of subjects or its beginning', async () => {
      await make(
        [{ subject: '020301' }],
        [{ subject: '020302' }],
        [{ subject: '020401' }],
        [{ subject: '120301' }],
        [{}],
      )
      expect(await find({ subject: '020301' })).toBe('1')
      expect(await find({ subject: '0203' })).toBe('2 1')
      expect(await find({ subject: '02' })).toBe('3 2 1')
      expect(await find({ subject: '' })).toBe('5 4 3 2 1')
    })

    it('narrows by a place with all that lies in it, and not by a name that only begins alike', async () => {
      const place = (...region: string[]) => [{}, inPlace(...region)] as const
      await make(
        place('云汀市'),
        place('云汀市', '滨江区'),
        place('云汀市', '滨江区', '新河街道'),
        place('云汀市', '滨江区二'),
        place('云汀市二', '滨江区'),
        place(),
      )
      expect(await find({ region: ['云汀市', '滨江区'] })).toBe('3 2')
      expect(await find({ region: ['云汀市'] })).toBe('4 3 2 1')
      expect(await find({ region: [] })).toBe('6 5 4 3 2 1')
      expect(await find({ region: ['滨江区'] })).toBe('')
    })

    it('takes for the place where it happened what was said of it rather than where the person asks', async () => {
      const where = { said: '', region: ['云汀市', '云麓区'], point: null }
      await make([{}, { draft: makeDraft({ region: ['云汀市', '滨江区'], where }) }])
      expect(await find({ region: ['云汀市', '云麓区'] })).toBe('1')
      expect(await find({ region: ['云汀市', '滨江区'] })).toBe('')
    })

    it('narrows by conversation, incident, supervision and breach', async () => {
      await make(
        [{ incident: 'i' }, { conversation: 'c' }],
        [{ supervised: true, breached: 2 }, { conversation: 'C' }],
        [{ breached: 1 }],
      )
      expect(await find({ conversation: 'c' })).toBe('1')
      expect(await find({ incident: 'i' })).toBe('1')
      expect(await find({ supervised: true })).toBe('2')
      expect(await find({ supervised: false })).toBe('3 1')
      expect(await find({ breached: true })).toBe('3 2')
      expect(await find({ breached: false })).toBe('1')
      expect(await find({ breached: true, supervised: false })).toBe('3')
    })

    it('narrows by all at once', async () => {
      const all = {
        state: 'objected',
        subject: '020301',
        due: after(5),
        supervised: true,
        breached: 1,
        incident: 'i',
      } as const
      await make([{ ...all, ...assigned('a') }], [{ ...all, ...assigned('b') }], [assigned('a')])
      const query: Partial<TicketQuery> = {
        ...{ department: 'a', subject: '02', region: ['云汀市'], conversation: 'conversation-1' },
        ...{ incident: 'i', filedFrom: noon, filedBefore: after(1), dueBefore: after(6), supervised: true },
        ...{ breached: true, words: '噪声 施工' },
        states: ['objected'],
      }
      expect(await find({ ...query, order: 'newest' })).toBe('1')
      expect(await find({ ...query, order: 'due' })).toBe('1')
    })
  })

  describe('a search for words', () => {
    it('finds what stands in the subject line or the description, all words of it', async () => {
      await make(
        [{}, saying('夜间施工噪声', '新河路 8 号工地')],
        [{}, saying('路灯不亮', '声音很大的施工，噪得睡不着')],
        [{}, saying('Street light', 'The LAMP on Xinhe Road is out')],
      )
      expect(await find({ words: '噪声' })).toBe('1')
      expect(await find({ words: '施工' })).toBe('2 1')
      expect(await find({ words: ' 施工　工地 ' })).toBe('1')
      expect(await find({ words: '灯' })).toBe('2')
      expect(await find({ words: '8' })).toBe('1')
      expect(await find({ words: 'lamp' })).toBe('3')
      expect(await find({ words: 'ＬＡＭＰ xinhe' })).toBe('3')
      expect(await find({ words: '声夜' })).toBe('')
      expect(await find({ words: '施声' })).toBe('')
      expect(await find({ words: '  ' })).toBe('3 2 1')
    })

    it('takes every character for itself, and halves of characters too', async () => {
      await make([{}, saying('100% off_ !', hardText)], [{}, saying('1000 offer', 'x')])
      for (const words of ['100%', 'f_', '!', '\0', '\ud83d', '👷🏽', '\\"\'', '%_!'])
        expect(await find({ words })).toBe('1')
      expect(await find({ words: '*" OR "' })).toBe('')
    })

    it('reads the first 200 characters of a long search', async () => {
      await make([{}, saying('长', '路灯'.repeat(50_000))], [{}, saying('短', '路灯'.repeat(99))])
      expect(await find({ words: '路灯'.repeat(100) + '无' })).toBe('1')
    })
  })

  describe('the pages of a search', () => {
    async function pages(query: Omit<TicketQuery, 'after'>, between = async () => {}): Promise<readonly string[]> {
      const numbers: string[] = []
      let after: string | null = null
      do {
        const page = await current().cases.search({ ...query, ...(after === null ? {} : { after }) })
        expect(page.tickets.length).toBeLessThanOrEqual(query.limit)
        numbers.push(...page.tickets.map((each) => each.number))
        after = page.next
        await between()
      } while (after !== null)
      return numbers
    }

    it.each(['newest', 'due'] as const)('lose and repeat none with equal keys, by %s', async (order) => {
      for (let index = 0; index < 23; index += 1)
        await makeCase(
          current(),
          { due: index % 3 === 0 ? null : after(index % 2), ...assigned('a') },
          { filedAt: after(index % 4) },
        )
      const whole = (await current().cases.search({ order, limit: 50 })).tickets.map((each) => each.number)
      expect(new Set(whole).size).toBe(23)
      for (const limit of [1, 5, 22, 23, 24]) {
        expect(await pages({ order, limit })).toEqual(whole)
        expect(await pages({ order, limit, department: 'a', states: ['filed'] })).toEqual(whole)
        expect(await pages({ order, limit, words: '施工 噪声' })).toEqual(whole)
        expect(await pages({ order, limit, words: '夜间施工', department: 'a' })).toEqual(whole)
      }
    })

    it.each(['newest', 'due'] as const)('lose and repeat none while more are filed, by %s', async (order) => {
      const file = async () => {
        await makeCase(current(), { due: after(5) }, { filedAt: noon })
      }
      for (let index = 0; index < 12; index += 1) await file()
      const first = await pages({ order: 'newest', limit: 50 })
      const seen = await pages({ order, limit: 5 }, async () => {
        if ((await find({})).split(' ').length < 16) await file()
      })
      expect(seen.filter((number) => first.includes(number))).toHaveLength(12)
      expect(new Set(seen).size).toBe(seen.length)
    })

    it('begin behind the end of another page of such a search, and nowhere else', async () => {
      await make([{}], [{}])
      const { next } = await current().cases.search({ order: 'newest', limit: 1 })
      const search = (after: string, order: TicketQuery['order'] = 'newest') =>
        current().cases.search({ order, limit: 1, after })
      await expect(search(next ?? '', 'due')).rejects.toThrow(RangeError)
      for (const end of ['', 'newest', 'newest.1', 'newest.1.x', "newest.1.1' or 1=1"])
        await expect(search(end)).rejects.toThrow(RangeError)
    })
  })
}
