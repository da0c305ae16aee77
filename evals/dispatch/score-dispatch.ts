import type { DispatchAdvice } from '../../src/core/dispatch.ts'
import type { DispatchCase } from './dispatch-case.ts'

/** A case with what was advised, and what would have been advised without a threshold. */
export interface Judged {
  case: DispatchCase
  advice: DispatchAdvice
  forced: DispatchAdvice
}

/** Shares, 0 … 1; NaN where nothing can be counted. */
export interface DispatchFigures {
  cases: number
  /** Demands that a department is named for. */
  coverage: number
  /** Of these, with the right department. */
  accuracy: number
  /** The right department on all demands, were nothing left to a person. */
  forced: number
  /** The right department on the four fifths that are surest. */
  atFourFifths: number
  large: number
  middle: number
  small: number
  /** The right small class among the five that a person is shown. */
  amongFive: number
  term: number
  /** Matters that are not dispatched are known as such, and no others. */
  route: number
  /** Mean distance between what the confidence promises and what comes true, over ten bins. */
  calibrationError: number
}

const share = <T>(list: readonly T[], holds: (item: T) => boolean) =>
  list.length === 0 ? NaN : list.filter(holds).length / list.length

const goesTo = ({ expect }: DispatchCase, lead: string | null) =>
  lead !== null && [expect.department, ...expect.acceptable].includes(lead)
const isRight = ({ case: given, forced }: Judged) => goesTo(given, forced.lead)

const sameClass = (digits: number) => (judged: Judged) =>
  judged.case.expect.subject?.slice(0, digits) === judged.forced.guesses[0]?.code.slice(0, digits)

export interface Bin {
  from: number
  count: number
  promised: number
  true: number
}

/** Ten bins of confidence with what came true in each; empty ones are left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  return Array.from({ length: 10 }, (_, at) => at / 10).flatMap((from) => {
    const own = judged.filter(({ forced }) => Math.min(9, Math.floor(forced.confidence * 10)) === Math.round(from * 10))
    if (own.length === 0) return []
    const promised = own.reduce((sum, { forced }) => sum + forced.confidence, 0) / own.length
    return [{ from, count: own.length, promised, true: share(own, isRight) }]
  })
}

/** The figures of a set of judged demands. */
export function scoreDispatch(judged: readonly Judged[]): DispatchFigures {
  const named = judged.filter(({ advice }) => advice.lead !== null)
  const surest = judged
    .toSorted((a, b) => b.forced.confidence - a.forced.confidence)
    .slice(0, Math.ceil(judged.length * 0.8))
  const classed = judged.filter(({ case: given }) => given.expect.subject !== null)
  const bins = reliability(judged)
  return {
    cases: judged.length,
    coverage: named.length / judged.length,
    accuracy: share(named, ({ case: given, advice }) => goesTo(given, advice.lead)),
    forced: share(judged, isRight),
    atFourFifths: share(surest, isRight),
    large: share(classed, sameClass(2)),
    middle: share(classed, sameClass(4)),
    small: share(classed, sameClass(6)),
    amongFive: share(classed, ({ case: given, forced }) =>
      forced.guesses.some(({ code }) => code === given.expect.subject),
    ),
    term: share(judged, ({ case: given, forced }) => given.expect.term === forced.term),
    route: share(judged, ({ case: given, forced }) => given.expect.route === forced.excluded),
    calibrationError:
      bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.promised - bin.true), 0) / Math.max(1, judged.length),
  }
}
