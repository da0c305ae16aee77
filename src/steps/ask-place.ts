import type { Choice } from '../core/outcome.ts'
import type { Passage } from '../core/passage.ts'
import { phrase } from '../core/phrase.ts'
import { formatRegion, relateRegion, shortPlaceName, type Region } from '../core/region.ts'
import type { Step } from '../core/step.ts'
import type { QuestionPart, Turn } from '../core/turn.ts'
import type { FindPlaces } from './find-places.ts'

/** A rival's score has to come this near to the best one's for its rule to be an answer to the same question. */
const nearness = 0.8
/** How alike two titles have to be, place names left out, to be about the same matter (Dice of character pairs). */
const sameMatter = 0.5
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

/** The places whose own rules compete for the answer; empty where the rule is the same or the place is known. */
export function competingPlaces(part: QuestionPart, region: Region | null): readonly Region[] {
  const best = part.passages[0]
  if (best === undefined) return []
  const open = part.passages
    .slice(0, 10)
    .filter(
      ({ score, region: place }) =>
        score >= best.score * nearness && (region === null || relateRegion(place, region) === 'within'),
    )
    .filter((passage) => likeness(matterOf(passage), matterOf(best)) >= sameMatter)
  const places = [...new Map(open.map((passage) => [formatRegion(passage.region), passage.region])).values()]
  const rivals = places.filter((place) => places.some((other) => apart(place, other)))
  return rivals.some((place) => formatRegion(place) === formatRegion(best.region)) ? rivals : []
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
      const places = named(turn)
        ? []
        : turn.parts.map((part) => competingPlaces(part, turn.region)).find((found) => found.length > 1)
      if (places === undefined || places.length < 2) return turn
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
