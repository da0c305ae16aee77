import { phrase, type Phrase } from '../../core/phrase.ts'
import type { FileReading } from '../knowledge-file.ts'
import { startWorker } from '../start-worker.ts'
import type { ReadLimits, SourceFile } from './reading.ts'

export interface ThreadBounds {
  limits: ReadLimits
  /** Milliseconds for one file, an archive with all that is in it. */
  timeLimit: number
  /** Megabytes of heap. */
  memoryLimit: number
}

/** A thread that reads one file at a time. */
export interface ReadingThread {
  /** Reads a file. One that breaks a bound comes back as a failure, and the thread is dead. */
  read(file: SourceFile): Promise<readonly FileReading[]>
  isAlive(): boolean
  end(): Promise<void>
}

interface Failure {
  reason: string
  message: Phrase
}

/** What the thread answers; only our own script speaks here. */
type Answer = { ready: true } | { id: number; readings: readonly FileReading[] }

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Starts a thread that reads files within bounds of time and memory. It does not keep the process alive while it has nothing to read. */
export function startReadingThread({ limits, timeLimit, memoryLimit }: ThreadBounds): ReadingThread {
  const script = new URL('./read-worker.ts', import.meta.url)
  const worker = startWorker({ script, data: { limits }, limits: { maxOldGenerationSizeMb: memoryLimit } })
  let alive = true
  let lastId = 0
  let fail: ((failure: Failure) => void) | null = null
  const ready = new Promise<void>((resolve) => worker.once('message', () => resolve()))

  const die = (failure: Failure) => {
    alive = false
    fail?.(failure)
    void worker.terminate()
  }
  worker.on('error', (error: unknown) =>
    die(
      isOutOfMemory(error)
        ? { reason: 'bomb', message: phrase('reading.memory', { most: String(memoryLimit) }) }
        : { reason: 'damaged', message: phrase('reading.damaged') },
    ),
  )
  worker.on('exit', () => die({ reason: 'damaged', message: phrase('reading.interrupted') }))
  worker.unref()

  return {
    read: (file) =>
      new Promise((resolve) => {
        const id = (lastId += 1)
        let timer: NodeJS.Timeout | undefined
        const settle = (readings: readonly FileReading[]) => {
          clearTimeout(timer)
          worker.off('message', take)
          worker.unref()
          fail = null
          resolve(readings)
        }
        const take = (answer: Answer) => {
          if ('id' in answer && answer.id === id) settle(answer.readings)
        }
        fail = (failure) => settle([{ path: file.name, failure }])
        worker.on('message', take)
        worker.ref()
        // The time that the thread takes to start is not the file's.
        void ready.then(() => {
          const slow = phrase('reading.slow', { seconds: String(Math.round(timeLimit / 1000)) })
          timer = setTimeout(() => die({ reason: 'too-slow', message: slow }), timeLimit)
          worker.postMessage({ id, file })
        })
      }),
    isAlive: () => alive,
    async end() {
      die({ reason: 'damaged', message: phrase('reading.interrupted') })
      await worker.terminate()
    },
  }
}
