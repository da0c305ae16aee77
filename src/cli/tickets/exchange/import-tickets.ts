import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { phrase, type Phrase } from '../../../core/phrase.ts'
import { withDesk, type Desk, type DeskSetting } from '../with-desk.ts'
import { checkRecord, isRecord, placeOf, restoreRecord } from './check-record.ts'
import { createCheckRow, type ImportedDemand } from './check-row.ts'
import { conversationOf, fileDemand } from './file-demand.ts'
import { openImport, rowOf, type ImportEntry } from './read-import.ts'
import type { TicketRecord } from './ticket-record.ts'

export interface ImportOptions {
  source?: string
  skipWrong?: boolean
  dryRun?: boolean
}

type Checked = { demand: ImportedDemand } | { record: TicketRecord } | { problems: readonly Phrase[] }
type Check = (entry: ImportEntry) => Promise<Checked>

const wrong = (why: string, values: Readonly<Record<string, string>> = {}) => ({
  problems: [phrase(`operator.tickets.import.wrong.${why}`, values)],
})

/** Problems that are shown one by one. */
const mostShown = 50

/** Checks entries one after another: each by itself, against what is stored, and against those before it. */
function createCheck(desk: Desk, source: string): Check {
  const checkRow = createCheckRow(desk)
  const seen = new Map<string, number>()
  const twice = (key: string, line: number) => {
    const before = seen.get(key)
    seen.set(key, before ?? line)
    return before === undefined ? null : wrong('twice', { line: String(before) })
  }
  return async (entry) => {
    if (!('values' in entry) && isRecord(entry.value)) {
      const checked = checkRecord(entry.value)
      if ('problems' in checked) return checked
      const { number } = checked.record
      if ((await placeOf(desk.store, checked.record)) === 'taken') return wrong('taken', { number })
      return twice(number, entry.line) ?? checked
    }
    if (!('values' in entry) && (typeof entry.value !== 'object' || entry.value === null)) return wrong('json')
    const checked = checkRow('values' in entry ? entry.values : rowOf(entry.value ?? {}))
    if ('problems' in checked) return checked
    const { external, number } = checked.demand
    const named = external !== null || number !== null
    return (named ? twice(conversationOf(source, checked.demand), entry.line) : null) ?? checked
  }
}

/** Checks all entries and shows what is wrong, line by line. */
async function checkAll(desk: Desk, file: string, entries: () => AsyncIterable<ImportEntry>, check: Check) {
  const { tell } = desk
  const count = { right: 0, wrong: 0 }
  for await (const entry of entries()) {
    const checked = await check(entry)
    if (!('problems' in checked)) {
      count.right += 1
      continue
    }
    count.wrong += 1
    if (count.wrong > mostShown) continue
    const words = checked.problems.map(({ id, values }) => tell(id, values)).join('; ')
    console.error(tell('operator.at', { where: `${basename(file)}:${entry.line}`, message: words }))
  }
  if (count.wrong > mostShown) console.error(tell('operator.tickets.import.more', { count: count.wrong - mostShown }))
  return count
}

/** Stores all entries that are right. */
async function storeAll(desk: Desk, source: string, entries: () => AsyncIterable<ImportEntry>, check: Check) {
  const count = { added: 0, present: 0, ended: 0, wrong: 0 }
  let ready: Promise<void> | null = null
  for await (const entry of entries()) {
    const checked = await check(entry)
    if ('problems' in checked) count.wrong += 1
    else if ('record' in checked) count[await restoreRecord(desk, checked.record)] += 1
    else if (checked.demand.ended) count.ended += 1
    else {
      await (ready ??= desk.prepareJudge())
      count[await fileDemand(desk, source, checked.demand)] += 1
    }
  }
  return count
}

/**
 * Imports demands from a table or from an export. Nothing is stored unless all rows are right, or those that are wrong are to be left out;
 * what is here already is not stored again, so that an import that was cut off is simply done again.
 */
export function importTickets(setting: DeskSetting, file: string, options: ImportOptions): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { tell } = desk
    const { source = 'table', skipWrong = false, dryRun = false } = options
    if (!existsSync(file)) throw new Error(tell('operator.ask.missing', { file }))
    const entries = openImport(file, desk)
    if (entries === null) throw new Error(tell('operator.tickets.import.form', { file: basename(file) }))
    const found = await checkAll(desk, file, entries, createCheck(desk, source))
    if (dryRun) return void console.log(tell('operator.tickets.import.tried', found))
    if (found.wrong > 0 && !skipWrong) throw new Error(tell('operator.tickets.import.nothing'))
    const count = await storeAll(desk, source, entries, createCheck(desk, source))
    console.log(tell('operator.tickets.import.done', count))
  })
}
