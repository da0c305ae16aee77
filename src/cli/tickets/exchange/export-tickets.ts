import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TicketCase } from '../../../core/ticket-life.ts'
import { filterOf, isLate, searchAll, type FilterOptions } from '../query-of.ts'
import { withDesk, type Desk, type DeskSetting } from '../with-desk.ts'
import { columnsOf, createCellOf, valueOf, type TableRows } from './table-rows.ts'
import type { ExportedTicket } from './ticket-columns.ts'
import { recordOf } from './ticket-record.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

export const exportFormats = ['csv', 'xlsx', 'json', 'jsonl'] as const
type Format = (typeof exportFormats)[number]

export interface ExportOptions extends FilterOptions {
  format?: Format
  output?: string
  anonymous?: boolean
  limit?: number
}

/** Demands that are looked up at once. */
const atOnce = 8

/** Looks up something about each of a page, a few at a time. */
async function withEach<T>(page: readonly TicketCase[], look: (ticket: TicketCase) => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < page.length; from += atOnce)
    found.push(...(await Promise.all(page.slice(from, from + atOnce).map(look))))
  return found
}

const createExported =
  ({ store }: Desk) =>
  async (ticket: TicketCase): Promise<ExportedTicket> => {
    // Nobody replies who has not been given it.
    const history = ticket.dispatchedAt === null ? [] : await store.cases.history(ticket.number)
    const replied = history.findLast((event) => event.kind === 'replied')
    return { ticket, reply: replied?.kind === 'replied' ? replied.text : null }
  }

type Pages = AsyncIterable<readonly TicketCase[]>

function tableOf(desk: Desk, pages: Pages, anonymous: boolean): TableRows {
  const columns = columnsOf(anonymous)
  const [exportedOf, cellOf] = [createExported(desk), createCellOf(desk)]
  async function* rows() {
    for await (const page of pages)
      yield (await withEach(page, exportedOf)).map((exported) =>
        columns.map((column) => cellOf(column, valueOf(column, exported, anonymous))),
      )
  }
  return { heads: columns.map(({ name }) => desk.tell(`operator.tickets.column.${name}`)), pages: rows() }
}

/** Demands as JSON: whole, with all that happened to them; or, anonymous, the columns that are open. */
async function* objectsOf(desk: Desk, pages: Pages, anonymous: boolean): AsyncGenerator<readonly unknown[]> {
  const columns = columnsOf(anonymous)
  const exportedOf = createExported(desk)
  const open = (exported: ExportedTicket) =>
    Object.fromEntries(columns.map((column) => [column.name, valueOf(column, exported, anonymous)]))
  for await (const page of pages)
    yield anonymous
      ? (await withEach(page, exportedOf)).map(open)
      : await withEach(page, (ticket) => recordOf(desk.store, ticket))
}

async function* writeLines(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((each) => `${JSON.stringify(each)}\n`).join('')
}

async function* writeArray(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = '['
  for await (const page of pages)
    for (const each of page) {
      yield `${before}\n${JSON.stringify(each)}`
      before = ','
    }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function write(
  desk: Desk,
  pages: Pages,
  format: Format,
  { anonymous, onCut }: { anonymous: boolean; onCut: () => void },
) {
  switch (format) {
    case 'csv':
      return writeCsv(tableOf(desk, pages, anonymous))
    case 'xlsx':
      return writeWorkbook(tableOf(desk, pages, anonymous), onCut)
    case 'json':
      return writeArray(objectsOf(desk, pages, anonymous))
    case 'jsonl':
      return writeLines(objectsOf(desk, pages, anonymous))
  }
}

const formatOf = ({ format, output = '' }: ExportOptions): Format =>
  format ?? exportFormats.find((each) => extname(output).toLowerCase() === `.${each}`) ?? 'csv'

/** Writes to standard output as fast as it is read; who stops reading (`| head`) has seen enough. */
async function print(chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const { stdout } = process
  const failed: { error: Error | null } = { error: null }
  const note = (error: Error) => (failed.error = error)
  stdout.on('error', note)
  try {
    for await (const chunk of chunks) {
      if (failed.error !== null) break
      if (!stdout.write(chunk)) await once(stdout, 'drain').catch(note)
    }
  } finally {
    stdout.off('error', note)
  }
  const { error } = failed
  if (error !== null && !('code' in error && error.code === 'EPIPE')) throw error
}

/** Writes demands to a file or to standard output, as they come: a million of them need no more memory than a page. */
export function exportTickets(setting: DeskSetting, options: ExportOptions): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { tell } = desk
    const { output, anonymous = false, limit } = options
    const format = formatOf(options)
    if (format === 'xlsx' && output === undefined) throw new Error(tell('operator.tickets.export.needs-file'))
    const counted = { tickets: 0, cut: 0 }
    async function* pages() {
      for await (const page of searchAll(desk, filterOf(desk, options), limit)) {
        const wanted = options.overdue === true ? page.filter(isLate) : page
        counted.tickets += wanted.length
        yield wanted
      }
    }
    const written = write(desk, pages(), format, { anonymous, onCut: () => (counted.cut += 1) })
    if (output === undefined) return print(written)
    // What is there stays until all is written; it holds personal data, so nobody else may read it.
    const part = `${output}.part`
    await pipeline(Readable.from(written), createWriteStream(part, { mode: 0o600 }))
    await rename(part, output)
    if (counted.cut > 0) console.error(tell('operator.tickets.export.cut', { count: counted.cut }))
    console.error(tell('operator.tickets.export.done', { count: counted.tickets, file: output }))
  })
}
