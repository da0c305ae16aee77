import type { ReadLimits } from '../../../src/retrieval/read/reading.ts'

/** Limits as in use, for tests of single readers. */
export const limits: ReadLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  ratio: 200,
  entries: 5_000,
  parts: 200_000,
}
