import type { Words } from './words.ts'

/** What is said of a demand by a button, as its citizen could type it: `act` names the phrase, a note follows the words. */
export function ticketSays(words: Words, act: string, number: string, note = ''): string {
  const said = words(`ticket.${act}.say`, { number })
  const more = note.trim()
  return more === '' ? said : words('ticket.noted', { said, note: more })
}
