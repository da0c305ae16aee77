import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import type { TicketPage, TicketQuery } from '../core/ticket-cases.ts'
import { behindKeys, cursorAt, keysAt, orderBy } from './case-cursor.ts'
import { readCase } from './case-rows.ts'
import type { Engine } from './engine.ts'
import { behind } from './sql-alike.ts'
import type { Tables, TicketTable } from './tables.ts'
import { openStates, regionPath, settledStates } from './ticket-columns.ts'
import { isOneGram, neededGrams, searchedWords } from './word-grams.ts'

type Condition = RawBuilder<boolean>

const longestSubject = 6

/** All six digits are looked up; fewer are the beginning of a range. */
function ofSubject(subject: string): Condition {
  if (subject.length >= longestSubject) return sql`tickets.subject = ${subject}`
  return sql`tickets.subject >= ${subject} and tickets.subject < ${behind(subject)}`
}

/**
 * Queues are sorted apart on either side of `settled`, so that is asked first where the states are on one side, and nothing else where they
 * are all of it.
 */
function ofStates(states: readonly string[], table: string): Condition[] {
  if (states.length === 0) return [sql<boolean>`1 = 0`]
  const some = sql<boolean>`tickets.state in (${sql.join([...new Set(states)])})`
  const settled = settledStates.some((state) => states.includes(state))
  const open = openStates.some((state) => states.includes(state))
  if (settled && open) return [some]
  const side = sql<boolean>`${sql.ref(`${table}.settled`)} = ${sql.lit(settled ? 1 : 0)}`
  const whole = (settled ? settledStates : openStates).every((state) => states.includes(state))
  return whole ? [side] : [side, some]
}

/** What rows of `ticket_words` must be. The index leaves what has all characters or pairs of them; of longer words that says too little. */
function ofWords({ words }: Pick<Engine, 'words'>, searched: readonly string[]): Condition {
  const grams = [...new Set(searched.flatMap(neededGrams))]
  const long = searched.filter((word) => !isOneGram(word))
  return sql.join([words.have(grams), ...long.map((word) => words.hold(word))], sql` and `)
}

const ofFlags = ({ supervised, breached }: TicketQuery): Condition[] => [
  ...(supervised === undefined ? [] : [sql<boolean>`tickets.supervised = ${sql.lit(supervised ? 1 : 0)}`]),
  ...(breached === undefined ? [] : [sql<boolean>`tickets.breached ${sql.raw(breached ? '>' : '=')} 0`]),
]

/** Whether a handover has nothing of what is asked for. One condition less lets a page be read off an index that lacks the kind. */
const isOfDemands = ({ department, subject = '', region = [], words = '' }: TicketQuery): boolean =>
  department !== undefined || subject !== '' || region.length > 0 || searchedWords(words).length > 0

/** Little has changed lately among all that there is, so what has is looked up and not looked for. */
const changedFrom = (since: Date): Condition =>
  sql`tickets.number in (select ticket_events.ticket from ticket_events where ticket_events.at >= ${since.getTime()})`

/** `keys` is the table whose copy of the sort keys the page is read off. */
function conditionsOf(query: TicketQuery, keys: string): Condition[] {
  const {
    states,
    department,
    subject,
    region,
    conversation,
    incident,
    filedFrom,
    filedBefore,
    dueBefore,
    changedSince,
  } = query
  const key = (column: string) => sql.ref(`${keys}.${column}`)
  const path = regionPath(region ?? null)
  return [
    ...(isOfDemands(query) ? [] : [sql<boolean>`tickets.kind = 'ticket'`]),
    ...(states === undefined ? [] : ofStates(states, keys)),
    ...(department === undefined ? [] : [sql<boolean>`ticket_departments.department = ${department}`]),
    ...(subject === undefined || subject === '' ? [] : [ofSubject(subject)]),
    ...(path === '' ? [] : [sql<boolean>`tickets.region >= ${path} and tickets.region < ${behind(path)}`]),
    ...(conversation === undefined ? [] : [sql<boolean>`tickets.conversation = ${conversation}`]),
    ...(incident === undefined ? [] : [sql<boolean>`tickets.incident = ${incident}`]),
    ...(filedFrom === undefined ? [] : [sql<boolean>`${key('filed_at')} >= ${filedFrom.getTime()}`]),
    ...(filedBefore === undefined ? [] : [sql<boolean>`${key('filed_at')} < ${filedBefore.getTime()}`]),
    ...(changedSince === undefined ? [] : [changedFrom(changedSince)]),
    ...(dueBefore === undefined ? [] : [sql<boolean>`${key('due')} < ${dueBefore.getTime()}`]),
    ...ofFlags(query),
  ]
}

const queue = sql`ticket_departments inner join tickets on tickets.number = ticket_departments.ticket`
/** A cross join is one whose tables are read in the order written. */
const matches = sql`ticket_words cross join tickets`

/** From where a page is read, what it must be, and in which order. A department's page is read off its queue. */
function planOf(engine: Pick<Engine, 'words'>, query: TicketQuery): readonly [unknown, Condition[], unknown] {
  const { order, department, words = '', after } = query
  const keys = department === undefined ? 'tickets' : 'ticket_departments'
  const searched = searchedWords(words)
  const conditions = conditionsOf(query, keys)
  const end = after === undefined ? null : keysAt(order, after)
  const { newestFirst } = engine.words
  if (searched.length > 0 && department === undefined && order === 'newest' && newestFirst !== null) {
    conditions.push(sql`tickets.number = ticket_words.ticket`, ofWords(engine, searched))
    if (end !== null) conditions.push(newestFirst.behind(end[0] ?? 0, end[1] ?? 0))
    return [matches, conditions, newestFirst.order]
  }
  if (searched.length > 0)
    conditions.push(sql`tickets.number in (select ticket from ticket_words where ${ofWords(engine, searched)})`)
  if (end !== null) conditions.push(behindKeys(order, end, keys))
  return [department === undefined ? sql`tickets` : queue, conditions, orderBy(order, keys)]
}

/**
 * Reads one page and looks whether there is another. Its numbers come first and its rows, which are long, then: what has to be sorted is
 * sorted by what an index holds.
 */
export async function searchCases(
  db: Kysely<Tables>,
  engine: Pick<Engine, 'words'>,
  query: TicketQuery,
): Promise<TicketPage> {
  const { order, limit } = query
  const [from, conditions, sorted] = planOf(engine, query)
  const { rows } = await sql<Selectable<TicketTable>>`select tickets.* from tickets where tickets.number in (
    select tickets.number from ${from} where ${sql.join(conditions, sql` and `)} order by ${sorted} limit ${limit + 1}
  ) order by ${orderBy(order, 'tickets')}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorAt(order, last) : null
  return { tickets: page.map(readCase), next }
}
