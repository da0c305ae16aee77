import { RateLimiterMemory } from 'rate-limiter-flexible'
import { phrase, type Phrase } from './core/phrase.ts'
import type { Store } from './core/store.ts'
import type { TicketCommand } from './core/ticket-command.ts'
import type { Actor, TicketCase, TicketEvent } from './core/ticket-life.ts'
import type { TicketOffice } from './core/ticket-office.ts'
import type {
  BodyName,
  CitizenCommand,
  CounterAnswer,
  TicketCounter,
  TicketProgress,
  TicketProof,
} from './core/ticket-progress.ts'
import { progressOf } from './tickets/progress.ts'
import { tellProgress } from './tickets/tell-progress.ts'
import { tellChange } from './tickets/tell-change.ts'
import type { TicketSecrets } from './ticket-secrets.ts'
import type { TicketOfficeOptions } from './ticket-office.ts'
import { createWording } from './ticket-wording.ts'

export interface TicketCounterOptions extends Pick<TicketOfficeOptions, 'rules' | 'calendar' | 'catalogue' | 'clock'> {
  store: Pick<Store, 'cases' | 'tickets'>
  office: TicketOffice
  secrets: TicketSecrets
}

/** Wrong digits for one number in an hour: after them no digits open it for as long. */
const wrongDigits = { points: 5, duration: 3600 }
/** Demands of one conversation that are listed. */
const listed = 20
/** Who urges again so soon is told that it has been passed on, milliseconds. */
const urgedLately = 4 * 60 * 60 * 1000

const digitsOf = (text: string | null | undefined) => (text ?? '').normalize('NFKC').replaceAll(/\D/gu, '')

/** Shows citizens their own demands and does what they ask, once it is sure that they are theirs. */
export function createTicketCounter(options: TicketCounterOptions): TicketCounter {
  const { store, office, secrets, clock } = options
  const wordingIn = createWording(options)
  const nameOf = (id: string): BodyName => ({ zh: wordingIn('zh').body(id), en: wordingIn('en').body(id) })

  const fits = createFits(secrets)

  async function show(ticket: TicketCase): Promise<TicketProgress> {
    const history = await store.cases.history(ticket.number)
    return progressOf(ticket, history, { ...options, now: clock(), nameOf, secretOf: secrets.secretOf })
  }

  async function open(number: string, proof: TicketProof): Promise<TicketCase | null> {
    const ticket = await store.cases.case(number)
    return ticket !== null && (await fits(ticket, proof)) ? ticket : null
  }

  return {
    async find(number, proof) {
      const ticket = await open(number, proof)
      return ticket === null ? null : show(ticket)
    },
    describe: (progress, language) => tellProgress(progress, { language, moment: wordingIn(language).moment }),
    async isHandover(number, conversation) {
      const found = await store.tickets.find(number)
      return found?.kind === 'handover' && found.conversation === conversation
    },
    async of(conversation) {
      const { tickets } = await store.cases.search({ conversation, order: 'newest', limit: listed })
      return Promise.all(tickets.map(show))
    },
    async act({ number, proof, by, key, language }, command): Promise<CounterAnswer> {
      const before = await open(number, proof)
      if (before === null) return { kind: 'unknown' }
      const actor: Actor = { role: 'citizen', id: by }
      if (command.kind === 'urge' && (await wasUrged(store, before, { now: clock(), key })))
        return { kind: 'done', progress: await show(before), told: [phrase('ticket.done.urged-lately')] }
      const answer = await office.execute(number, send(command, actor, key))
      if (answer.kind === 'unknown') return answer
      if (answer.kind === 'refused') return { ...answer, progress: await show(before) }
      const events =
        answer.kind === 'done'
          ? answer.events
          : (await store.cases.history(number)).filter((event) => event.key === key)
      const told = tellChange({ before, events, now: answer.ticket }, wordingIn(language))
      const progress = await show(answer.ticket)
      return { kind: 'done', progress, told: [...told, ...thanks(command), ...asks(command, progress)] }
    },
  }
}

/** Whether a proof fits a demand. */
function createFits(secrets: TicketSecrets): (ticket: TicketCase, proof: TicketProof) => Promise<boolean> {
  const limiter = new RateLimiterMemory(wrongDigits)

  /** Four digits are soon guessed: wrong ones are counted, and right ones do not help once there were too many. */
  async function fitsDigits({ number, draft }: TicketCase, digits: string): Promise<boolean> {
    const state = await limiter.get(number)
    if ((state?.consumedPoints ?? 0) >= wrongDigits.points) return false
    const phone = digitsOf(draft.contact?.phone)
    const right = digits.length === 4 && phone.length >= 7 && phone.endsWith(digits)
    if (!right) await limiter.consume(number).catch(() => undefined)
    return right
  }

  return async (ticket, proof) => {
    switch (proof.kind) {
      case 'shown':
        return true
      case 'conversation':
        // Who came with the same matter elsewhere is known by a telephone number alone, which anybody may write down.
        return ticket.conversation === proof.conversation
      case 'secret':
        return secrets.fits(ticket.number, proof.secret)
      case 'digits':
        return fitsDigits(ticket, digitsOf(proof.digits))
    }
  }
}

/** What nobody else tells: that it has arrived. */
const thanks = (command: CitizenCommand): readonly Phrase[] =>
  command.kind === 'urge' || command.kind === 'supplement' || command.kind === 'rate'
    ? [phrase(`ticket.done.${command.kind}`)]
    : []

/** What is asked next: how they were treated apart from whether it is solved; what is missing where it is not. */
function asks(command: CitizenCommand, { actions, state }: TicketProgress): readonly Phrase[] {
  if (actions.includes('rate')) return [phrase('ticket.rate.ask')]
  return command.kind === 'visit' && command.visit.note === '' && state === 'in-progress'
    ? [phrase('ticket.done.rework')]
    : []
}

const send = (command: CitizenCommand, by: Actor, key: string): TicketCommand => ({ ...command, by, key })

const wasUrged = async (
  { cases }: Pick<Store, 'cases'>,
  { number, urged }: TicketCase,
  { now, key }: { now: Date; key: string },
): Promise<boolean> =>
  urged > 0 &&
  (await cases.history(number)).some(
    (event: TicketEvent) =>
      event.kind === 'urged' &&
      event.by.role === 'citizen' &&
      event.key !== key &&
      now.getTime() - event.at.getTime() < urgedLately,
  )
