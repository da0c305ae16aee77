import { OpenAIEmbeddings } from '@langchain/openai'
import type { Embedder } from './embedder.ts'

export interface EndpointOptions {
  /** Base address of an OpenAI-compatible service, such as http://localhost:11434/v1. */
  url: string
  model: string
  /** Null where the service asks for none. */
  key: string | null
  /** Milliseconds until a request is given up. */
  timeout: number
}

/** Texts in one request. */
const batch = 32

function toUnitLength(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length))
}

/** Ends the wait when the signal does; the request under way is left to its own time-out. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'))
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/**
 * Embeds with a service that speaks the OpenAI wire format. One text is embedded at once to learn how many numbers its vectors have;
 * throws where the service does not answer.
 */
export async function createEndpointEmbedder(options: EndpointOptions, signal: AbortSignal): Promise<Embedder> {
  const service = new OpenAIEmbeddings({
    model: options.model,
    apiKey: options.key ?? 'none',
    configuration: { baseURL: options.url },
    encodingFormat: 'float',
    timeout: options.timeout,
    maxRetries: 2,
    batchSize: batch,
    stripNewLines: false,
  })
  const embed = async (text: string, until: AbortSignal) =>
    toUnitLength(await unlessAborted(service.embedQuery(text), until))
  const { length: dimensions } = await embed('住房公积金', signal)
  return {
    name: `${options.url} ${options.model} ${dimensions}`,
    dimensions,
    embed,
    async embedMany(texts, until, onProgress) {
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += batch) {
        const made = await unlessAborted(service.embedDocuments(texts.slice(start, start + batch)), until)
        vectors.push(...made.map(toUnitLength))
        onProgress?.(vectors.length)
      }
      return vectors
    },
    close: async () => undefined,
  }
}
