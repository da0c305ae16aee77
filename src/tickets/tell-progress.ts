import { phrase, type Phrase } from '../core/phrase.ts'
import type { TicketProgress } from '../core/ticket-progress.ts'

/** How a demand stands, for whoever asks: its state, who has it, until when, and what was answered last. */
export function tellProgress(
  progress: TicketProgress,
  { language, moment }: { language: 'zh' | 'en'; moment: (at: Date) => string },
): readonly Phrase[] {
  const { number, state, body, due, late, pausedUntil, replies, actions } = progress
  const last = replies.at(-1)
  const waits = state === 'accepted' || state === 'dispatched' || state === 'in-progress' || state === 'objected'
  return [
    phrase(`ticket.state.${state}`, { number }),
    ...(body === null || !waits ? [] : [phrase('ticket.progress.body', { body: body[language] })]),
    ...(due === null || !waits || pausedUntil !== null
      ? []
      : [phrase(late ? 'ticket.progress.late' : 'ticket.progress.due', { due: moment(due) })]),
    ...(pausedUntil === null ? [] : [phrase('ticket.progress.paused', { until: moment(pausedUntil) })]),
    ...(last === undefined
      ? []
      : [phrase('ticket.progress.reply', { body: last.body[language], day: moment(last.at), text: last.text })]),
    ...(actions.includes('visit') ? [phrase('ticket.visit.ask')] : []),
  ]
}
