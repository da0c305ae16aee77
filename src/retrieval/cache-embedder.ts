import type { Embedder } from './embedder.ts'

/** Remembers the vectors of the latest `size` single texts (questions come again); lists pass through. */
export function cacheEmbedder(embedder: Embedder, size: number): Embedder {
  const known = new Map<string, Float32Array>()
  return {
    ...embedder,
    async embed(text, signal) {
      const found = known.get(text)
      const vector = found ?? (await embedder.embed(text, signal))
      known.delete(text)
      known.set(text, vector)
      const [oldest] = known.keys()
      if (known.size > size && oldest !== undefined) known.delete(oldest)
      return vector
    },
  }
}
