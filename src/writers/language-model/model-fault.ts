/** Why a model's answer could not be used. */
export type FaultReason =
  | 'unreachable'
  | 'refused'
  | 'busy'
  | 'failing'
  | 'too-late'
  | 'broken'
  | 'garbage'
  | 'too-long'
  | 'empty'
  | 'unsupported'

/** A model that did not answer usably. It carries no text: neither the question's, nor the answer's, nor the key. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault'
  readonly reason: FaultReason
  /** The HTTP status, where there was a response. */
  readonly status: number | null
  /** Milliseconds the service asked to be left alone; null where it did not say. */
  readonly restFor: number | null

  constructor(reason: FaultReason, facts: { status?: number; restFor?: number | null } = {}) {
    super(`The language model's answer was not used: ${reason}`)
    this.reason = reason
    this.status = facts.status ?? null
    this.restFor = facts.restFor ?? null
  }
}

/** Finds the fault in an error or in what caused it; anything else thrown by a client means that the connection failed. */
export function faultOf(error: unknown, otherwise: FaultReason): ModelFault {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ModelFault) return cause
  return new ModelFault(otherwise)
}
