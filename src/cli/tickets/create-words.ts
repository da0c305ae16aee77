import type { Catalogue, Term } from '../../core/dispatch.ts'
import type { Language } from '../../core/language.ts'
import type { Actor, Assignment } from '../../core/ticket-life.ts'
import type { TicketState } from '../../core/ticket.ts'
import type { Tell } from '../../tell-operator.mjs'
import { showMinute } from '../show-minute.ts'

/** How what stands in demands is written for operators. */
export interface Words {
  body(id: string): string
  subject(code: string | null): string
  term(term: Term | null): string
  state(state: TicketState): string
  actor(by: Actor): string
  /** Who has it, who helps, and the line of the catalogue it rests on. */
  assignment(assignment: Assignment): string
  moment(at: Date): string
  /** A length of time: "3 d 4 h", "12 min". */
  span(milliseconds: number): string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function createWords(options: {
  catalogue: Pick<Catalogue, 'departments' | 'subjects'>
  language: Language
  tell: Tell
}): Words {
  const { catalogue, language, tell } = options
  const body = (id: string) => catalogue.departments.get(id)?.name[language] ?? id
  return {
    body,
    moment: showMinute,
    state: (state) => tell(`operator.ticket.state.${state}`),
    term: (term) => (term === null ? '–' : tell(`operator.tickets.term.${term}`)),
    subject(code) {
      if (code === null) return '–'
      const name = catalogue.subjects.get(code)?.name[language]
      return name === undefined ? code : tell('operator.tickets.named', { name, id: code })
    },
    actor({ role, id }) {
      if (role === 'department') return body(id)
      if (role === 'citizen' || role === 'clock' || role === 'assistant') return tell(`operator.tickets.role.${role}`)
      return `${tell(`operator.tickets.role.${role}`)} ${id}`
    },
    assignment: ({ lead, coHandling, line }) =>
      [
        body(lead),
        ...(coHandling.length === 0
          ? []
          : [tell('operator.tickets.with', { bodies: coHandling.map(body).join(', ') })]),
        ...(line === null ? [] : [line]),
      ].join(' · '),
    span(milliseconds) {
      const minutes = Math.floor(Math.abs(milliseconds) / minute)
      const [days, hours] = [Math.floor(minutes / (day / minute)), Math.floor((minutes % (day / minute)) / 60)]
      if (days > 0) return tell('operator.tickets.span.days', { days, hours })
      if (hours > 0) return tell('operator.tickets.span.hours', { hours, minutes: minutes % 60 })
      return tell('operator.tickets.span.minutes', { minutes })
    },
  }
}
