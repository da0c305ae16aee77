import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Catalogue } from '../../src/core/dispatch.ts'
import type { Store } from '../../src/core/store.ts'
import type { TicketQuery } from '../../src/core/ticket-cases.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openEngine } from '../../src/store/dialects.ts'
import type { Engine } from '../../src/store/engine.ts'
import { loadCatalogue, type DispatchData } from '../../src/load-catalogue.ts'
import { startPostgres } from '../../test/store/postgres-server.ts'
import { openOffice, timeDuplicates, timeFilings, timeLooks } from './bench-filing.ts'
import { percentile, printTable, round } from './figures.ts'
import { fillTickets, postgresWriter, sqliteWriter, type BulkWriter } from './fill-tickets.ts'
import { makeTickets } from './make-tickets.ts'

const now = new Date()
const clock = () => now
const rounds = 200
const filings = 500
const filers = 16

/** Asks `rounds` times, each time for something else, and gives the times. */
async function time(work: (round: number) => Promise<unknown>, times = rounds): Promise<readonly number[]> {
  const taken: number[] = []
  for (let index = 0; index < times; index += 1) {
    const began = performance.now()
    await work(index)
    taken.push(performance.now() - began)
  }
  return taken
}

const row = (what: string, times: readonly number[], found: number | string = '') => ({
  'one at a time': what,
  runs: times.length,
  found,
  'p50 ms': round(percentile(times, 0.5), 2),
  'p95 ms': round(percentile(times, 0.95), 2),
  'max ms': round(percentile(times, 1), 1),
})

const waiting = ['filed', 'accepted', 'dispatched', 'in-progress', 'objected', 'replied', 'visited'] as const
const districts = ['滨江区', '云麓区', '东湖区', '古城区', '高新区'] as const
const streets = ['新河街道', '望江街道', '双桥街道'] as const
const common = ['扰民', '停车', '不处理', '小区', '施工'] as const
const rare = ['新河路17号', '88号这边', '翠柳路 电动车', '松岭 垃圾', '古城区白沙路']

type Ask = (round: number) => Omit<TicketQuery, 'limit' | 'order'> & { order?: TicketQuery['order'] }
function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

/** What people look at all day, and what an index is most easily missing for. */
function questions(catalogue: Catalogue): readonly (readonly [string, Ask])[] {
  const departments = [...catalogue.departments.keys()]
  const subjects = [...catalogue.subjects.values()].filter(({ term }) => term !== null).map(({ code }) => code)
  const department = (index: number) => pick(departments, index)
  return [
    ['queue of a department, by due date', (i) => ({ department: department(i), states: waiting, order: 'due' })],
    ['newest of a department', (i) => ({ department: department(i) })],
    ['newest of a district', (i) => ({ region: ['云汀市', pick(districts, i)] })],
    ['newest of a street', (i) => ({ region: ['云汀市', pick(districts, i), pick(streets, i)] })],
    ['words that are common', (i) => ({ words: pick(common, i) })],
    ['words that are rare', (i) => ({ words: pick(rare, i) })],
    [
      'words in a street',
      (i) => ({ words: pick(common, i), region: ['云汀市', pick(districts, i), pick(streets, i)] }),
    ],
    ['words that nobody used', (i) => ({ words: `龘${i}` })],
    ["one person's", (i) => ({ conversation: `c-${i * 37}` })],
    ['all that wait, by due date', () => ({ states: waiting, order: 'due' })],
    ['late ones that wait', () => ({ states: waiting, dueBefore: now, order: 'due' })],
    ['objections', () => ({ states: ['objected'] })],
    ['newest of a small class', (i) => ({ subject: pick(subjects, i * 7) })],
    ['newest of a large class', (i) => ({ subject: pick(subjects, i * 7).slice(0, 2) })],
    ['supervised', () => ({ supervised: true })],
    ['an incident', (i) => ({ incident: `i-${i}` })],
  ]
}

async function askAll(store: Store, catalogue: Catalogue): Promise<ReturnType<typeof row>[]> {
  const rows = []
  for (const [what, ask] of questions(catalogue)) {
    let found = 0
    const times = await time(async (index) => {
      const page = await store.cases.search({ order: 'newest', limit: 20, ...ask(index) })
      found += page.tickets.length
    })
    rows.push(row(what, times, round(found / rounds)))
  }
  return rows
}

async function sweep(store: Store, catalogue: Catalogue): Promise<ReturnType<typeof row>[]> {
  const subjects = [...catalogue.subjects.keys()]
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const soon = new Date(now.getTime() + 7_200_000)
  let [due, alike] = [0, 0]
  const pending = await time(async () => (due += (await store.cases.pending(soon, 100)).length))
  const search = await time(async (index) => {
    const region = ['云汀市', pick(districts, index)]
    const person = { conversation: `c-${index}`, contact: `138${10_000_000 + index}` }
    alike += (await store.cases.alike({ ...person, region, subject: pick(subjects, index), since, limit: 50 })).length
  })
  return [
    row('sweep: 100 to look at', pending, round(due / rounds)),
    row('alike, of 30 days', search, round(alike / rounds)),
  ]
}

