import type { Embedder } from './embedder.ts'
import { createWorkerPool } from './worker-pool.ts'

/** A model whose files (model.onnx, tokenizer.json) lie in a folder. */
export interface LocalModel {
  /** Part of the embedder's name: changes when the files or their use do. */
  name: string
  folder: string
  dimensions: number
  /** Where the sentence's vector is taken from. */
  pooling: 'first' | 'mean'
  /** Most tokens the model takes; a longer text is cut. */
  longest: number
}

/** Texts that one message to a worker carries: enough to make the messages cheap, few enough to share them out evenly. */
const batch = 16

/** Embeds on this machine, in `workers` threads of their own (1 is enough to serve; as many as cores to build an index). */
export function createLocalEmbedder(options: { model: LocalModel; workers: number }): Embedder {
  const { model } = options
  const pool = createWorkerPool({
    script: new URL('./embed-worker.ts', import.meta.url),
    data: { folder: model.folder, pooling: model.pooling, longest: model.longest },
    size: options.workers,
  })
  return {
    name: model.name,
    dimensions: model.dimensions,
    async embed(text, signal) {
      const [vector] = await pool.run([text], signal)
      if (vector === undefined) throw new Error(`${model.name} gave no vector`)
      return vector
    },
    async embedMany(texts, signal, onProgress) {
      let done = 0
      const starts = Array.from({ length: Math.ceil(texts.length / batch) }, (_, index) => index * batch)
      const parts = await Promise.all(
        starts.map(async (start) => {
          const vectors = await pool.run(texts.slice(start, start + batch), signal)
          onProgress?.((done += vectors.length))
          return vectors
        }),
      )
      return parts.flat()
    },
    close: pool.close,
  }
}
