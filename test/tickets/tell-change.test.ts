import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import english from '../../prompts/phrases.en.json' with { type: 'json' }
import chinese from '../../prompts/phrases.zh.json' with { type: 'json' }
import { createSpeak } from '../../src/core/phrase.ts'
import type { TicketEvent } from '../../src/core/ticket-life.ts'
import { applyEvent } from '../../src/tickets/life/apply-event.ts'
import { asksWhetherSolved, tellChange, type Wording } from '../../src/tickets/tell-change.ts'
import { everyEvent } from '../store/case-makers.ts'
import { assignTo, at, citizen, commands as c, newCase, shown, sweepAt, tell, type Story } from './life/makers.ts'

const speak = createSpeak({ zh: chinese, en: english })
const wording: Wording = { body: (id) => id, moment: (moment) => shown(moment) ?? '', reopenUntil: (moment) => moment }

/** What is told, by the names of its phrases, of what happened between two points of a story. */
function toldBetween(before: Story, after: Story): string {
  const events = after.history.slice(before.history.length)
  return tellChange({ before: before.case, events, now: after.case }, wording)
    .map(({ id }) => id.replace('ticket.told.', ''))
    .join(' ')
}
const toldOf = (before: Story, ...steps: Parameters<typeof tell>[0]) => toldBetween(before, tell(steps, before))

const working = tell([c.accept, c.dispatch, c.take])
const replied = tell([c.reply], working)

describe('the citizen', () => {
  it('is told each step once, with the last word of a change', () => {
    expect(toldOf(tell([]), c.accept)).toBe('accepted')
    expect(toldOf(tell([]), c.accept, c.dispatch)).toBe('dispatched')
    expect(toldOf(tell([c.accept, c.dispatch]), c.reply)).toBe('replied')
    expect(toldOf(replied, c.no)).toBe('reworked')
    expect(toldOf(replied, c.yes)).toBe('closed.solved')
    expect(toldOf(replied, c.unreached)).toBe('unreached')
  })

  it('is not told what concerns the house: objections, what a body asks for, supervision, reminders', () => {
    const dispatched = tell([c.accept, c.dispatch])
    expect(toldOf(dispatched, c.object)).toBe('')
    expect(toldOf(tell([c.object], dispatched), c.uphold)).toBe('')
    expect(toldOf(tell([c.object], dispatched), { ...c.uphold, assignment: assignTo('housing') })).toBe('dispatched')
    expect(toldBetween(working, sweepAt(working, '2026-11-28 09:00'))).toBe('')
  })

  it('is told once that a reply is late, however far that is escalated', () => {
    const late = sweepAt(working, '2026-11-30 17:00')
    expect(toldBetween(working, late)).toBe('late')
    expect(toldBetween(late, sweepAt(late, '2026-12-03 17:00'))).toBe('')
  })

  it('is asked whether it is solved after a reply and after a call that did not reach them', () => {
    const asks = (before: Story, after: Story) =>
      asksWhetherSolved({ before: before.case, events: after.history.slice(before.history.length), now: after.case })
    expect(asks(working, replied)).toBe(true)
    expect(asks(replied, tell([c.unreached], replied))).toBe(true)
    expect(asks(replied, tell([c.yes], replied))).toBe(false)
    expect(asks(replied, tell([{ kind: 'urge', by: citizen, text: '' }], replied))).toBe(false)
  })

  it('can read of every kind of event in both languages', () => {
    const at9 = at('2026-11-24 09:00')
    const more: readonly TicketEvent[] = (['solved', 'partly', 'unsolved', 'unreached'] as const).map((as) => ({
      ...{ kind: 'closed', at: at9, by: citizen, as, note: '' },
    }))
    for (const event of [...everyEvent, ...more]) {
      const before = { ...newCase(), assignment: assignTo() }
      const change = { before, events: [event], now: applyEvent(before, event) }
      for (const phrase of tellChange(change, wording)) {
        expect(speak(phrase, 'zh'), event.kind).toMatch(/20261123-0001/u)
        expect(speak(phrase, 'en'), event.kind).toMatch(/20261123-0001/u)
      }
    }
  })
})

describe('refusals', () => {
  const folder = fileURLToPath(new URL('../../src/tickets/life', import.meta.url))
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))

  it('all have words, with no blank that is not filled', () => {
    const calls = sources.flatMap((text) => [...text.matchAll(/refuse\(\s*'([\w.-]+)'(?:,\s*\{([^}]*)\})?/gu)])
    expect(calls.length).toBeGreaterThan(40)
    for (const [, id = '', values = ''] of calls) {
      const words = (chinese as Readonly<Record<string, string>>)[`ticket.refused.${id}`]
      expect(words, id).toBeDefined()
      const given = values.split(',').map((value) => value.split(':')[0]?.trim())
      for (const [, blank] of (words ?? '').matchAll(/\{(\w+)\}/gu)) expect(given, id).toContain(blank)
    }
  })
})
