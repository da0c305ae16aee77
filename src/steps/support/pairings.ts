import type { Segment } from './statements.ts'

/** What follows from a condition has at least this share of its words in the quoted segment that it comes from. */
const sameEffect = 0.6

const isCondition = ({ text }: Segment) => /[的时者]$/u.test(text) || /^(?:if|when|where)\b/u.test(text)

const keysOf = (segments: readonly Segment[]) => new Set(segments.flatMap((segment) => [...segment.pieces]))

const without = (from: ReadonlySet<string>, other: ReadonlySet<string>) => [...from].filter((key) => !other.has(key))

/** The conditions of a statement that stand before one of its segments. */
const conditionsOf = (quoted: readonly Segment[], at: number): readonly Segment[] =>
  quoted.slice(0, at).filter((other) => other.statement === quoted[at]?.statement && isCondition(other))

/** True when the conditions said are another statement's and none of those under which the quoted segment stands. */
function isElsewhere(said: ReadonlySet<string>, quoted: readonly Segment[], at: number): boolean {
  const own = conditionsOf(quoted, at)
  if (own.length === 0) return false
  const others = quoted.filter((other) => isCondition(other) && other.statement !== quoted[at]?.statement)
  const mine = keysOf(own)
  return others.some((other) => {
    const theirs = keysOf([other])
    const ours = without(mine, theirs)
    return ours.length > 0 && !ours.some((key) => said.has(key)) && without(theirs, mine).some((key) => said.has(key))
  })
}

/** Whether what is said to follow from a condition follows from that one in the quote: "开课后提出的" is not paired with "全额退还". */
export function pairingsHold(said: readonly Segment[], quoted: readonly Segment[]): boolean {
  const conditions = keysOf(said.filter(isCondition))
  return said
    .filter((segment) => !isCondition(segment))
    .every((effect) => {
      const pieces = effect.pieces
      const shares = quoted.map((other) => {
        const theirs = other.pieces
        return isCondition(other) || pieces.size < 2
          ? 0
          : [...pieces].filter((piece) => theirs.has(piece)).length / pieces.size
      })
      const best = Math.max(0, ...shares)
      if (best < sameEffect) return true
      return shares.some((share, at) => share >= best - 0.1 && !isElsewhere(conditions, quoted, at))
    })
}
