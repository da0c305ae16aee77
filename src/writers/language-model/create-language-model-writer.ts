import type { Clock } from '../../core/clock.ts'
import type { Draft, Sentence, WriterMark } from '../../core/draft.ts'
import type { Language } from '../../core/language.ts'
import type { Log } from '../../core/log.ts'
import type { Prompt } from '../../core/prompt.ts'
import type { StepTools } from '../../core/step.ts'
import type { Turn } from '../../core/turn.ts'
import type { Supports, Writer } from '../../core/writer.ts'
import { createAskModel, type AskModel, type ModelSettings } from './ask-model.ts'
import { chooseSources, type Source } from './choose-sources.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { composeAnswer, type Composed } from './compose-answer.ts'
import { describeQuestion } from './describe-question.ts'
import { describeSources } from './describe-sources.ts'
import { ModelFault } from './model-fault.ts'
import { repeatsQuestion } from './repeats-question.ts'
import { resolveSentence } from './resolve-sentence.ts'
import { startPatience } from './start-patience.ts'

export interface LanguageModelWriterOptions {
  model: ModelSettings
  /** Writes where the model does not answer in time, or nothing of its answer may be shown. */
  fallback: Writer
  supports: Supports
  /** Whether a supported sentence may be shown: no address, no mark-up, no words of our instructions. */
  mayBeShown: (sentence: Sentence) => boolean
  prompts: Readonly<Record<Language, Prompt>>
  clock: Clock
  log: Log
}

/** Why nothing of an answer that came to its end can be shown; null where something can, or the model found nothing to say. */
function shortfallOf({ sentences, dropped, uncovered, complete }: Composed): ModelFault | null {
  if (sentences.length > 0) return null
  if (dropped > 0) return new ModelFault('unsupported')
  return complete && uncovered.length > 0 ? null : new ModelFault('garbage')
}

type Options = LanguageModelWriterOptions

/** Has the model answer from the sources, within the time allowed; what passes the checks is said at once. */
async function answerFrom(
  sources: readonly Source[],
  turn: Turn,
  { signal, say }: StepTools,
  { model, prompts, supports, mayBeShown, ask }: Options & { ask: AskModel },
): Promise<Composed> {
  const byToken = new Map(sources.map((source) => [source.token, source]))
  const messages = prompts[turn.language].fill({
    question: describeQuestion(turn),
    sources: describeSources(sources, turn.language),
  })
  const patience = startPatience(signal, model.timeout)
  try {
    return await composeAnswer({
      answer: ask(messages, patience.signal),
      accept: (piece) => {
        const sentence = resolveSentence(piece, byToken, supports)
        return sentence !== null && mayBeShown(sentence) ? sentence : null
      },
      acceptPart: (part) => repeatsQuestion(part, turn, supports),
      release: (sentence) => {
        patience.satisfied()
        say(sentence)
      },
    })
  } finally {
    patience.end()
  }
}

const draftOf = ({ sentences, dropped, uncovered, complete }: Composed, mark: WriterMark): Draft => ({
  sentences,
  coverage: complete && dropped === 0 && uncovered.length === 0 ? 'full' : 'partial',
  uncovered,
  writer: mark,
})

/**
 * Has a language model put the passages into short sentences. Each is released as soon as it is whole, and only if the passages it cites
 * support it. Where the model fails, refuses, is late, or says nothing that can be shown, the fallback writes, within the model's time-out
 * in all; after repeated failures the model is left alone for a while. Null where the model finds that the passages say nothing.
 */
export function createLanguageModelWriter(options: LanguageModelWriterOptions): Writer {
  const { model, fallback, prompts, clock, log } = options
  const name = 'language-model'
  const ask = createAskModel(model, clock)
  const breaker = createCircuitBreaker(clock)
  return {
    name,
    async write(turn, tools) {
      tools.signal.throwIfAborted()
      const sources = chooseSources(turn)
      if (sources.length === 0 || !breaker.mayTry()) return fallback.write(turn, tools)
      const began = performance.now()
      const composed = await answerFrom(sources, turn, tools, { ...options, ask }).catch((error: unknown) => {
        breaker.left()
        throw error
      })
      const { sentences, dropped } = composed
      const fault = composed.fault ?? shortfallOf(composed)
      const facts = { sentences: sentences.length, dropped, milliseconds: Math.round(performance.now() - began) }
      if (fault === null) {
        breaker.worked()
        log('debug', 'language model answered', facts)
      } else {
        breaker.failed(fault.restFor)
        log('warn', 'language model failed', { ...facts, reason: fault.reason, status: fault.status })
      }
      if (sentences.length > 0)
        return draftOf(composed, { name, model: model.model, promptVersion: prompts[turn.language].version })
      return fault === null ? null : fallback.write(turn, tools)
    },
  }
}
