import type { Citation } from '../../core/passage.ts'
import { formatRegion } from '../../core/region.ts'
import type { Supports } from '../../core/writer.ts'
import { quantitiesHold } from './associations.ts'
import { coverOf, knownOf } from './cover.ts'
import { namesIn } from './names.ts'
import { polarityHolds } from './negations.ts'
import { pairingsHold } from './pairings.ts'
import { segmentsOf, type Segment } from './statements.ts'
import { wordingHolds } from './wording.ts'

/** Least share of a sentence's words, and of each of its longer segments', that have to stand in what it cites. */
const least = { sentence: 0.72, segment: 0.55 }
/** So many characters, or half as many Latin words, may always be new. */
const freely = 2
/** Segments with less content are judged with the rest of the sentence only. */
const longEnough = 5
/** So many new characters in a row, or half as many Latin words, say something new. */
const somethingNew = 4

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase()

/** True when the words stand in the quote as they are, from the beginning of a clause on. */
function standsWhole(text: string, quote: string): boolean {
  const at = quote.indexOf(text.trim())
  return at === 0 || (at > 0 && /[\s\p{P}]/u.test(quote.charAt(at - 1)))
}

/** True when the words stand in the quote, and what they stand in does not turn them round. */
function standsIn(text: string, said: readonly Segment[], quote: string, quoted: readonly Segment[]): boolean {
  const words = bare(text)
  if (words === '' || !bare(quote).includes(words)) return false
  const first = said[0]
  const around = quoted.filter((segment) => first !== undefined && bare(segment.text).includes(bare(first.text)))
  return first === undefined || around.length === 0 || polarityHolds([first], around)
}

const aboutOf = ({ title, issuer, region, section, effective, expires }: Citation) =>
  [title, issuer ?? '', formatRegion(region), ...section, effective ?? '', expires ?? ''].join('\n')

function coversAll(said: readonly Segment[], known: readonly Segment[]): boolean {
  const words = knownOf(known)
  const covers = said.map((segment) => coverOf(segment, words))
  const size = covers.reduce((sum, cover) => sum + cover.size, 0)
  const share = size === 0 ? 1 : covers.reduce((sum, cover) => sum + cover.share * cover.size, 0) / size
  return (
    (share >= least.sentence || size * (1 - share) <= freely + 0.01) &&
    covers.every(
      (cover) => cover.longestNew < somethingNew && (cover.size < longEnough || cover.share >= least.segment),
    )
  )
}

/** Checks sentences against the quotes they cite: verbatim, or with every number, name, negation and duty accounted for. */
export const supports: Supports = ({ text, citations }) => {
  if (citations.length === 0 || bare(text) === '') return false
  if (citations.some(({ quote }) => standsWhole(text, quote))) return true
  const said = segmentsOf(text)
  const quotes = citations.map(({ quote }) => ({ quote, segments: segmentsOf(quote) }))
  if (quotes.some(({ quote, segments }) => standsIn(text, said, quote, segments))) return true
  const quoted = quotes.flatMap(({ segments }) => segments)
  const about = citations.flatMap((citation) => segmentsOf(aboutOf(citation)))
  const known = bare(citations.map((citation) => `${citation.quote}\n${aboutOf(citation)}`).join('\n'))
  return (
    namesIn(text).every((name) => known.includes(bare(name))) &&
    coversAll(said, [...quoted, ...about]) &&
    quantitiesHold(
      said,
      quotes.map(({ segments }) => segments),
      about,
    ) &&
    pairingsHold(said, quoted) &&
    polarityHolds(said, quoted) &&
    wordingHolds(said, quoted)
  )
}
