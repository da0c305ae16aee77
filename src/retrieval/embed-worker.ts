import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { poolStates } from './pool-states.ts'

/** One model in one thread: takes `{ id, texts }`, answers `{ id, vectors }` or `{ id, error }`. */
const settings = z
  .object({ folder: z.string(), pooling: z.enum(['first', 'mean']), longest: z.number().int() })
  .parse(workerData)
const request = z.object({ id: z.number(), texts: z.array(z.string()) })

const json: unknown = JSON.parse(await readFile(join(settings.folder, 'tokenizer.json'), 'utf8'))
const tokenizer = new Tokenizer(z.record(z.string(), z.unknown()).parse(json), {})
const session = await InferenceSession.create(join(settings.folder, 'model.onnx'), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
})

/** One text a run: with dynamic quantisation a vector would depend on its neighbours in a batch. */
async function embed(text: string): Promise<Float32Array> {
  const all = tokenizer.encode(text.toLowerCase()).ids
  const ids = all.length <= settings.longest ? all : [...all.slice(0, settings.longest - 1), ...all.slice(-1)]
  const shape = [1, ids.length]
  const output = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  })
  const states = Object.values(output)[0]
  if (!(states?.data instanceof Float32Array)) throw new Error('The model gives no states')
  return poolStates(states.data, states.dims[2] ?? 0, settings.pooling)
}

const port = parentPort
/** One run at a time: runs side by side would take more threads and more memory, and be no sooner done. */
let before = Promise.resolve()
port?.on('message', (message: unknown) => {
  const { id, texts } = request.parse(message)
  const work = async () => {
    const vectors: Float32Array[] = []
    for (const text of texts) vectors.push(await embed(text))
    port.postMessage({ id, vectors })
  }
  before = before
    .then(work)
    .catch((error: unknown) => port.postMessage({ id, error: error instanceof Error ? error.message : String(error) }))
})
port?.postMessage({ ready: true })
