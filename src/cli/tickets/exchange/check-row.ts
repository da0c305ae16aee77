import type { Term } from '../../../core/dispatch.ts'
import type { GeoPoint } from '../../../core/message.ts'
import { phrase, type Phrase } from '../../../core/phrase.ts'
import { parseRegion } from '../../../core/region.ts'
import { nothingTold, type Contact, type TicketDraft } from '../../../core/ticket.ts'
import { subjectLine } from '../../../tickets/intake/subject-line.ts'
import { createReadMoment } from '../read-moment.ts'
import type { Desk } from '../with-desk.ts'
import type { ImportColumn, ImportValues } from './import-columns.ts'
import { createReadWords, type ReadWords } from './read-words.ts'

/** A demand as a table tells it. */
export interface ImportedDemand {
  external: string | null
  number: string | null
  /** Null where the table does not say it: now. */
  filedAt: Date | null
  /** It has ended where it comes from. */
  ended: boolean
  draft: TicketDraft
  subject: string | null
  term: Term | null
  department: string | null
}

export type CheckedRow = { demand: ImportedDemand } | { problems: readonly Phrase[] }

const longest: Partial<Record<ImportColumn, number>> = {
  description: 20_000,
  title: 500,
  external: 120,
  number: 120,
  wish: 2000,
}
const longestOther = 1000
const ended = new Set(['closed', 'withdrawn', 'transferred'])

const wrong = (why: string, values: Readonly<Record<string, string>> = {}) =>
  phrase(`operator.tickets.import.wrong.${why}`, values)

const orNull = (text: string): string | null => (text === '' ? null : text)

/** Notes what is wrong with the row it reads from. */
interface Reading {
  values: ImportValues
  problems: Phrase[]
  head(name: ImportColumn): string
}

function readWord<T>(
  { values, problems, head }: Reading,
  name: 'kind' | 'state' | 'term' | 'contact',
  words: ReadWords,
  read: (text: string) => T | null,
): T | null {
  const text = values[name]
  const found = text === '' ? null : read(text)
  if (text !== '' && found === null)
    problems.push(wrong('word', { column: head(name), text, choices: words.choices(name) }))
  return found
}

function readPoint({ values, problems }: Reading): GeoPoint | null {
  if (values.latitude === '' && values.longitude === '') return null
  const [latitude, longitude] = [Number(values.latitude || 'x'), Number(values.longitude || 'x')]
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  problems.push(wrong('coordinates'))
  return null
}

function readContact(reading: Reading, words: ReadWords): Contact | null {
  const { values, problems } = reading
  const wish = readWord(reading, 'contact', words, words.contact)
  const [name, phone, email] = [orNull(values.name), orNull(values.phone), orNull(values.email)]
  if (phone !== null && phone.replaceAll(/\D/gu, '').length < 5) problems.push(wrong('phone', { text: phone }))
  if (email !== null && !/^\S+@\S+$/u.test(email)) problems.push(wrong('email', { text: email }))
  if (name === null && phone === null && email === null) return wish === null ? null : { wish, name, phone, email }
  return { wish: wish ?? 'named', name, phone, email }
}

function readSubject({ values, problems }: Reading, { catalogue }: Desk): string | null {
  const text = values.subject
  if (text === '') return null
  // A spreadsheet that took a code for a number has eaten its leading zero.
  const code = /^\d{5}$/u.test(text) ? `0${text}` : text
  const found = [...catalogue.subjects.values()].find(
    ({ code: each, name }) => each === code || name.zh === text || name.en === text,
  )
  if (found === undefined) problems.push(wrong('subject', { text }))
  return found?.code ?? null
}

function readBody({ values, problems }: Reading, { catalogue }: Desk): string | null {
  const text = values.department
  if (text === '') return null
  const found = [...catalogue.departments.values()].find(
    ({ id, name }) => id === text || name.zh === text || name.en === text,
  )
  if (found === undefined) problems.push(wrong('department', { text }))
  return found?.id ?? null
}

function checkLengths({ values, problems, head }: Reading): void {
  for (const name of Object.keys(values) as ImportColumn[]) {
    const most = longest[name] ?? longestOther
    if (values[name].length > most) problems.push(wrong('long', { column: head(name), most: String(most) }))
  }
  if (values.description === '' && values.title === '') problems.push(wrong('blank', { column: head('description') }))
}

/** Checks the rows of a table: everything that is wrong with one is told at once. */
export function createCheckRow(desk: Desk): (values: ImportValues) => CheckedRow {
  const words = createReadWords(desk)
  const readMoment = createReadMoment(desk.rules.calendar.timeZone)
  const head = (name: ImportColumn) => desk.tell(`operator.tickets.column.${name}`)

  function readFiledAt({ values, problems }: Reading): Date | null {
    const text = values.filedAt
    const at = text === '' ? null : readMoment(text)
    if (text !== '' && at === null) problems.push(wrong('moment', { column: head('filedAt'), text }))
    if (at !== null && at > desk.clock()) problems.push(wrong('future', { text }))
    return at
  }

  return (values) => {
    const reading: Reading = { values, problems: [], head }
    checkLengths(reading)
    const { title, description, where, when, wish } = values
    const region = values.region === '' ? null : parseRegion(values.region)
    const point = readPoint(reading)
    const said = description === '' ? title : description
    const draft: TicketDraft = {
      ...nothingTold,
      kind: readWord(reading, 'kind', words, words.kind) ?? 'request',
      subject: title === '' ? subjectLine(said) : title,
      description: said,
      region,
      where: where === '' && point === null ? null : { said: where, region, point },
      when: when === '' ? null : { said: when, from: null, to: null, repeats: false },
      wish: orNull(wish),
      contact: readContact(reading, words),
      tried: [],
    }
    const demand: ImportedDemand = {
      external: orNull(values.external),
      number: orNull(values.number),
      filedAt: readFiledAt(reading),
      ended: ended.has(readWord(reading, 'state', words, words.state) ?? ''),
      draft,
      subject: readSubject(reading, desk),
      term: readWord(reading, 'term', words, words.term),
      department: readBody(reading, desk),
    }
    return reading.problems.length > 0 ? { problems: reading.problems } : { demand }
  }
}
