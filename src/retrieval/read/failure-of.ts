import { UnreadableFile } from './reading.ts'

/** A fault while reading as an editor sees it: the reason and one sentence, no stack trace. */
export const failureOf = (error: unknown): { reason: string; message: string } =>
  error instanceof UnreadableFile
    ? { reason: error.reason, message: error.message }
    : { reason: 'damaged', message: 'The file cannot be read; it seems damaged.' }
