import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { readFile } from './read-file.ts'

/** Reads files in a thread of its own: takes `{ id, file }`, answers `{ id, readings }`; says `{ ready }` first. */
const limits = z
  .object({
    fileBytes: z.number(),
    unpackedBytes: z.number(),
    ratio: z.number(),
    entries: z.number(),
    parts: z.number(),
  })
  .parse((workerData as { limits?: unknown }).limits)
const bytes = z.instanceof(Uint8Array)
const request = z.object({
  id: z.number(),
  file: z.object({ name: z.string(), bytes, sidecar: bytes.optional() }),
})

/** Libraries remark on odd files to the console; what an editor has to know stands in the readings. */
console.log = console.warn = console.error = () => undefined

const port = parentPort
port?.on('message', (message: unknown) => {
  const { id, file } = request.parse(message)
  const { sidecar, ...rest } = file
  void readFile(sidecar === undefined ? rest : { ...rest, sidecar }, limits).then((readings) =>
    port.postMessage({ id, readings }),
  )
})
port?.postMessage({ ready: true })
