import { latinWords, piecesOf, withoutQuantities } from './pieces.ts'
import type { Segment } from './statements.ts'

/** "非" and "无" make names of kinds, such as 非独生子女 and 无固定期限: only their verbs negate. */
const negation =
  /不(?!动产|锈钢|仅|但|论|管|同|限|定期)|未(?!成年|来|婚)|无(?!锡|障碍|偿|线|人机|故|论|纸化|固定)|非(?=因|经)|并非|勿|拒绝|除外|\b(?:not(?! only)|no|never|except(?:ion)?|unless|neither|nor|cannot|prohibited|forbidden|exempt|banned)\b|n't\b/gu
/** "是不是", "能不能" negate nothing. */
const asked = /(.)不\1/gu

const plain = (text: string) => text.replaceAll(asked, '$1')

/** "without a plate" makes a circumstance: it negates its word, and not the sentence. */
const withoutWord = /\bwithout\b/gu

/** An even number of negations cancels out. */
const isEven = ({ text }: Segment) => (plain(text).match(negation) ?? []).length % 2 === 0

/** Words between a negation and what it negates. */
const between = /^(?:再|得|能够?|可以?|予以?|会|要|需要?|应当?|必须?|将|把|被|进行)*/u
/** With one of these a circumstance comes first, and the verb later. */
const circumstance = /^[在向对由与和因以按为于从]/u

/** The beginnings of what a negation negates: two and four Han characters, or the stem of the next word. */
function headsAfter(rest: string): readonly string[] {
  const after = rest.trimStart().replace(between, '')
  const han = /^[\u4e00-\u9fff]{2,4}/u.exec(after)?.[0]
  if (han !== undefined) return circumstance.test(after) ? [han] : [...new Set([han.slice(0, 2), han])]
  return latinWords(/^[a-z' -]+/u.exec(rest)?.[0] ?? '').slice(0, 1)
}

/** A segment's words: Han as they stand, Latin as stems. "except" and "unless" negate no verb. */
const wordsOf = (segment: Segment): string => {
  const text = plain(withoutQuantities(segment))
  return `${(text.match(/[\u4e00-\u9fff·]+/gu) ?? []).join(' ')} | ${latinWords(text).join(' ')} `
}

function negatedIn(segment: Segment): readonly string[] {
  const text = plain(withoutQuantities(segment)).replaceAll(/\b(?:except|unless)\b/gu, ' ')
  return [...text.matchAll(negation), ...text.matchAll(withoutWord)].flatMap(({ index, 0: word }) =>
    headsAfter(text.slice(index + word.length)),
  )
}

/** A segment's words without those that it negates. */
const affirmedIn = (segment: Segment): string =>
  negatedIn(segment).reduceRight((left, head) => left.replace(head, ' '), wordsOf(segment))

/** A condition may be worded with a negation of its own: "逾期没有签注的" for "逾期未办理的". */
const isCondition = ({ text }: Segment) => /[的时者]$|^(?:如果|若)|^(?:if|when|unless|without)\b/u.test(text)

/** A segment this much like a quoted one says the same thing; more than that, in the same words. */
const same = { thing: 0.5, words: 0.75, matter: 0.25 }
/** A segment of one word is an item of a list: what is said of it stands before the list. */
const leastPieces = 2

const shareOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>) =>
  [...part].filter((piece) => whole.has(piece)).length / Math.max(1, part.size)

/** The quoted segments most like a segment, at least `least` like it, and those nearly as much like it. */
export function nearestTo(
  segment: Segment,
  quoted: readonly Segment[],
  least = same.thing,
  nearly = 0.15,
): readonly Segment[] {
  const pieces = segment.pieces
  const ranked = quoted.map((other) => ({ other, share: shareOf(pieces, other.pieces) }))
  const best = Math.max(0, ...ranked.map(({ share }) => share))
  return ranked.filter(({ share }) => share > 0 && share >= least && share >= best - nearly).map(({ other }) => other)
}

/** True when the segment affirms what is only negated in the quote. */
function turnsOn(segment: Segment, about: readonly Segment[]): boolean {
  const affirmed = about.filter(isEven).map(affirmedIn).join(' ')
  const words = affirmedIn(segment)
  return about.flatMap(negatedIn).some((head) => words.includes(head) && !affirmed.includes(head))
}

/** True when the segment negates what is only affirmed in the quote. */
function turnsOff(segment: Segment, about: readonly Segment[]): boolean {
  const [affirmed, negated] = [about.filter(isEven), about.filter((other) => !isEven(other))].map((some) =>
    some.map(wordsOf).join(' '),
  )
  return negatedIn(segment).some((head) => affirmed?.includes(head) === true && negated?.includes(head) === false)
}

/** A list of exceptions is opened with one of these. */
const excludes = /除外|不得|不予|不适用|不包括|不属于|例外|不享受|\bexcept\b|\bnot\b/u

/** True when what stands in a list of exceptions is said without being excepted. */
function unexcepts(said: readonly Segment[], quoted: readonly Segment[]): boolean {
  if (said.some(({ text }) => excludes.test(text))) return false
  let excluded = false
  return quoted.some((segment) => {
    const pieces = segment.pieces
    excluded = segment.leads ? excludes.test(segment.text) : excluded && segment.item
    return (
      excluded &&
      segment.item &&
      pieces.size >= leastPieces &&
      said.some((own) => shareOf(pieces, own.pieces) >= same.words)
    )
  })
}

/** True when all that a segment says stands before the quoted negation: "凭证停放不罚款" does not negate "凭证停放". */
function staysBefore(segment: Segment, { text }: Segment): boolean {
  const [first] = plain(text).matchAll(negation)
  if (first === undefined) return false
  const after = piecesOf({ text: plain(text).slice(first.index + first[0].length), quantities: [] })
  return shareOf(segment.pieces, after) === 0
}

/** True when a quoted segment says the same in the same words, and all that do have the other sign. */
function turnsRound(segment: Segment, quoted: readonly Segment[]): boolean {
  const pieces = segment.pieces
  const alike = nearestTo(segment, quoted, same.words).filter((other) => shareOf(other.pieces, pieces) >= same.thing)
  return alike.length > 0 && alike.every((other) => isEven(other) !== isEven(segment) && !staysBefore(segment, other))
}

/** Whether no segment says the opposite of what is quoted, nor negates or affirms a word that stands there only the other way. */
export const polarityHolds = (said: readonly Segment[], quoted: readonly Segment[]): boolean =>
  !unexcepts(said, quoted) &&
  said.every((segment) => {
    const pieces = segment.pieces
    const within = quoted.filter((other) => !isEven(other) && shareOf(other.pieces, pieces) >= 0.6)
    const about = [...new Set([...nearestTo(segment, quoted, same.matter, 0.25), ...within])]
    if (isEven(segment)) return !turnsOn(segment, about) && !turnsRound(segment, quoted)
    if (isCondition(segment)) return true
    const could = nearestTo(segment, quoted, same.matter, 1)
    const negated = (could.length === 0 ? quoted : could).some((other) => !isEven(other))
    return negated && !turnsOff(segment, about) && !turnsRound(segment, quoted)
  })
