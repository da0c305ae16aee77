import type { Occurrence, TicketDraft } from '../../src/core/ticket.ts'
import type { HeldDialogue } from './hold-dialogue.ts'
import type { IntakeCase } from './intake-case.ts'

export const slots = ['kind', 'what', 'where', 'region', 'when', 'wish', 'contact'] as const
export type Slot = (typeof slots)[number]

/** What was got of one slot. `spurious`: filled and not right; `missed`: expected and not right. */
export interface SlotScore {
  right: boolean
  spurious: boolean
  missed: boolean
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
const holds = (text: string, words: readonly string[]) => words.every((word) => bare(text).includes(bare(word)))

function sameTime(expected: IntakeCase['expect']['when'], when: Occurrence): boolean {
  if (expected === null) return false
  if (expected.repeats !== when.repeats) return false
  if (expected.from === null || expected.to === null) return true
  return when.from !== null && when.to !== null && when.from < expected.to && when.to > expected.from
}

const scoreOf = (expected: boolean, filled: boolean, right: boolean): SlotScore => ({
  right: expected && filled && right,
  spurious: filled && !(expected && right),
  missed: expected && !(filled && right),
})

/**
 * How each slot of a filed draft came out. A wish or a time that the person had no occasion to tell, because it was never asked for, is not
 * counted: whether to ask is judged by the questions, not here.
 */
export function scoreSlots(
  { expect, opening }: IntakeCase,
  draft: TicketDraft,
  held: HeldDialogue,
): Partial<Record<Slot, SlotScore>> {
  const wordsStand = holds(opening.join(' '), expect.wish)
  const wishTold = held.asked.includes('wish') || draft.wish !== null || wordsStand
  const whenTold = held.asked.includes('when') || draft.when !== null
  return {
    kind: scoreOf(true, true, draft.kind === expect.kind),
    what: scoreOf(
      expect.what.length > 0,
      draft.description !== '',
      holds(draft.description + draft.subject, expect.what),
    ),
    where: scoreOf(expect.where.length > 0, draft.where !== null, holds(draft.where?.said ?? '', expect.where)),
    region: scoreOf(expect.region !== null, draft.region !== null, draft.region?.join('/') === expect.region),
    ...(whenTold
      ? {
          when: scoreOf(
            expect.when !== null,
            draft.when !== null && (draft.when.from !== null || draft.when.repeats),
            draft.when !== null && sameTime(expect.when, draft.when),
          ),
        }
      : {}),
    ...(wishTold
      ? { wish: scoreOf(expect.wish.length > 0, draft.wish !== null, holds(draft.wish ?? '', expect.wish)) }
      : {}),
    contact: scoreOf(expect.contact !== 'none', draft.contact !== null, draft.contact?.wish === expect.contact),
  }
}

/** Words that a correction took back and that still stand in the draft. */
export const leftOver = ({ expect }: IntakeCase, draft: TicketDraft): readonly string[] =>
  expect.not.filter((word) => bare(JSON.stringify({ ...draft, tried: [] })).includes(bare(word)))
