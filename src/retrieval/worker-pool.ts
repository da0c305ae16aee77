import type { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { startWorker } from './start-worker.ts'

/** Runs batches of texts on worker threads. */
export interface WorkerPool {
  run(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>
  close(): Promise<void>
}

interface Job {
  id: number
  texts: readonly string[]
  attempts: number
  resolve: (vectors: Float32Array[]) => void
  reject: (error: Error) => void
  signal: AbortSignal
}
interface Slot {
  worker: Worker
  job: Job | null
}

const answer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), vectors: z.array(z.instanceof(Float32Array)) }),
  z.object({ id: z.number(), error: z.string() }),
])

/** A worker's own heap holds a vocabulary and a few texts; left alone it would grow to several times that before it is swept. */
const heapLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }

/** A job whose worker dies is given to a new worker this many times in all. */
const mostAttempts = 2

interface PoolOptions {
  script: URL
  data: Readonly<Record<string, unknown>>
  size: number
}

const unwanted = () => new DOMException('The embedding was not wanted any more', 'AbortError')

/**
 * Keeps up to `size` workers, started when there is work; each has one job at a time. A worker that dies is replaced and its job
 * tried once more. Idle workers do not keep the process alive.
 */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const slots: Slot[] = []
  const queue: Job[] = []
  let nextId = 0
  let closed = false

  const lose = (slot: Slot, error: Error) => {
    if (!slots.includes(slot)) return
    slots.splice(slots.indexOf(slot), 1)
    const { job } = slot
    if (job !== null && job.attempts < mostAttempts && !closed) queue.unshift(job)
    else job?.reject(error)
    assign()
  }
  const start = (): Slot => {
    const slot: Slot = { worker: startWorker({ ...options, limits: heapLimits }), job: null }
    slot.worker.on('message', (message: unknown) => finish(slot, answer.parse(message)))
    slot.worker.on('error', (error) => lose(slot, error instanceof Error ? error : new Error(String(error))))
    slot.worker.on('exit', (code) => lose(slot, new Error(`The embedding worker ended with code ${code}`)))
    slots.push(slot)
    return slot
  }
  const finish = (slot: Slot, message: z.infer<typeof answer>) => {
    const { job } = slot
    if (job === null || 'ready' in message || message.id !== job.id) return
    slot.job = null
    slot.worker.unref()
    if ('vectors' in message) job.resolve(message.vectors)
    else job.reject(new Error(message.error))
    assign()
  }
  const assign = (): void => {
    const free =
      slots.find((slot) => slot.job === null) ?? (slots.length < options.size && queue.length > 0 ? start() : undefined)
    const job = free === undefined ? undefined : queue.shift()
    if (free === undefined || job === undefined) return
    if (job.signal.aborted) {
      job.reject(unwanted())
    } else {
      free.job = { ...job, attempts: job.attempts + 1 }
      free.worker.ref()
      free.worker.postMessage({ id: job.id, texts: job.texts })
    }
    assign()
  }

  return {
    run: (texts, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The embedding workers are closed'))
        queue.push({ id: (nextId += 1), texts, attempts: 0, resolve, reject, signal })
        assign()
      }),
    async close() {
      closed = true
      for (const job of queue.splice(0)) job.reject(new Error('The embedding workers are closed'))
      await Promise.all(slots.map(({ worker }) => worker.terminate()))
    },
  }
}
