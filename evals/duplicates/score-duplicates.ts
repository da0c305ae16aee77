import type { Signals } from '../../src/tickets/duplicates/gather-signals.ts'
import type { PairJudgement } from '../../src/tickets/duplicates/judge-pair.ts'
import { mayJoinUnasked, suggestFrom } from '../../src/tickets/duplicates/may-join-unasked.ts'
import type { DuplicateCase } from './duplicate-case.ts'

export interface JudgedPair {
  case: DuplicateCase
  signals: Signals
  judgement: PairJudgement
}

export interface DuplicateFigures {
  pairs: number
  accuracy: number
  /** Of the joins that are suggested or made: how many are right, and how many of all that should be found. */
  suggested: { precision: number; recall: number; f1: number }
  /** The same for those made without asking. */
  unasked: { precision: number; recall: number; f1: number; wrong: number }
  /** Mean distance of what the score says from what is true, over ten equal ranges. */
  calibrationError: number
}

const isJoin = ({ case: { expect } }: JudgedPair) => expect === 'repeat' || expect === 'incident'
const share = (part: number, all: number) => (all === 0 ? NaN : part / all)

export interface Range {
  from: number
  count: number
  says: number
  true: number
}

/** What the score promises and what holds, by tenths of the score. */
export const reliability = (pairs: readonly JudgedPair[]): Range[] =>
  Array.from({ length: 10 }, (_, tenth) => {
    const own = pairs.filter(({ judgement }) => Math.min(9, Math.floor(judgement.score * 10)) === tenth)
    const right = own.filter(({ judgement, case: given }) => judgement.answer === given.expect).length
    const said = own.reduce((sum, { judgement }) => sum + judgement.score, 0)
    return { from: tenth / 10, count: own.length, says: share(said, own.length), true: share(right, own.length) }
  }).filter(({ count }) => count > 0)

/** Judgements against what was expected. */
export function scoreDuplicates(pairs: readonly JudgedPair[]): DuplicateFigures {
  const joins = pairs.filter(isJoin)
  const suggested = pairs.filter(({ judgement }) => judgement.joins >= suggestFrom)
  const unasked = pairs.filter(({ signals, judgement }) => mayJoinUnasked(signals, judgement))
  const among = (found: readonly JudgedPair[]) => {
    const right = found.filter(isJoin).length
    return {
      precision: share(right, found.length),
      recall: share(right, joins.length),
      f1: share(2 * right, found.length + joins.length),
    }
  }
  return {
    pairs: pairs.length,
    accuracy: share(
      pairs.filter(({ case: given, judgement }) => given.expect === judgement.answer).length,
      pairs.length,
    ),
    suggested: among(suggested),
    unasked: { ...among(unasked), wrong: unasked.filter((pair) => !isJoin(pair)).length },
    calibrationError: reliability(pairs).reduce(
      (sum, { count, says, true: held }) => sum + (count / pairs.length) * Math.abs(says - held),
      0,
    ),
  }
}
