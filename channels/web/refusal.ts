import { StoreUnavailable } from '../../src/core/store-unavailable.ts'

/** Why a request is not served; each has its words under `ui.failure.<code>`. */
export type RefusalCode =
  | 'bad-request'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'not-json'
  | 'too-many-messages'
  | 'too-many-streams'
  | 'unavailable'
  | 'not-built'

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'not-json': 415,
  'too-many-messages': 429,
  'too-many-streams': 429,
  unavailable: 503,
  'not-built': 503,
}

/** Thrown by a route that does not serve a request; `retryAfter` in seconds. */
export class Refusal extends Error {
  override name = 'Refusal'
  code: RefusalCode
  status: number
  retryAfter: number | null

  constructor(code: RefusalCode, retryAfter: number | null = null) {
    super(code)
    this.code = code
    this.status = statusOf[code]
    this.retryAfter = retryAfter
  }
}

/** The refusal behind an error; null for a fault of our own. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  return error instanceof StoreUnavailable ? new Refusal('unavailable', 5) : null
}
