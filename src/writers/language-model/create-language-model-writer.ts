import type { Clock } from '../../core/clock.ts'
import type { Draft, Sentence } from '../../core/draft.ts'
import type { Language } from '../../core/language.ts'
import type { Log } from '../../core/log.ts'
import type { Prompt } from '../../core/prompt.ts'
import type { StepTools } from '../../core/step.ts'
import type { Turn } from '../../core/turn.ts'
import type { Supports, Writer } from '../../core/writer.ts'
import { createAskModel, type ModelSettings } from './ask-model.ts'
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

/**
 * Has a language model put the passages into short sentences. Each is released as soon as it is whole, and only if the passages it cites
 * support it. Where the model fails, refuses, is late, or says nothing that can be shown, the fallback writes, within the model's time-out
 * in all; after repeated failures the model is left alone for a while. Null where the model finds that the passages say nothing.
 */
export function createLanguageModelWriter(options: LanguageModelWriterOptions): Writer {
  const { model, fallback, supports, mayBeShown, prompts, clock, log } = options
  const ask = createAskModel(model, clock)
  const breaker = createCircuitBreaker(clock)

  async function askFor(turn: Turn, sources: readonly Source[], { signal, say }: StepTools): Promise<Composed> {
    const byToken = new Map(sources.map((source) => [source.token, source]))
    const patience = startPatience(signal, model.timeout)
    const messages = prompts[turn.language].fill({
      question: describeQuestion(turn),
      sources: describeSources(sources, turn.language),
    })
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
    } catch (error) {
      breaker.left()
      throw error
    } finally {
      patience.end()
    }
  }

  const draftOf = ({ sentences, dropped, uncovered, complete }: Composed, { language }: Turn): Draft => ({
    sentences,
    coverage: complete && dropped === 0 && uncovered.length === 0 ? 'full' : 'partial',
    uncovered,
    writer: { name: 'language-model', model: model.model, promptVersion: prompts[language].version },
  })

  return {
    name: 'language-model',
    async write(turn, tools) {
      tools.signal.throwIfAborted()
      const sources = chooseSources(turn)
      if (sources.length === 0 || !breaker.mayTry()) return fallback.write(turn, tools)
      const began = performance.now()
      const composed = await askFor(turn, sources, tools)
      const fault = composed.fault ?? shortfallOf(composed)
      const facts = { sentences: composed.sentences.length, dropped: composed.dropped }
      const milliseconds = Math.round(performance.now() - began)
      if (fault === null) {
        breaker.worked()
        log('debug', 'language model answered', { ...facts, milliseconds })
      } else {
        breaker.failed(fault.restFor)
        log('warn', 'language model failed', { ...facts, milliseconds, reason: fault.reason, status: fault.status })
      }
      if (composed.sentences.length > 0) return draftOf(composed, turn)
      return fault === null ? null : fallback.write(turn, tools)
    },
  }
}
