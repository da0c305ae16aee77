import type { Language } from '../core/language.ts'

/** Turns text into vectors of length 1, so that related texts lie close together. */
export interface Embedder {
  /** Identifies the model and everything that shapes its vectors: vectors of different names must never be mixed. */
  name: string
  dimensions: number
  embed(text: string, signal: AbortSignal): Promise<Float32Array>
  /** The vectors in the order of the texts; `onProgress` hears how many are done so far. */
  embedMany(texts: readonly string[], signal: AbortSignal, onProgress?: (done: number) => void): Promise<Float32Array[]>
  close(): Promise<void>
}

/** The embedder for the documents and questions of each language; both may be the same. */
export type Embedders = Readonly<Record<Language, Embedder>>