async function fileAndAppend(store: Store, catalogue: Catalogue): Promise<ReturnType<typeof row>[]> {
  const made = [...makeTickets(catalogue, filings * 2, now)].map(({ filed: { conversation, draft } }) => ({
    ...{ kind: 'ticket' as const, conversation, draft, reason: null, filedAt: now },
  }))
  const file = (index: number) => store.tickets.file(pick(made, index))
  const filing = await time(file, filings)
  const began = performance.now()
  await Promise.all(
    Array.from({ length: filers }, async (_, filer) => {
      for (let index = filer; index < filings; index += filers) await file(filings + index)
    }),
  )
  const perSecond = filings / ((performance.now() - began) / 1000)
  const open = (await store.cases.search({ states: ['in-progress'], order: 'due', limit: filings })).tickets
  const by = { role: 'operator', id: 'clerk-1' } as const
  const append = await time(
    async (index) => {
      const ticket = pick(open, index)
      const now = { ...ticket, urged: ticket.urged + 1, version: ticket.version + 1 }
      const events = [{ kind: 'urged', at: clock(), by, text: '请快一点' }] as const
      await store.cases.append({ before: ticket.version, events, now, lookAt: clock() })
    },
    Math.min(rounds, open.length),
  )
  console.log(`  ${filers} at once file ${round(perSecond, 0)} tickets/s`)
  return [row('file', filing), row('append an event', append)]
}

/** The same as in the product, with all that happens to a demand as it is filed and when it is due. */
async function fileAndLook(store: Store, dispatch: DispatchData, folder: string): Promise<ReturnType<typeof row>[]> {
  const { tickets, close } = await openOffice(store, dispatch, folder)
  try {
    const duplicates = await timeDuplicates(tickets, dispatch.catalogue)
    const filing = await timeFilings(store, tickets, dispatch.catalogue)
    const looks = await timeLooks(store, tickets)
    return [
      row('look for duplicates', duplicates),
      row('judge, file and take in', filing),
      row('look at one that is due', looks),
    ]
  } finally {
    await close()
  }
}

interface Place {
  name: string
  url: string
  engine: Engine
  writer: BulkWriter
  bytes(): Promise<number>
}

async function bench(
  { name, url, engine, writer, bytes }: Place,
  count: number,
  { dispatch, folder }: { dispatch: DispatchData; folder: string },
): Promise<void> {
  const { catalogue } = dispatch
  const options = { url, dataFolder: '.', clock }
  await (await createStore(options)).close()
  const began = performance.now()
  await fillTickets(writer, catalogue, count, now)
  const seconds = round((performance.now() - began) / 1000, 0)
  await engine.db.destroy()
  const store = await createStore(options)
  console.log(`\n${count} tickets in ${name}: filled in ${seconds} s, ${round((await bytes()) / 2 ** 30, 2)} GiB`)
  const rows = [
    ...(await askAll(store, catalogue)),
    ...(await sweep(store, catalogue)),
    ...(await fileAndAppend(store, catalogue)),
    ...(await fileAndLook(store, dispatch, folder)),
  ]
  printTable(`${name}, ${count} tickets, pages of 20`, rows)
  await store.close()
}

async function benchPostgres(count: number, parts: { dispatch: DispatchData; folder: string }): Promise<void> {
  const settings = ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB', '-c', 'maintenance_work_mem=512MB']
  const server = await startPostgres(settings)
  try {
    const url = await server.createDatabase()
    const engine = openEngine({ address: url }, 10_000)
    const bytes = async () => {
      const other = openEngine({ address: url }, 10_000)
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
        other.db,
      )
      await other.db.destroy()
      return rows[0]?.bytes ?? 0
    }
    await bench({ name: 'PostgreSQL', url, engine, writer: postgresWriter(engine), bytes }, count, parts)
  } finally {
    await server.remove()
  }
}

async function benchSqlite(count: number, parts: { dispatch: DispatchData; folder: string }): Promise<void> {
  const { folder } = parts
  const path = join(folder, 'tickets', 'tickets.sqlite')
  await mkdir(join(folder, 'tickets'), { recursive: true })
  const engine = openEngine({ path }, 10_000)
  const bytes = async () => (await stat(path)).size
  await bench({ name: 'SQLite', url: path, engine, writer: sqliteWriter(engine), bytes }, count, parts)
  await rm(join(folder, 'tickets'), { recursive: true })
}

/** Fills both engines with tickets and prints what filing, lists and sweeps take; PostgreSQL comes from a package and runs beside it. */
export async function benchTickets(options: { folder: string; postgres: number; sqlite: number }): Promise<void> {
  const parts = { dispatch: await loadCatalogue('knowledge'), folder: options.folder }
  if (options.sqlite > 0) await benchSqlite(options.sqlite, parts)
  if (options.postgres > 0) await benchPostgres(options.postgres, parts)
}
