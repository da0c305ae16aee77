/** What a request was answered with. `body` is JSON text. */
export interface GivenAnswer {
  status: number
  body: string
}

/** A request that its sender may send again under the same name (Idempotency-Key) without it being done twice. */
export interface NamedRequest {
  /** Who sent it: the id of a key. Names of different senders have nothing to do with each other. */
  sender: string
  name: string
}

/** `new`: it is to be done now; `done`: it was, with this answer; `other`: another request had the name; `under-way`: it is being done. */
export type Beginning =
  { kind: 'new' } | { kind: 'done'; answer: GivenAnswer } | { kind: 'other' } | { kind: 'under-way' }

/** Answers that were given to named requests, kept for when they come again. */
export interface GivenAnswers {
  /**
   * Notes that a request begins. `content` is a digest of what is asked. What began before `forgottenBefore` counts as never asked, what
   * began before `lostBefore` and has no answer as never answered.
   */
  begin(
    request: NamedRequest & { content: string },
    moments: { at: Date; lostBefore: Date; forgottenBefore: Date },
  ): Promise<Beginning>
  finish(request: NamedRequest, answer: GivenAnswer): Promise<void>
  /** Forgets a request that came to nothing, so that it can be sent again. One that has an answer stays. */
  release(request: NamedRequest): Promise<void>
  /** Forgets what began before then; resolves with how many. */
  forget(before: Date): Promise<number>
}
