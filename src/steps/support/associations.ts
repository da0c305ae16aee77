import { sameQuantity, type Quantity } from './quantities.ts'
import type { Segment } from './statements.ts'

/** How much of what surrounds a quantity belongs to it, by where it stands. */
const near = { own: 1, earlier: 0.8, later: 0.6, sentence: 0.6, line: 0.3, label: 0.6, lead: 0.4 }
const nearSaid = { own: 1, earlier: 0.7, later: 0.4 }
/** Another quantity beside it tells more than a pair of characters. */
const quantityWeight = 5
/** A rival has to fit this much better, in pairs of characters. */
const margin = 0.5
/** A word tells two quantities apart when it is this much nearer to one. */
const telling = 0.5
/** What another quantity of the kind is said with counts so much less. */
const ofAnother = 0.4
/** Words of paying say nothing about what is paid for. */
const paying = new Set('收取 缴纳 支付 费用 需要 罚款 发放 cost fee pay charg fine'.split(' '))

type Context = ReadonlyMap<string, number>

const keyOf = ({ value, unit, bound }: Quantity) => `#${value} ${unit} ${bound ?? ''}`

/** The pieces of a segment, its quantities among them; those that count the same as `self` tell nothing about it. */
const keysOf = (segment: Segment, self: Quantity): readonly string[] => {
  const others = segment.quantities.filter((other) => other !== self && other.unit !== self.unit)
  return [...[...segment.pieces].filter((piece) => !paying.has(piece)), ...others.map(keyOf)]
}

const countsLike = (segment: Segment, self: Quantity) => segment.quantities.some(({ unit }) => unit === self.unit)

/** What comes after a quantity belongs to it, unless it has a quantity of that kind of its own. */
const laterWeight = (weight: number, segment: Segment, self: Quantity) => (countsLike(segment, self) ? 0 : weight)

/** How near a segment is to the one with the quantity, in a quote. */
function nearness(segments: readonly Segment[], at: number, other: number, self: Quantity): number {
  const [own, its] = [segments[at], segments[other]]
  if (own === undefined || its === undefined) return 0
  if (at === other) return near.own
  if (own.line !== its.line) return its.leads && other < at ? near.lead : 0
  if (own.statement === its.statement) return other < at ? near.earlier : laterWeight(near.later, its, self)
  if (other > at) return 0
  const isLabel = segments[other - 1]?.line !== its.line
  const given = own.sentence - its.sentence <= 1 ? near.sentence : near.line
  return isLabel ? Math.max(given, near.label) : given
}

/** Amounts and periods belong to their own statement; what is counted, and of which grade, holds for those after it too. */
const withoutOutcomes = (segment: Segment): Segment => ({
  ...segment,
  quantities: segment.quantities.filter(({ group }) => group !== 'much' && group !== 'time'),
})

/** What surrounds a quantity, each piece with how near it is. */
function contextOf(segments: readonly Segment[], self: Quantity, weigh: (other: number) => number): Context {
  const context = new Map<string, number>()
  const home = segments.findIndex(({ quantities }) => quantities.includes(self))
  segments.forEach((segment, index) => {
    const weight = weigh(index)
    if (weight === 0) return
    const keys =
      segment.statement === segments[home]?.statement ? keysOf(segment, self) : keysOf(withoutOutcomes(segment), self)
    // What an earlier segment says of another of its kind is that one's: "第二次减半，第三次不设".
    const others = index === home ? 1 : countsLike(segment, self) ? ofAnother : 1
    for (const key of keys) {
      const own = key.startsWith('#') ? weight * others : weight
      context.set(key, Math.max(own, context.get(key) ?? 0))
    }
  })
  return context
}

const likeness = (said: Context, quoted: Context): number =>
  [...said].reduce(
    (sum, [key, weight]) => sum + weight * (quoted.get(key) ?? 0) * (key.startsWith('#') ? quantityWeight : 1),
    0,
  )

interface Occurrence {
  quantity: Quantity
  context: Context
  segments: readonly Segment[]
  at: number
}

/** The quantities of a quote that could be meant, or compete, where quantities of these groups are said. */
const occurrencesIn = (segments: readonly Segment[], groups: ReadonlySet<string>): readonly Occurrence[] =>
  segments.flatMap(({ quantities }, at) =>
    quantities
      .filter(({ group }) => groups.has(group) || group === '' || groups.has(''))
      .map((quantity) => ({
        quantity,
        context: contextOf(segments, quantity, (other) => nearness(segments, at, other, quantity)),
        segments,
        at,
      })),
  )

const keysIn = (segments: readonly Segment[], self: Quantity) =>
  new Set(segments.flatMap((segment) => keysOf(segment, self)))

