import type { Choice } from '../core/outcome.ts'
import type { Passage } from '../core/passage.ts'
import { phrase } from '../core/phrase.ts'
import { formatRegion, relateRegion, shortPlaceName, type Region } from '../core/region.ts'
import type { Step } from '../core/step.ts'
import type { QuestionPart, Turn } from '../core/turn.ts'
import type { FindPlaces } from './find-places.ts'

/** A rival's score has to come this near to the best one's for its rule to be an answer to the same question. */
const nearness = 0.8
/** How near the rules of parts have to come to a rule for the whole place before the part is asked for. */
const closeBehind = 0.9
/** How alike two titles have to be, place names left out, to be about the same matter (Dice of character pairs). */
const sameMatter = 0.5
/** The same for parts of a known place: one authority's rules are named less alike than the same rule of two cities. */
const sameMatterOfParts = 0.4
const mostChoices = 6

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

function likeness(a: string, b: string): number {
  const [one, two] = [pairs(a), pairs(b)]
  const shared = [...one].filter((pair) => two.has(pair)).length
  return one.size + two.size === 0 ? 0 : (2 * shared) / (one.size + two.size)
}

function matterOf(passage: Passage): string {
  const places = passage.region.flatMap((name) => [name, shortPlaceName(name)])
  return places.reduce((title, name) => title.replaceAll(name, ''), passage.title).replaceAll(/[\s\p{P}\d年版]/gu, '')
}

const apart = (a: Region, b: Region) =>
  a.length > 0 && b.length > 0 && relateRegion(a, b) === 'elsewhere' && relateRegion(b, a) === 'elsewhere'

const isPartOf =
  (region: Region | null) =>
  ({ region: place }: Passage) =>
    region !== null && relateRegion(place, region) === 'within'

/** The places among the best passages whose rules are about the same matter as `best` and stand apart. */
function rivalsOf(best: Passage, passages: readonly Passage[], region: Region | null): readonly Region[] {
  const open = passages
    .filter((passage) => region === null || isPartOf(region)(passage))
    .filter(
      (passage) => likeness(matterOf(passage), matterOf(best)) >= (region === null ? sameMatter : sameMatterOfParts),
    )
  const places = [...new Map(open.map((passage) => [formatRegion(passage.region), passage.region])).values()]
  const rivals = places.filter((place) => places.some((other) => apart(place, other)))
  return rivals.some((place) => formatRegion(place) === formatRegion(best.region)) ? rivals : []
}

/** The places whose own rules compete for the answer; empty where the rule is the same or the place is known. */
export function competingPlaces(part: QuestionPart, region: Region | null): readonly Region[] {
  const best = part.passages[0]
  if (best === undefined) return []
  const good = part.passages.slice(0, 10)
  const near = rivalsOf(
    best,
    good.filter(({ score }) => score >= best.score * nearness),
    region,
  )
  if (near.length > 1) return near
  // The best may be a summary for the whole place, with the rules of its parts close behind.
  const local = good.filter(({ score }) => score >= best.score * closeBehind).find(isPartOf(region))
  return local === undefined
    ? []
    : rivalsOf(
        local,
        good.filter(({ score }) => score >= local.score * nearness),
        region,
      )
}

/** A rule for the whole place that fits this well beside one for a part of it is the one to give: the part was not named. */
const general = 0.85

/** The question without the rules of single parts of the place, unless only such a rule fits. */
function withoutParts(part: QuestionPart, region: Region | null): QuestionPart {
  const whole = part.passages.filter((passage) => !isPartOf(region)(passage))
  const [best, other] = [part.passages[0]?.score ?? 0, whole[0]?.score ?? 0]
  return whole.length > 0 && other >= general * best ? { ...part, passages: whole } : part
}

/** Asks for the place when the best rules are those of different places and the question names none of them. */
export function askPlace({ findPlaces }: { findPlaces: FindPlaces }): Step {
  const choose = (places: readonly Region[]): Choice[] =>
    places.slice(0, mostChoices).map((place) => {
      const shared = places.every((other) => other[0] === place[0]) && place.length > 1
      const label = formatRegion(shared ? place.slice(1) : place)
      return { label, say: label }
    })
  const named = (turn: Turn) => findPlaces(turn.message.text).known.length > 1
  return {
    name: 'ask-place',
    async run(turn) {
      const isNamed = named(turn)
      const places = isNamed
        ? []
        : turn.parts.map((part) => competingPlaces(part, turn.region)).find((found) => found.length > 1)
      if (places === undefined || places.length < 2)
        return isNamed ? turn : { ...turn, parts: turn.parts.map((part) => withoutParts(part, turn.region)) }
      const asked = turn.history.at(-1)?.outcome
      const again = asked?.kind === 'question' && asked.asks === 'place'
      return {
        kind: 'question',
        asks: 'place',
        phrase: phrase(again ? 'place.ask-again' : 'place.ask'),
        choices: choose(places),
      }
    },
  }
}
