import type { ReadLimits } from './reading.ts'

const megabyte = 1024 * 1024

/** Bounds that every real office document keeps to by far; a file beyond them gets a message and is not read. */
export const usualLimits: ReadLimits = {
  fileBytes: 64 * megabyte,
  unpackedBytes: 256 * megabyte,
  ratio: 200,
  entries: 5_000,
  parts: 200_000,
}