/** Segments that say when the quantity holds: before it in its statement, "…的，" or "if …,". */
const isCondition = ({ text, quantities }: Segment) =>
  quantities.length === 0 && (/[的时者]$/u.test(text) || /^(?:if|when|where|for|with)\b/u.test(text))

/** True when what is said has nothing of what sets `own` apart from `other`, and something of what sets `other` apart. */
function leansTo(said: Context, own: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const ours = [...own].filter((key) => !other.has(key))
  const theirs = [...other].filter((key) => !own.has(key))
  return ours.length > 0 && !ours.some((key) => said.has(key)) && theirs.some((key) => said.has(key))
}

/**
 * True when what is said belongs to a neighbour of the quantity: it has words of another item or statement, and none of the condition
 * under which the quantity stands.
 */
function belongsElsewhere(said: Context, { quantity, segments, at }: Occurrence): boolean {
  const own = segments[at]
  if (own === undefined || !['much', 'time'].includes(quantity.group)) return false
  const mine = segments.filter(({ statement }) => statement === own.statement)
  const keys = (some: readonly Segment[]) => keysIn(some, quantity)
  const rivals = mine.filter((other) => other !== own && other.quantities.some(({ unit }) => unit === quantity.unit))
  if (rivals.some((rival) => leansTo(said, keys([own]), keys([rival])))) return true
  const conditions = mine.filter((segment) => segments.indexOf(segment) < at && isCondition(segment))
  const stands = keys(conditions.length > 0 ? conditions : [own])
  const beside = segments.filter(({ line, item }) => line === own.line || (item && own.item))
  const elsewhere = new Set(beside.map(({ statement }) => statement))
  elsewhere.delete(own.statement)
  return [...elsewhere].some((number) => {
    const theirs = keys(segments.filter(({ statement }) => statement === number))
    const shared = keys(mine.filter((segment) => !conditions.includes(segment)))
    return leansTo(said, stands, new Set([...theirs].filter((key) => stands.has(key) || !shared.has(key))))
  })
}

/** "免费", "减半" and the like compete among themselves. */
const kindOf = ({ unit, start, end, value }: Quantity) =>
  value === 0 && end > start && !['money', 'percent'].includes(unit) ? 'word' : unit

/** In one statement, quantities of different units stand side by side: "三年以上的合同，试用期六个月". */
const isRival = (own: Occurrence, other: Occurrence): boolean =>
  kindOf(own.quantity) === kindOf(other.quantity) ||
  own.segments !== other.segments ||
  own.segments[own.at]?.statement !== other.segments[other.at]?.statement

/** Whether what is said fits the other occurrence clearly better, by words that are not this one's too. */
function fitsBetter(said: Context, other: Occurrence, own: Occurrence): boolean {
  const tells = [...said.keys()].some((key) => (other.context.get(key) ?? 0) - (own.context.get(key) ?? 0) >= telling)
  return tells && likeness(said, other.context) > likeness(said, own.context) + margin
}

/**
 * Whether every quantity said stands in a quote, and no other quantity of its kind fits what it is said of better: of a table's cells and
 * of a list's steps, the one that belongs.
 */
export function quantitiesHold(
  said: readonly Segment[],
  quotes: readonly (readonly Segment[])[],
  titles: readonly Segment[],
): boolean {
  const groups = new Set(said.flatMap(({ quantities }) => quantities.map(({ group }) => group)))
  const occurrences = quotes.flatMap((segments) => occurrencesIn(segments, groups))
  const titled = titles.flatMap(({ quantities }) => quantities)
  const holds = (quantity: Quantity, at: number): boolean => {
    const context = contextOf(said, quantity, (other) => {
      const segment = said[other]
      if (other === at || segment === undefined) return nearSaid.own
      return other < at ? nearSaid.earlier : laterWeight(nearSaid.later, segment, quantity)
    })
    if (titled.some((quoted) => sameQuantity(quantity, quoted))) return true
    // "500 yuan for each day, at most 10,000": what is said to come each day is not the one that does not.
    const recurs = ({ quantity: quoted }: Occurrence) =>
      quantity.per !== null && quoted.per === quantity.per && quoted.unit === quantity.unit
    const same = occurrences.filter(
      (occurrence) => sameQuantity(quantity, occurrence.quantity) && (recurs(occurrence) || !occurrences.some(recurs)),
    )
    const others = occurrences.filter(
      ({ quantity: quoted }) => quoted.group === quantity.group && !sameQuantity(quantity, quoted),
    )
    return same.some(
      (own) =>
        !others.some((other) => isRival(own, other) && fitsBetter(context, other, own)) &&
        !belongsElsewhere(context, own),
    )
  }
  return said.every(({ quantities }, at) => quantities.every((quantity) => holds(quantity, at)))
}
