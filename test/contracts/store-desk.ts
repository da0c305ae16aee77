import { describe, expect, it } from 'vitest'
import type { DeskCase, DeskCommand } from '../../src/core/desk.ts'
import type { Store } from '../../src/core/store.ts'
import { openCase } from '../../src/desk/apply-event.ts'
import { decideDesk } from '../../src/desk/decide.ts'
import { asked, minutes, monday, setting } from '../desk/makers.ts'

export function describeDesk(current: () => Store): void {
  describe('the desk', () => {
    const open = (number: string, at = monday, conversation = `conversation-${number}`) => {
      const event = asked(number, at)
      const own = { ...event, case: { ...event.case, conversation } }
      return current().desk.open(own, openCase(own))
    }
    /** Does a command to a case as it is kept. */
    async function act(number: string, command: DeskCommand, at = monday): Promise<DeskCase> {
      const found = await current().desk.find(number)
      if (found === null) throw new Error('The case is missing.')
      const decision = decideDesk(command, found.case, setting(at))
      if (decision.kind === 'refused') throw new Error(decision.why.id)
      expect(await current().desk.change(decision.now, found.version, decision.events)).toBe(true)
      return decision.now
    }
    const anna = { role: 'operator', id: 'anna' } as const
    const take = { kind: 'take', by: anna, operator: 'anna' } as const

    it('keeps a case with all that happened to it', async () => {
      expect(await open('a')).toBe('opened')
      await act('a', take)
      await act('a', { kind: 'keep', by: anna }, minutes(1))
      await act('a', { kind: 'pass', by: anna, to: 'bo', skill: 'tax', note: '请看一下' }, minutes(2))
      const callBack = { phone: '13900000000', from: minutes(60) }
      await act('a', { kind: 'ask-call-back', by: { role: 'citizen' }, callBack }, minutes(3))
      await act('a', { kind: 'raise', by: { role: 'system' } }, minutes(3))
      const last = await act(
        'a',
        { kind: 'end', by: { role: 'supervisor', id: 'chief' }, outcome: 'no-answer', note: '' },
        minutes(4),
      )
      expect(await current().desk.find('a')).toEqual({ case: last, version: 7 })
      const history = await current().desk.history('a')
      expect(history.map(({ kind }) => kind)).toEqual('asked taken kept passed call-back-asked raised ended'.split(' '))
      expect(history[0]).toEqual(asked('a'))
      expect(history[3]).toEqual({
        ...{ kind: 'passed', at: minutes(2), by: anna, to: 'bo', skill: 'tax', note: '请看一下', until: minutes(4) },
      })
      expect(history[4]).toMatchObject({ by: { role: 'citizen' }, callBack })
    })

    it('knows nothing of a case that is not there', async () => {
      expect(await current().desk.find('x')).toBeNull()
      expect(await current().desk.ofConversation('x')).toBeNull()
      expect(await current().desk.history('x')).toEqual([])
      expect(await current().desk.change(openCase(asked('x')), 1, [])).toBe(false)
    })

    it('has one case of a conversation at a time, whoever asks at the same moment', async () => {
      const both = await Promise.all([open('a', monday, 'one'), open('b', monday, 'one')])
      expect(both.toSorted()).toEqual(['exists', 'opened'])
      const first = await current().desk.ofConversation('one')
      const number = first?.case.number ?? ''
      await act(number, { kind: 'end', by: { role: 'citizen' }, outcome: 'abandoned', note: '' })
      expect(await current().desk.ofConversation('one')).toBeNull()
      expect(await open('c', minutes(1), 'one')).toBe('opened')
    })

    it('lets one of two operators have it who take it at the same moment', async () => {
      await open('a')
      const found = await current().desk.find('a')
      if (found === null) throw new Error('The case is missing.')
      const taken = await Promise.all(
        ['anna', 'bo'].map(async (operator) => {
          const by = { role: 'operator', id: operator } as const
          const decision = decideDesk({ kind: 'take', by, operator }, found.case, setting())
          return decision.kind === 'done' && current().desk.change(decision.now, found.version, decision.events)
        }),
      )
      expect(taken.toSorted()).toEqual([false, true])
      expect((await current().desk.history('a')).map(({ kind }) => kind)).toEqual(['asked', 'taken'])
    })

    it('lists what is not over, in the order in which it was asked for', async () => {
      await open('b', minutes(1))
      await open('a', minutes(2))
      await open('c', minutes(0))
      await act('b', take, minutes(3))
      await act('c', { kind: 'end', by: { role: 'citizen' }, outcome: 'abandoned', note: '' }, minutes(3))
      expect((await current().desk.current()).map((record) => [record.case.number, record.case.state])).toEqual([
        ['b', 'held'],
        ['a', 'waiting'],
      ])
    })

    it('remembers how long conversations were held, the newest first', async () => {
      for (const [number, length] of [
        ['a', 1],
        ['b', 1.25],
      ] as const) {
        await open(number)
        await act(number, take)
        await act(number, { kind: 'end', by: anna, outcome: 'answered', note: '' }, minutes(length))
      }
      await open('c')
      expect(await current().desk.lengths(5)).toEqual([75_000, 60_000])
      expect(await current().desk.lengths(1)).toEqual([75_000])
    })

    it('takes part in a transaction', async () => {
      const failing = current().transaction(async ({ desk }) => {
        await desk.open(asked('a'), openCase(asked('a')))
        throw new Error('No.')
      })
      await expect(failing).rejects.toThrow('No.')
      expect(await current().desk.find('a')).toBeNull()
    })
  })
}
