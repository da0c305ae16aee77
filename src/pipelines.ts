import type { Clock } from './core/clock.ts'
import type { ConductIntake, GuessKind, HearDemand } from './core/intake.ts'
import type { Retriever } from './core/retriever.ts'
import type { Step } from './core/step.ts'
import type { Speak } from './core/phrase.ts'
import type { Supports, Writer } from './core/writer.ts'
import { answerTicketQuery, type LookUpTickets } from './steps/answer-ticket-query.ts'
import { askPlace } from './steps/ask-place.ts'
import { checkSupport } from './steps/check-support.ts'
import { continueIntake, type AttachmentOf, type SentBefore } from './steps/continue-intake.ts'
import { draftAnswer } from './steps/draft-answer.ts'
import type { FindPlaces } from './steps/find-places.ts'
import type { WithoutPlace } from './steps/without-place.ts'
import { hearDemand } from './steps/hear-demand.ts'
import { giveAnswer } from './steps/give-answer.ts'
import { locateQuestion } from './steps/locate-question.ts'
import { maskPersonalData } from './steps/mask-personal-data.ts'
import { offerIntake, unlessDemand } from './steps/offer-intake.ts'
import { offerPerson } from './steps/offer-person.ts'
import { redirectRoute, type LegalRouteTable } from './steps/redirect-route.ts'
import { rephraseQuestion } from './steps/rephrase-question.ts'
import { retrievePassages } from './steps/retrieve-passages.ts'
import { routeQuestion } from './steps/route-question.ts'
import { screenInput, type ScreenTable } from './steps/screen-input.ts'
import { screenOutput } from './steps/screen-output.ts'
import type { Recognize } from './steps/recognize.ts'
import { spotEmergency, type EmergencyTable } from './steps/spot-emergency.ts'
import { yieldToOperator } from './steps/yield-to-operator.ts'

/** Everything the steps need from outside. */
export interface PipelineParts {
  clock: Clock
  retriever: Retriever
  writer: Writer
  supports: Supports
  speak: Speak
  /** Where citizens' own demands are looked up. */
  tickets: LookUpTickets
  findPlaces: FindPlaces
  /** The rules by which demands are taken down. */
  intake: ConductIntake
  /** Listens to what is told of a demand; null: the rules read alone. */
  hear: HearDemand | null
  attachmentOf: AttachmentOf
  /** Files that came with an earlier message go with the demand that it became; none where it is absent. */
  sentBefore?: SentBefore | undefined
  withoutPlace: WithoutPlace
  emergencies: EmergencyTable
  /** Recognizes an emergency by its meaning; the rules alone where it is absent. */
  recognizeEmergency?: Recognize | undefined
  /** The same for the wish for a person. */
  recognizePerson?: Recognize | undefined
  /** Guesses the kind of a demand by its meaning; the rules alone where it is absent. */
  guessKind?: GuessKind | undefined
  legalRoutes: LegalRouteTable
  screens: ScreenTable
  /** Words of the assistant's own instructions, which must never be shown. */
  secrets: readonly string[]
}

/** Longest message that is read, characters. */
const longestMessage = 2000
const passagesSought = 20

/** What happens to every message, in order. Personal data is masked first; danger is answered even while a person holds the conversation. */
export const answerPipeline = (parts: PipelineParts): readonly Step[] => [
  maskPersonalData,
  spotEmergency({ table: parts.emergencies, recognize: parts.recognizeEmergency }),
  yieldToOperator,
  screenInput({ table: parts.screens, limit: longestMessage }),
  offerPerson({ recognize: parts.recognizePerson }),
  answerTicketQuery(parts),
  hearDemand(parts),
  continueIntake(parts),
  redirectRoute({ table: parts.legalRoutes }),
  routeQuestion(parts),
  rephraseQuestion,
  locateQuestion({ findPlaces: parts.findPlaces }),
  retrievePassages({
    retriever: parts.retriever,
    clock: parts.clock,
    withoutPlace: parts.withoutPlace,
    limit: passagesSought,
  }),
  unlessDemand(askPlace({ findPlaces: parts.findPlaces }), parts),
  draftAnswer({ writer: parts.writer }),
  checkSupport({ supports: parts.supports }),
  screenOutput({ secrets: parts.secrets }),
  offerIntake(parts),
  giveAnswer,
]
