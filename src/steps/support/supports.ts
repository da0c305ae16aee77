import type { Citation } from '../../core/passage.ts'
import type { Supports } from '../../core/writer.ts'
import { formatRegion } from '../../core/region.ts'
import { clausesOf, contentOf, shareOf } from './clauses.ts'
import { namesIn } from './names.ts'
import { negationsIn, samePolarity } from './negations.ts'
import { numbersIn } from './numbers.ts'

/** Least share of a sentence's content that has to stand in its quotes. */
const leastShare = 0.65
/** A clause this much like a quoted clause says the same thing, or its opposite. */
const sameThing = 0.5
const duty = /必须|应当|须|must|shall|have to|required/iu
const permission = /可以|可(?!能)|may|can\b/iu
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase()

/** True when the words stand in the quote and no negation right before them was cut off. */
function standsIn(text: string, quote: string): boolean {
  const [words, source] = [bare(text), bare(quote)]
  const at = source.indexOf(words)
  if (words === '' || at < 0) return false
  const clause = clausesOf(quote).find((candidate) => bare(candidate).includes(bare(clausesOf(text)[0] ?? text)))
  const first = clausesOf(text)[0] ?? text
  return clause === undefined || samePolarity(first, clause)
}

interface Ranked {
  clause: string
  share: number
}

/** The quoted clauses most like a clause, and those nearly as much like it. */
function nearest(clause: string, quotes: readonly string[]): readonly Ranked[] {
  const content = contentOf(clause)
  const ranked = quotes
    .flatMap(clausesOf)
    .map((quoted) => ({ clause: quoted, share: shareOf(content, contentOf(quoted)) }))
  const best = Math.max(0, ...ranked.map(({ share }) => share))
  return ranked.filter(({ share }) => share > 0 && share >= best - 0.1)
}

/** A number belongs to what it is said of: it has to stand in a sentence or row of the quotes that is about the same thing. */
function numbersHold(text: string, quotes: readonly string[]): boolean {
  const numbers = numbersIn(text)
  if (numbers.length === 0) return true
  const all = new Set(quotes.flatMap(numbersIn))
  if (!numbers.every((number) => all.has(number))) return false
  return clausesOf(text).every((clause) => {
    const own = numbersIn(clause)
    if (own.length === 0 || contentOf(clause).size < 3) return true
    const near = nearest(clause, quotes)
    const best = near[0]
    if (best === undefined || best.share < sameThing) return true
    return near.some((quoted) =>
      own.every((number) => numbersIn(withNeighbours(quoted.clause, quotes)).includes(number)),
    )
  })
}

/** A clause with the one after it: "一级医院：90%" is cut between the head and its value. */
function withNeighbours(clause: string, quotes: readonly string[]): string {
  const quote = quotes.find((candidate) => clausesOf(candidate).includes(clause)) ?? clause
  const clauses = clausesOf(quote)
  const at = clauses.indexOf(clause)
  return clauses.slice(at, at + 2).join('，')
}

/** No clause may say the opposite of the quoted clause it comes from, or turn a permission into a duty. */
function polarityHolds(text: string, quotes: readonly string[]): boolean {
  return clausesOf(text).every((clause) => {
    const near = nearest(clause, quotes).filter(({ share }) => share >= sameThing)
    if (near.length === 0) return negationsIn(clause) === 0 || quotes.some((quote) => negationsIn(quote) > 0)
    const turned =
      duty.test(clause) && near.every((quoted) => permission.test(quoted.clause) && !duty.test(quoted.clause))
    return !turned && near.some((quoted) => samePolarity(clause, quoted.clause))
  })
}

const knownOf = ({ quote, title, issuer, region, section }: Citation) =>
  bare([quote, title, issuer ?? '', formatRegion(region), ...section].join(' '))

/** Checks sentences against the quotes they cite: verbatim, or with every number, name and negation accounted for. */
export const supports: Supports = ({ text, citations }) => {
  if (citations.length === 0 || bare(text) === '') return false
  const quotes = citations.map((citation) => citation.quote)
  if (quotes.some((quote) => standsIn(text, quote))) return true
  const known = citations.map(knownOf).join(' ')
  const content = new Set(
    citations.flatMap(({ quote, title, section }) => [...contentOf([quote, title, ...section].join('，'))]),
  )
  return (
    shareOf(contentOf(text), content) >= leastShare &&
    namesIn(text).every((name) => known.includes(bare(name))) &&
    numbersHold(text, quotes) &&
    polarityHolds(text, quotes)
  )
}
