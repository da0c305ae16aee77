import { SingleBar } from 'cli-progress'
import type { BuildProgress } from '../retrieval/build-index.ts'
import type { Tell } from '../tell-operator.mjs'

/** Shows how far a build is, until it is stopped. */
export interface Progress {
  onProgress(progress: BuildProgress): void
  stop(): void
}

const words = (tell: Tell, { phase, done, total }: BuildProgress): string =>
  tell(`operator.progress.${phase}`, { done, total })

function progressBar(tell: Tell, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: '{words} [{bar}] {percentage}%',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  })
  let phase = ''
  return {
    onProgress(progress) {
      const { done, total } = progress
      const payload = { words: words(tell, progress) }
      if (progress.phase !== phase) {
        bar.stop()
        bar.start(total, done, payload)
        phase = progress.phase
      }
      bar.setTotal(total)
      bar.update(done, payload)
    },
    stop: () => bar.stop(),
  }
}

/** Longest silence, and shortest time between two lines, milliseconds. */
const [longestSilence, shortestSilence] = [5_000, 1_000]

/**
 * Lines for a log, which has no place for a bar: one for each tenth of the work, and at least one each five seconds. Work that is done
 * within a second is not spoken of.
 */
export function progressLines(options: { tell: Tell; write(line: string): void; now(): number }): Progress {
  const { tell, write, now } = options
  let current: BuildProgress | null = null
  let last = { at: now(), tenth: 0, phase: '' }
  const tenthOf = ({ done, total }: BuildProgress) => Math.floor((done * 10) / Math.max(1, total))
  const say = () => {
    if (current === null || now() - last.at < shortestSilence) return
    last = { at: now(), tenth: tenthOf(current), phase: current.phase }
    write(`${words(tell, current)} …\n`)
  }
  const timer = setInterval(say, longestSilence)
  timer.unref()
  return {
    onProgress(progress) {
      current = progress
      if (progress.phase !== last.phase || tenthOf(progress) !== last.tenth) say()
    },
    stop: () => clearInterval(timer),
  }
}

/** On standard error, so that standard output stays clean: a bar on a terminal, lines elsewhere, nothing where quiet is asked for. */
export function showProgress({ tell, quiet }: { tell: Tell; quiet: boolean }): Progress {
  if (quiet) return { onProgress: () => undefined, stop: () => undefined }
  if (process.stderr.isTTY) return progressBar(tell, process.stderr)
  return progressLines({ tell, write: (line) => process.stderr.write(line), now: () => performance.now() })
}
