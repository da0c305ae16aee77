import type { GuessKind } from './core/intake.ts'
import type { Clock } from './core/clock.ts'
import type { Language } from './core/language.ts'
import type { Message } from './core/message.ts'
import type { Region } from './core/region.ts'
import type { Library, Retriever } from './core/retriever.ts'
import { runPipeline, type PipelineResult } from './core/run-pipeline.ts'
import type { Say, Step } from './core/step.ts'
import { startTurn, type Exchange } from './core/turn.ts'
import type { ChosenWriter } from './create-writer.ts'
import type { ProjectData } from './load-data.ts'
import { answerPipeline } from './pipelines.ts'
import type { LookUpTickets } from './steps/answer-ticket-query.ts'
import type { AttachmentOf, SentBefore } from './steps/continue-intake.ts'
import { createFindPlaces } from './steps/find-places.ts'
import { createWithoutPlace } from './steps/without-place.ts'
import type { Recognize } from './steps/recognize.ts'
import { supports } from './steps/support/supports.ts'
import { createIntake } from './tickets/intake/create-intake.ts'

/** The regions of the documents and the districts of the departments; the same list as long as the documents' stays the same. */
function withDistricts(regions: () => readonly Region[], districts: readonly Region[]): () => readonly Region[] {
  let last: { of: readonly Region[]; all: readonly Region[] } | null = null
  return () => {
    const of = regions()
    if (last?.of !== of) last = { of, all: [...of, ...districts] }
    return last.all
  }
}

/** Builds the ordered steps from the data, the knowledge and a writer. */
export function composePipeline(parts: {
  data: ProjectData
  retriever: Retriever
  library: Library
  writing: ChosenWriter
  tickets: LookUpTickets
  clock: Clock
  attachmentOf?: AttachmentOf | undefined
  sentBefore?: SentBefore | undefined
  recognizeEmergency?: Recognize | undefined
  recognizePerson?: Recognize | undefined
  guessKind?: GuessKind | undefined
}): readonly Step[] {
  const { data, library } = parts
  const regions = () => library.regions()
  const everywhere = withDistricts(regions, data.districts)
  const findRegions = createFindPlaces({ regions: everywhere, elsewhere: data.places, aliases: data.placeAliases })
  const findPlaces = createFindPlaces({ regions, elsewhere: data.places, aliases: data.placeAliases })
  return answerPipeline({
    clock: parts.clock,
    retriever: parts.retriever,
    writer: parts.writing.writer,
    hear: parts.writing.hear,
    supports,
    speak: data.speak,
    tickets: parts.tickets,
    findPlaces,
    intake: createIntake({ speak: data.speak, findRegions, regions: everywhere, aliases: data.placeAliases }),
    attachmentOf: parts.attachmentOf ?? (() => Promise.resolve(null)),
    sentBefore: parts.sentBefore,
    withoutPlace: createWithoutPlace(data.placeAliases),
    emergencies: data.emergencies,
    recognizeEmergency: parts.recognizeEmergency,
    recognizePerson: parts.recognizePerson,
    guessKind: parts.guessKind,
    legalRoutes: data.legalRoutes,
    screens: data.screens,
    secrets: parts.writing.secrets,
  })
}

/** What a person says in one conversation, turn by turn, without a store: for the terminal, evals and benchmarks. */
export interface Dialogue {
  say(text: string, say?: Say): Promise<PipelineResult>
}

const exchangesRemembered = 6

/** Runs the pipeline over successive messages and remembers the exchanges between them; nothing is stored. */
export function createDialogue(options: {
  pipeline: readonly Step[]
  clock: Clock
  /** The language of every message, or how each one's is told. */
  language: Language | ((text: string) => Language)
  region: Region | null
  id?: string
}): Dialogue {
  const { pipeline, clock, region, id = 'dialogue' } = options
  let history: readonly Exchange[] = []
  let held: 'assistant' | 'operator' = 'assistant'
  return {
    async say(text, say = () => undefined) {
      const language = typeof options.language === 'string' ? options.language : options.language(text)
      const message: Message = {
        id: `${id}-${history.length + 1}`,
        conversation: id,
        from: { channel: 'terminal', user: id },
        at: clock(),
        text,
        media: [],
        place: null,
        spoken: false,
        language,
      }
      const turn = startTurn(message, { language, history, holder: held, region })
      const result = await runPipeline(pipeline, turn, { signal: AbortSignal.timeout(60_000), say })
      const { outcome } = result
      if (outcome.kind === 'handover') held = 'operator'
      if (outcome.kind === 'reply' && outcome.gives.holder !== undefined) held = outcome.gives.holder
      const exchange = {
        message: message.id,
        at: message.at,
        text: result.turn.message.text,
        query: result.turn.query,
        region: result.turn.region,
        outcome,
      }
      history = [...history, exchange].slice(-exchangesRemembered)
      return result
    },
  }
}
