import { existsSync, writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

/** Answers like the embedding worker, but "die" ends the thread, and "die once FILE" does so until the file exists. */
parentPort?.on('message', ({ id, texts }: { id: number; texts: string[] }) => {
  const [text = ''] = texts
  const once = /^die once (.+)$/u.exec(text)?.[1]
  if (text === 'die') process.exit(3)
  if (once !== undefined && !existsSync(once)) {
    writeFileSync(once, '')
    process.exit(3)
  }
  if (text === 'fail') parentPort?.postMessage({ id, error: 'no vector for this' })
  else parentPort?.postMessage({ id, vectors: texts.map((one) => Float32Array.of(one.length)) })
})
