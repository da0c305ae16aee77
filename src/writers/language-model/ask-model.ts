import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import { ChatOpenAI } from '@langchain/openai'
import type { Clock } from '../../core/clock.ts'
import { fetchAsStream } from './fetch-as-stream.ts'
import { faultOf, ModelFault } from './model-fault.ts'

/** A chat model behind any service that speaks the OpenAI wire format. */
export interface ModelSettings {
  /** Base address, such as https://api.deepseek.com/v1 or http://localhost:11434/v1. */
  url: string
  model: string
  /** Null where the service asks for none. */
  key: string | null
  /** Milliseconds within which an answer has to stand, the fallback's included. */
  timeout: number
  /** Further fields of the request that one service understands, such as {"enable_thinking": false}. */
  extras?: Readonly<Record<string, unknown>>
}

/** Streams a model's answer. It throws a ModelFault where the service fails, and the signal's reason on an abort. */
export type AskModel = (messages: { system: string; user: string }, signal: AbortSignal) => AsyncIterable<ModelPart>

export interface ModelPart {
  text: string
  /** Why the model stopped, in the last part; null before. */
  finish: string | null
}

/** An answer of eight short sentences has about 600 tokens; thoughts before it are not limited by this in most services. */
const mostTokens = 1500

/** Models of the o and gpt-5 lines take no temperature. */
const fixedTemperature = /^(?:o\d|gpt-5)/u

const finishOf = (metadata: Readonly<Record<string, unknown>>): string | null =>
  typeof metadata['finish_reason'] === 'string' ? metadata['finish_reason'] : null

/** Connects to a service; nothing is sent before the first question. */
export function createAskModel(settings: Omit<ModelSettings, 'timeout'>, clock: Clock): AskModel {
  const chat = new ChatOpenAI({
    model: settings.model,
    apiKey: settings.key ?? 'none',
    ...(fixedTemperature.test(settings.model) ? {} : { temperature: 0 }),
    maxTokens: mostTokens,
    maxRetries: 0,
    streamUsage: false,
    modelKwargs: { ...settings.extras },
    // The client would print what it cannot parse, and with OPENAI_LOG whole requests.
    configuration: { baseURL: settings.url, fetch: fetchAsStream(clock), logLevel: 'off' },
  })
  return async function* ask({ system, user }, signal) {
    signal.throwIfAborted()
    let begun = false
    try {
      const stream = await chat.stream([new SystemMessage(system), new HumanMessage(user)], { signal })
      for await (const { content, response_metadata: metadata } of stream) {
        signal.throwIfAborted()
        begun = true
        yield { text: typeof content === 'string' ? content : '', finish: finishOf(metadata) }
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw faultOf(error, begun ? 'broken' : 'unreachable')
    }
    signal.throwIfAborted()
    if (!begun) throw new ModelFault('empty')
  }
}
