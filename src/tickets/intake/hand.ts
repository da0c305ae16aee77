import type { Intake, IntakeMove, IntakeQuestion, Told } from '../../core/intake.ts'
import type { TicketDraft } from '../../core/ticket.ts'
import type { Phrase, Speak } from '../../core/phrase.ts'
import { createAskQuestion } from './ask-question.ts'
import { placeByPhoto } from './place-by-photo.ts'
import { createReadFacts, type Facts, type Gazetteer } from './read-facts.ts'
import { nextQuestion } from './what-matters.ts'

/** What an intake is conducted with: reading a message, asking, and going to what is asked next. */
export interface Hand {
  read(told: Told): Facts
  askFor(intake: Pick<Intake, 'draft' | 'asked'>, question: IntakeQuestion, told: Told, wording?: string): IntakeMove
  goTo(intake: Pick<Intake, 'draft' | 'asked'>, told: Told): IntakeMove
  say(words: Phrase, told: Told): string
}

const vague =
  /[\s\p{P}]|那边|这边|附近|一带|这里|那里|里面?|的|\b(?:somewhere|area|in|near|around|the|district|city|county)\b/giu
/** Words beside the name of a district name a spot in it ("滨江区文化宫南门"), known to a reader of places or not. */
const namesMore = (said: string, district: string) => said.replace(district, '').replaceAll(vague, '').length >= 2

export function createHand(options: Gazetteer & { speak: Speak }): Hand {
  const read = createReadFacts(options)
  const ask = createAskQuestion(options)
  /** A place is exact where more than the name of a district is said of it. */
  const isExact = ({ where }: TicketDraft, told: Told): boolean => {
    if (where === null || where.point !== null) return true
    const place = read({ ...told, text: where.said, point: null })
    return place.exact || place.where === null || namesMore(where.said, place.where.said)
  }
  const askFor: Hand['askFor'] = ({ draft, asked }, question, told, wording) =>
    ask(placeByPhoto(draft, question === 'confirm'), question, asked, {
      language: told.language,
      region: draft.region ?? told.region,
      ...(wording === undefined ? {} : { wording }),
    })
  return {
    read,
    askFor,
    say: (words, { language }) => options.speak(words, language),
    goTo({ draft, asked }, told) {
      const placed = { draft: placeByPhoto(draft, false), asked }
      return askFor(placed, nextQuestion(placed, isExact(placed.draft, told)), told)
    },
  }
}
