import { join } from 'node:path'
import { cacheEmbedder } from './cache-embedder.ts'
import type { Embedder, Embedders } from './embedder.ts'
import type { EndpointOptions } from './embed-endpoint.ts'
import { createLocalEmbedder } from './embed-local.ts'

/** Questions whose vectors are remembered, for each language. */
const remembered = 2_000

/**
 * The embedders whose models come with the project, in `modelsFolder`: bge-small-zh-v1.5 for Chinese and all-MiniLM-L6-v2 for English,
 * each in `workers` threads that start with the first text.
 */
export function createEmbedders(options: { modelsFolder: string; workers: number }): Embedders {
  const { modelsFolder, workers } = options
  const make = (folder: string, dimensions: number, pooling: 'first' | 'mean', longest: number): Embedder =>
    cacheEmbedder(
      createLocalEmbedder({
        model: { name: folder, folder: join(modelsFolder, folder), dimensions, pooling, longest },
        workers,
      }),
      remembered,
    )
  return {
    zh: make('bge-small-zh-v1.5-int8', 512, 'first', 512),
    en: make('all-minilm-l6-v2-int8', 384, 'mean', 256),
  }
}

/** Embeds every language with one service; throws where it does not answer. */
export async function createServiceEmbedders(options: EndpointOptions, signal: AbortSignal): Promise<Embedders> {
  // Loaded only where it is used: the service's client is a large package.
  const { createEndpointEmbedder } = await import('./embed-endpoint.ts')
  const embedder = cacheEmbedder(await createEndpointEmbedder(options, signal), remembered)
  return { zh: embedder, en: embedder }
}
