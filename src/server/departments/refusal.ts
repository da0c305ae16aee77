import { fileFaults, type FileFault, type RefusedFile } from '../../core/attachments.ts'
import { phrase, type Phrase } from '../../core/phrase.ts'
import { StoreUnavailable } from '../../core/store-unavailable.ts'
import { changedMeanwhile } from '../../core/ticket-office.ts'

/** Why a request of another system is not served; each has its words under `ui.failure.<code>`. */
export const failureCodes = {
  'bad-request': 400,
  'no-key': 401,
  'no-scope': 403,
  'no-department': 403,
  'not-found': 404,
  'too-large': 413,
  'not-json': 415,
  'unknown-attachment': 422,
  'other-request': 422,
  'under-way': 409,
  unavailable: 503,
} as const
export type FailureCode = keyof typeof failureCodes

/** Where something was wrong in what was sent. */
export interface Issue {
  path: string
  message: string
}

/** Thrown where a request is not served: a status and a code for programs, and words for people. */
export class Refusal extends Error {
  override name = 'Refusal'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Phrase,
    readonly issues: readonly Issue[] = [],
  ) {
    super(code)
  }
}

export const refuse = (code: FailureCode, issues: readonly Issue[] = []): Refusal =>
  new Refusal(failureCodes[code], code, phrase(`ui.failure.${code}`), issues)

/** What is wrong with what was sent is 422; what stands against it is 409, and 412 where that was asked for. */
const wrongInput: ReadonlySet<string> = new Set(
  ['no-duty-line', 'no-reason', 'no-text', 'until-past', 'pause-too-long', 'extension-too-long'].map(
    (why) => `ticket.refused.${why}`,
  ),
)

/** The office's refusal, in its own words. */
export function refusalByOffice(why: Phrase): Refusal {
  const status = why.id === changedMeanwhile ? 412 : wrongInput.has(why.id) ? 422 : 409
  return new Refusal(status, why.id.replace('ticket.refused.', ''), why)
}

const fileStatus: Readonly<Record<FileFault, number>> = {
  ...{ empty: 400, 'too-large': 413, type: 415, damaged: 422, bomb: 422, macros: 422, locked: 422 },
  ...{ 'too-many': 409, 'too-much': 409 },
}
export const fileCodes = fileFaults.map((fault) => `file-${fault}`)

export const refusalOfFile = ({ fault, phrase: words }: RefusedFile): Refusal =>
  new Refusal(fileStatus[fault], `file-${fault}`, words)

/** The refusal behind an error; null for a fault of our own. What express refuses in a body has a `type`. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof StoreUnavailable) return refuse('unavailable')
  const type = error instanceof Error && 'type' in error ? error.type : null
  if (type === 'entity.too.large') return refuse('too-large')
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return refuse('not-json')
  return typeof type === 'string' && /^(?:entity|request)\./u.test(type) ? refuse('bad-request') : null
}
