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
  /** What the worker was given, in order; it is at the first. */
  jobs: Job[]
}

const answer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), vectors: z.array(z.instanceof(Float32Array)) }),
  z.object({ id: z.number(), error: z.string() }),
])

/** A worker's own heap holds a vocabulary and a few texts; left alone it would grow to several times that before it is swept. */
const heapLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }

/** A job whose worker dies over it is given to a new worker this many times in all. */
const mostAttempts = 2
/** Jobs given to a worker ahead: under load the event loop comes round too seldom to hand it one at a time. */
const mostAhead = 8

interface PoolOptions {
  script: URL
  data: Readonly<Record<string, unknown>>
  size: number
}

/** The worker with least to do, a new one before an old one has to wait; none where all have enough. */
function leastBusy(slots: readonly Slot[], size: number, start: () => Slot): Slot | undefined {
  const least = slots.toSorted((a, b) => a.jobs.length - b.jobs.length)[0]
  if (slots.length < size && (least === undefined || least.jobs.length > 0)) return start()
  return least !== undefined && least.jobs.length < mostAhead ? least : undefined
}

function give(slot: Slot, job: Job): void {
  slot.jobs.push(job)
  slot.worker.ref()
  slot.worker.postMessage({ id: job.id, texts: job.texts })
}

const unwanted = () => new DOMException('The embedding was not wanted any more', 'AbortError')

/**
 * Keeps up to `size` workers, started when there is work; each has a few jobs and does them in turn. A worker that dies is replaced, the
 * job it was at tried once more, and what it had not begun given to another. Idle workers do not keep the process alive.
 */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const slots: Slot[] = []
  const queue: Job[] = []
  let [nextId, closed] = [0, false]
  const lose = (slot: Slot, error: Error) => {
    if (!slots.includes(slot)) return
    slots.splice(slots.indexOf(slot), 1)
    const [at, ...ahead] = slot.jobs
    queue.unshift(...ahead)
    if (at !== undefined && at.attempts + 1 < mostAttempts && !closed)
      queue.unshift({ ...at, attempts: at.attempts + 1 })
    else at?.reject(error)
    assign()
  }
  const start = (): Slot => {
    const slot: Slot = { worker: startWorker({ ...options, limits: heapLimits }), jobs: [] }
    slot.worker
      .on('message', (message: unknown) => finish(slot, answer.parse(message)))
      .on('error', (error) => lose(slot, error instanceof Error ? error : new Error(String(error))))
      .on('exit', (code) => lose(slot, new Error(`The embedding worker ended with code ${code}`)))
    slots.push(slot)
    return slot
  }
  const finish = (slot: Slot, message: z.infer<typeof answer>) => {
    if ('ready' in message) return
    const job = slot.jobs.find(({ id }) => id === message.id)
    if (job === undefined) return
    slot.jobs = slot.jobs.filter((other) => other !== job)
    if (slot.jobs.length === 0) slot.worker.unref()
    if ('vectors' in message) job.resolve(message.vectors)
    else job.reject(new Error(message.error))
    assign()
  }
  const assign = (): void => {
    while (queue.length > 0 && !closed) {
      const slot = leastBusy(slots, options.size, start)
      const job = slot === undefined ? undefined : queue.shift()
      if (slot === undefined || job === undefined) return
      if (job.signal.aborted) job.reject(unwanted())
      else give(slot, job)
    }
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
