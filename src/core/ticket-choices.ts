import type { Choice } from './outcome.ts'
import { phrase, type Phrase } from './phrase.ts'
import type { CitizenAction, TicketProgress } from './ticket-progress.ts'

type Say = (wording: Phrase) => string

const choice = (id: string, number: string, say: Say): Choice => ({
  label: say(phrase(id)),
  say: say(phrase(`${id}.say`, { number })),
})

/** Whether it is solved, to press. */
export const visitChoices = (number: string, say: Say): readonly Choice[] =>
  ['yes', 'partly', 'no'].map((answer) => choice(`ticket.visit.${answer}`, number, say))

/** How the citizen was treated, to press. */
const rateChoices = (number: string, say: Say): readonly Choice[] =>
  ['courteous', 'rude'].map((answer) => choice(`ticket.rate.${answer}`, number, say))

const single: readonly CitizenAction[] = ['urge', 'withdraw', 'reopen']

/** What can be done to a demand now, to press. What is asked comes alone: it is answered before anything else is done. */
export function actionChoices({ number, actions }: TicketProgress, say: Say): readonly Choice[] {
  if (actions.includes('visit')) return visitChoices(number, say)
  if (actions.includes('rate')) return rateChoices(number, say)
  return single.filter((action) => actions.includes(action)).map((action) => choice(`ticket.do.${action}`, number, say))
}
