import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import type { Tickets } from '../core/store.ts'

const number = /(?<!\d)(\d{8})\s*[-－–]\s*(\d{4,6})(?!\d)/u

/** Tells how a ticket stands that was filed in this same conversation; others' tickets are as unknown as ones that do not exist. */
export function answerTicketQuery({ tickets }: { tickets: Pick<Tickets, 'find'> }): Step {
  return {
    name: 'answer-ticket-query',
    async run(turn) {
      const match = number.exec(turn.message.text.normalize('NFKC'))
      if (match === null) return turn
      const ticket = await tickets.find(`${match[1]}-${match[2]}`)
      if (ticket === null || ticket.conversation !== turn.message.conversation)
        return { kind: 'reply', phrase: phrase('ticket.unknown'), choices: [], gives: {} }
      return { kind: 'status', ticket }
    },
  }
}
