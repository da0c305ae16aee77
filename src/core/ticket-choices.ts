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

/** Answers to what the citizen is asked now; none where nothing is asked. */
export function askedChoices({ number, actions }: TicketProgress, say: Say): readonly Choice[] {
  if (actions.includes('visit')) return visitChoices(number, say)
  return actions.includes('rate') ? rateChoices(number, say) : []
}

/** What can be done to a demand now, to press. What is asked comes alone: it is answered before anything else is done. */
export function actionChoices(progress: TicketProgress, say: Say): readonly Choice[] {
  const asked = askedChoices(progress, say)
  const can = single.filter((action) => progress.actions.includes(action))
  return asked.length > 0 ? asked : can.map((action) => choice(`ticket.do.${action}`, progress.number, say))
}

/** For whoever is told that they have reported it before: it is another matter all the same. */
export const anotherMatter = (say: Say): Choice => ({
  label: say(phrase('ticket.separate')),
  say: say(phrase('ticket.separate.say')),
})

const longestLabel = 18

/** For whoever told of other matters besides: the first of them is taken down next, and the rest after it. Empty where there are none. */
export function otherMatters(others: readonly string[], say: Say): readonly Choice[] {
  const [first] = others
  if (first === undefined) return []
  const matter = others.map((other) => other.replace(/[。.；;，,\s]+$/u, '')).join(say(phrase('offer.other.next')))
  const signs = [...first]
  const label = signs.length > longestLabel ? `${signs.slice(0, longestLabel - 1).join('')}…` : first
  return [{ label: say(phrase('offer.other', { matter: label })), say: say(phrase('offer.other.say', { matter })) }]
}
