import type { DispatchAdvice } from '../../core/dispatch.ts'
import { draftCard } from '../../core/draft-card.ts'
import { formatRegion } from '../../core/region.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import { dueWords } from './due-words.ts'
import { eventWords } from './event-words.ts'
import { needCase } from './need-case.ts'
import { triedLine } from './tried-line.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** What would be shown as 0 % says nothing. */
const worthSaying = ({ confidence }: { confidence: number }) => confidence >= 0.005

/** What the rules advise and on what it rests, in lines. */
export function adviceLines(desk: Desk, advice: DispatchAdvice): readonly string[] {
  const { tell, words, catalogue, language } = desk
  const line = catalogue.lines.find((each) => each.line === advice.line)
  const rests = line === undefined ? [] : [[line.line, line.duty[language], line.basis].filter((part) => part !== '')]
  const guesses = advice.guesses
    .filter(worthSaying)
    .map(({ code, confidence }) => `${words.subject(code)} ${percent(confidence)}`)
  const confidence = percent(advice.confidence)
  return [
    advice.lead === null
      ? tell(`operator.tickets.advice.${advice.reason}`, { confidence })
      : tell('operator.tickets.advice', {
          to: words.assignment({ lead: advice.lead, coHandling: advice.coHandling, line: null, reason: '' }),
          confidence,
        }),
    ...rests.map((parts) => `  ${parts.join(' · ')}`),
    ...(advice.excluded === null ? [] : [tell('operator.tickets.advice.excluded', { route: advice.excluded })]),
    ...(guesses.length === 0 ? [] : [tell('operator.tickets.advice.guesses', { guesses: guesses.join(', ') })]),
  ]
}

function standing(desk: Desk, ticket: TicketCase): readonly string[] {
  const { tell, words } = desk
  const { subject, term, assignment, objection, asked, incident, supervised } = ticket
  const rows: readonly (readonly [string, string | null])[] = [
    ['subject', subject === null && term === null ? null : `${words.subject(subject)} · ${words.term(term)}`],
    ['due', dueWords(desk, ticket)],
    ['department', assignment === null ? null : words.assignment(assignment)],
    [
      'objection',
      objection === null ? null : `${objection.reason} · ${objection.line} · ${words.moment(objection.decideBy)}`,
    ],
    [
      'asked',
      asked === null
        ? null
        : `${tell(`operator.tickets.event.${asked.kind}-asked`, { reason: asked.reason, until: words.moment(asked.until) })}`,
    ],
    ['incident', incident],
    ['supervised', supervised ? tell('operator.tickets.supervised') : null],
  ]
  return rows.flatMap(([name, value]) =>
    value === null ? [] : [tell('draft.row', { label: tell(`operator.tickets.row.${name}`), value })],
  )
}

/** Shows a demand with everything that happened to it. */
export function showTicket(setting: DeskSetting, number: string, { json = false }: { json?: boolean }): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { tell, words, store } = desk
    const ticket = await needCase(desk, number)
    const history = await store.cases.history(number)
    if (json) return void process.stdout.write(`${JSON.stringify({ ...ticket, history }, null, 2)}\n`)
    const { draft, filedAt, state, advice } = ticket
    const place = draft.region === null || draft.region.length === 0 ? [] : [formatRegion(draft.region)]
    const head = [
      number,
      tell(`operator.ticket.kind.${draft.kind}`),
      words.state(state),
      words.moment(filedAt),
      ...place,
    ]
    const { fields } = draftCard(draft, ({ id, values }) => tell(id, values))
    const lines = [
      head.join(' · '),
      ...fields.map(({ label, value }) => `  ${tell('draft.row', { label, value })}`),
      ...draft.tried.map((line) => `    ${triedLine(line, tell)}`),
      '',
      ...standing(desk, ticket).map((line) => `  ${line}`),
      ...(advice === null ? [] : adviceLines(desk, advice).map((line) => `  ${line}`)),
      '',
      ...history.map((event) => `  ${words.moment(event.at)}  ${words.actor(event.by)}  ${eventWords(event, desk)}`),
    ]
    for (const line of lines) console.log(line)
  })
}
