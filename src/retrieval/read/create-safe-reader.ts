import { phrase, type Phrase } from '../../core/phrase.ts'
import { tooLarge } from './too-large.ts'
import type { FileReading } from '../knowledge-file.ts'
import type { SourceFile } from './reading.ts'
import { startReadingThread, type ReadingThread, type ThreadBounds } from './reading-thread.ts'

export interface SafeReaderOptions extends ThreadBounds {
  /** Milliseconds without work after which the thread ends; the next file starts a new one. */
  idleLimit: number
}

/** Reads files apart from the rest of the program. */
export interface SafeReader {
  /** Never rejects for a bad file: one that takes too long or too much memory comes back as a failure, and the next is read all the same. */
  read(file: SourceFile): Promise<readonly FileReading[]>
  close(): Promise<void>
}

/** Reads one file after the other in a thread that is used again, replaced after a crash and ended when idle. */
export function createSafeReader(options: SafeReaderOptions): SafeReader {
  const { limits, idleLimit } = options
  let thread: ReadingThread | null = null
  let waiting = 0
  let closed = false
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const failed = ({ name }: SourceFile, reason: string, message: Phrase): readonly FileReading[] => [
    { path: name, failure: { reason, message } },
  ]
  const rest = () => {
    idle = setTimeout(() => void thread?.end(), idleLimit)
    idle.unref()
  }
  const readNow = async (file: SourceFile): Promise<readonly FileReading[]> => {
    clearTimeout(idle)
    if (closed) return failed(file, 'damaged', phrase('reading.interrupted'))
    if (thread?.isAlive() !== true) thread = startReadingThread(options)
    const readings = await thread.read(file)
    waiting -= 1
    if (waiting === 0 && !closed) rest()
    return readings
  }

  return {
    read(file) {
      const { length } = file.bytes
      if (length > limits.fileBytes) {
        return Promise.resolve(failed(file, 'too-large', tooLarge(length, limits.fileBytes)))
      }
      waiting += 1
      const reading = last.then(() => readNow(file))
      last = reading
      return reading
    },
    async close() {
      closed = true
      clearTimeout(idle)
      await thread?.end()
    },
  }
}
