import type { Message } from '../core/message.ts'
import { openIntake } from '../core/open-intake.ts'
import type { Exchange, PersonalDatum } from '../core/turn.ts'
import { maskMessage } from './mask-personal-data.ts'

/**
 * The personal data behind the placeholders of a conversation, the newest first: its stored messages are masked again as they were then,
 * each with the exchanges that were `remembered` at the time. A message that would be masked otherwise now gives nothing.
 */
export function recallPersonalData(
  messages: readonly Message[],
  history: readonly Exchange[],
  remembered: number,
): readonly PersonalDatum[] {
  const raw = new Map(messages.map(({ id, text }) => [id, text]))
  return history
    .flatMap((exchange, index) => {
      const said = raw.get(exchange.message)
      if (said === undefined || !exchange.text.includes('〔')) return []
      const before = history.slice(Math.max(0, index - remembered), index)
      const { text, masked } = maskMessage(said, before, openIntake(before, exchange.at))
      // Of a message that dropped one demand for another only the second part is kept.
      return text.endsWith(exchange.text) ? [masked] : []
    })
    .toReversed()
    .flat()
}

/** Puts personal data back in place of its placeholders, wherever they stand in a value of texts, lists and records. */
export function unmask<T>(value: T, masked: readonly PersonalDatum[]): T
export function unmask(value: unknown, masked: readonly PersonalDatum[]): unknown {
  if (typeof value === 'string')
    return masked.reduce((said, { placeholder, value: datum }) => said.replaceAll(placeholder, () => datum), value)
  if (Array.isArray(value)) return value.map((item) => unmask<unknown>(item, masked))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmask<unknown>(item, masked)]))
}
