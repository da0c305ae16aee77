import { createHash } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { GivenAnswer, GivenAnswers } from '../../core/given-answers.ts'
import { refuse } from './refusal.ts'

/** For how long a request that is sent again gets the answer that it got, milliseconds. */
export const answersKeptFor = 7 * 86_400_000
/** After so long without an answer whoever did it is taken for lost, milliseconds. */
const lostAfter = 60_000

export interface NamedCall {
  sender: string
  /** Idempotency-Key; null: the request is done whenever it comes. */
  name: string | null
  /** A digest of what is asked. */
  content: string
}

/** Does a request once, however often it comes under its name. */
export type Once = (call: NamedCall, work: () => Promise<GivenAnswer>) => Promise<GivenAnswer>

/** What tells a request from another: what is to be done to what, and the bytes that came with it. */
export const contentOf = ({ method, url, body }: { method: string; url: string; body: Uint8Array }): string =>
  createHash('sha256').update(`${method} ${url}\n`).update(body).digest('hex')

/** An answer that depends on more than the request is not given again: the ticket may come, or the sender may read it first. */
const isKept = ({ status }: GivenAnswer): boolean => status < 300 || status === 409 || status === 422

export const createOnce =
  ({ answers, clock }: { answers: GivenAnswers; clock: Clock }): Once =>
  async (call, work) => {
    const { sender, name, content } = call
    if (name === null) return work()
    const at = clock()
    const before = (milliseconds: number) => new Date(at.getTime() - milliseconds)
    const moments = { at, lostBefore: before(lostAfter), forgottenBefore: before(answersKeptFor) }
    const beginning = await answers.begin({ sender, name, content }, moments)
    if (beginning.kind === 'done') return beginning.answer
    if (beginning.kind === 'other') throw refuse('other-request')
    if (beginning.kind === 'under-way') throw refuse('under-way')
    try {
      const answer = await work()
      await (isKept(answer) ? answers.finish({ sender, name }, answer) : answers.release({ sender, name }))
      return answer
    } catch (error) {
      await answers.release({ sender, name })
      throw error
    }
  }
