import type { FileFault, RefusedFile } from '../../src/core/attachments.ts'
import type { Phrase } from '../../src/core/phrase.ts'
import { StoreUnavailable } from '../../src/core/store-unavailable.ts'

/** Why a request is not served; each has its words under `ui.failure.<code>`, those of files under `file.refused.<fault>`. */
export type RefusalCode =
  | 'bad-request'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'not-json'
  | 'too-many-messages'
  | 'too-many-streams'
  | 'too-many-uploads'
  | 'unavailable'
  | 'not-built'
  | `file-${FileFault}`

const fileStatus: Readonly<Record<`file-${FileFault}`, number>> = {
  'file-empty': 400,
  'file-too-large': 413,
  'file-type': 415,
  'file-damaged': 422,
  'file-bomb': 422,
  'file-macros': 422,
  'file-locked': 422,
  'file-too-many': 409,
  'file-too-much': 409,
}

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'not-json': 415,
  'too-many-messages': 429,
  'too-many-streams': 429,
  'too-many-uploads': 429,
  unavailable: 503,
  'not-built': 503,
  ...fileStatus,
}

/** Thrown by a route that does not serve a request; `retryAfter` in seconds. */
export class Refusal extends Error {
  override name = 'Refusal'
  code: RefusalCode
  status: number
  retryAfter: number | null
  /** Its words, where it brings them; else they stand under its code. */
  phrase: Phrase | null

  constructor(code: RefusalCode, retryAfter: number | null = null, words: Phrase | null = null) {
    super(code)
    this.code = code
    this.status = statusOf[code]
    this.retryAfter = retryAfter
    this.phrase = words
  }
}

/** The refusal behind an error; null for a fault of our own. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  return error instanceof StoreUnavailable ? new Refusal('unavailable', 5) : null
}

/** The refusal of a file, in the words of whoever checked it. */
export const fileRefusal = ({ fault, phrase }: RefusedFile): Refusal => new Refusal(`file-${fault}`, null, phrase)
