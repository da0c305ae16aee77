import type { Phrase } from '../core/phrase.ts'
import type { Quarantined, Reading, SourceFile, Warning } from './read/reading.ts'

/** One document of a file as read, or why the file (or the entry of an archive) yields none. */
export type FileReading =
  { path: string; reading: Reading } | { path: string; failure: { reason: string; message: Phrase } }

/**
 * Reads one file of a knowledge folder: one document, or several where it is an archive (entries stand behind its path). What cannot
 * be read comes back as a failure, so that one bad file never stops the rest.
 */
export type ReadKnowledgeFile = (file: SourceFile) => Promise<readonly FileReading[]>

/** What the reading of a file left for the editor to see. */
export interface FileNote {
  path: string
  warnings: readonly Warning[]
  quarantined: readonly Quarantined[]
}

export interface FileFailure {
  path: string
  reason: string
  message: Phrase
}
