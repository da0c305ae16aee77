import { readChunks, writeForm } from '../riff-chunks.ts'
import { UnfitFile } from '../unfit-file.ts'

const sound: ReadonlySet<string> = new Set(['fmt ', 'fact', 'data'])

/** WAV: its format and its sound. */
export function cleanWav(content: Buffer): Buffer {
  const end = Math.min(8 + content.readUInt32LE(4), content.length)
  const chunks = readChunks(content, 12, end).filter(({ type }) => sound.has(type))
  if (!chunks.some(({ type }) => type === 'data')) throw new UnfitFile('damaged')
  return writeForm('WAVE', chunks)
}
