import type { ReadKnowledgeFile } from '../knowledge-file.ts'
import { createSafeReader } from './create-safe-reader.ts'
import { usualLimits } from './read-limits.ts'

/** A page about the folder for those who keep it, not a document in it. */
const readme = /(?:^|\/)README(?:\.[\w-]+)?\.(?:md|txt)$/iu

/** Reads the files of a knowledge folder, of any format, in a thread of their own; pages for editors (README.md) are passed over. */
export function createReadKnowledgeFile(): ReadKnowledgeFile {
  const reader = createSafeReader({ limits: usualLimits, timeLimit: 60_000, memoryLimit: 768, idleLimit: 5_000 })
  return async (file) => (readme.test(file.name) ? [] : reader.read(file))
}
