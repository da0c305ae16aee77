import { nothingTold, type TicketDraft } from '../core/ticket.ts'
import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import type { Turn } from '../core/turn.ts'
import { readWish } from './read-wish.ts'

/** The last thing the person asked about, in their own (masked) words; empty where there is none. */
const matterOf = (turn: Turn): string =>
  turn.history.findLast(({ outcome }) => !['reply', 'refusal', 'ticket', 'status'].includes(outcome.kind))?.query ?? ''

/** What the assistant did about it, a line a step, for the person who takes over. */
export const triedSoFar = (turn: Turn): readonly string[] =>
  turn.history.slice(-4).map(({ text, outcome }) => `${text} → ${outcome.kind}`)

const subjectOf = (description: string) => (description.length <= 30 ? description : `${description.slice(0, 29)}…`)

/** A draft from what was said; the description keeps the person's words. */
export const draftTicket = (turn: Turn, description: string): TicketDraft => ({
  kind: turn.intent === 'small-talk' || turn.intent === 'out-of-scope' ? 'consultation' : turn.intent,
  subject: subjectOf(description),
  description,
  region: turn.region,
  ...nothingTold,
  tried: triedSoFar(turn),
})

/**
 * Files a demand once it is known what it is about: after "file a ticket", after a complaint was described, or after the assistant
 * asked what happened. A wish to file without a matter is asked about, once.
 */
export const continueIntake: Step = {
  name: 'continue-intake',
  async run(turn) {
    const last = turn.history.at(-1)?.outcome
    const asked = last?.kind === 'question' && last.asks === 'intake'
    const wish = readWish(turn.message.text)
    if (wish === 'cancel' && asked) return { kind: 'reply', phrase: phrase('intake.cancelled'), choices: [], gives: {} }
    if (wish === 'file') {
      const matter = matterOf(turn)
      if (matter !== '') return { kind: 'ticket', filed: draftTicket(turn, matter) }
      return { kind: 'question', asks: 'intake', phrase: phrase('intake.what-happened'), choices: [] }
    }
    if (asked && wish === 'confirm' && matterOf(turn) !== '')
      return { kind: 'ticket', filed: draftTicket(turn, matterOf(turn)) }
    const told = asked && last.phrase.id === 'intake.what-happened' && wish === null
    return told ? { kind: 'ticket', filed: draftTicket(turn, turn.message.text) } : turn
  },
}
