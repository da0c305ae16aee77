import { phrase, type Phrase } from '../../core/phrase.ts'
import { UnreadableFile } from './reading.ts'

/** A fault while reading as an editor sees it: the reason and one sentence, no stack trace. */
export const failureOf = (error: unknown): { reason: string; message: Phrase } =>
  error instanceof UnreadableFile
    ? { reason: error.reason, message: error.phrase }
    : { reason: 'damaged', message: phrase('reading.damaged') }
