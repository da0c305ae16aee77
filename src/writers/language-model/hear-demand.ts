import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import type { Heard, HearDemand } from '../../core/intake.ts'
import type { Language } from '../../core/language.ts'
import type { Log } from '../../core/log.ts'
import type { Prompt } from '../../core/prompt.ts'
import { createAskModel, type ModelPart, type ModelSettings } from './ask-model.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { createDropThoughts } from './drop-thoughts.ts'
import { ModelFault } from './model-fault.ts'
import { createScanObjects } from './scan-objects.ts'
import { startPatience } from './start-patience.ts'

const said = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text.trim()))

const shape: z.ZodType<Heard> = z.object({
  kind: z
    .enum(['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise'])
    .nullish()
    .catch(null)
    .transform((kind) => kind ?? null),
  subject: said,
  where: said,
  when: said,
  wish: said,
})

/** More than this is no answer of one small object, characters. */
const longest = 8000

/** The first object in what a model says that has the right shape. */
async function readObject(answer: AsyncIterable<ModelPart>): Promise<Heard> {
  const dropThoughts = createDropThoughts()
  const scan = createScanObjects()
  let characters = 0
  for await (const { text } of answer) {
    characters += text.length
    if (characters > longest) throw new ModelFault('too-long')
    for (const object of scan(dropThoughts(text))) {
      const heard = shape.safeParse(parseObject(object))
      if (heard.success) return heard.data
    }
  }
  throw new ModelFault('garbage')
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Has a language model read what a message tells of a demand. Null where it fails, is late, or has failed often: the rules then read alone.
 * What it gives is only proposed; whoever uses it checks that the message says so.
 */
export function createHearDemand(options: {
  model: ModelSettings
  prompts: Readonly<Record<Language, Prompt>>
  clock: Clock
  log: Log
}): HearDemand {
  const { model, prompts, clock, log } = options
  const ask = createAskModel(model, clock)
  const breaker = createCircuitBreaker(clock)
  return async ({ text, asked, language }, signal) => {
    if (!breaker.mayTry()) return null
    const patience = startPatience(signal, model.timeout)
    try {
      const heard = await readObject(ask(prompts[language].fill({ asked, message: text }), patience.signal))
      breaker.worked()
      return heard
    } catch (error) {
      if (!(error instanceof ModelFault)) {
        breaker.left()
        throw error
      }
      breaker.failed(error.restFor)
      log('warn', 'language model failed', { task: 'read-demand', reason: error.reason, status: error.status })
      return null
    } finally {
      patience.end()
    }
  }
}
