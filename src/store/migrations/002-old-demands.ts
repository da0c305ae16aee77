import { sql } from 'kysely'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { searchableText } from '../word-grams.ts'
import type { MigrationDatabase } from './migration.ts'

interface OldTicket {
  number: string
  serial: number
  conversation: string
  filed_at: number
  state: string
  draft: string
}

const oldDraft = z.object({ subject: z.string(), description: z.string(), region: z.array(z.string()).nullable() })

const atOnce = 500

/** Gives the demands of version 1 what those filed from now on have: events, a place, words. They had no telephone number yet. */
export async function enterOldDemands(db: MigrationDatabase, engine: Pick<Engine, 'words'>): Promise<void> {
  for (let last = ''; ;) {
    const { rows } = await sql<OldTicket>`select number, serial, conversation, filed_at, state, draft from tickets
      where kind = 'ticket' and number > ${last} order by number limit ${atOnce}`.execute(db)
    for (const row of rows) await enter(db, engine, row)
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.number
  }
}

async function enter(db: MigrationDatabase, { words }: Pick<Engine, 'words'>, row: OldTicket): Promise<void> {
  const { number, conversation, filed_at: at, state } = row
  const { subject, description, region } = oldDraft.parse(JSON.parse(row.draft))
  const addEvent = (sequence: number, role: string, actor: string, kind: string, body: unknown) =>
    sql`insert into ticket_events (ticket, sequence, at, role, actor, kind, body)
      values (${number}, ${sequence}, ${at}, ${role}, ${actor}, ${kind}, ${JSON.stringify(body)})`.execute(db)
  await addEvent(1, 'citizen', conversation, 'filed', {})
  const closed = state === 'closed'
  if (closed) await addEvent(2, 'clock', 'migration', 'closed', { note: 'Closed before its history was kept.' })
  const path = (region ?? []).map((name) => `${name.replaceAll('/', '／')}/`).join('')
  const life = closed ? { closedAt: new Date(at) } : {}
  await sql`update tickets set region = ${path}, version = ${closed ? 2 : 1}, settled = ${closed ? 1 : 0},
    look_at = ${closed ? null : at}, life = ${JSON.stringify(life)} where number = ${number}`.execute(db)
  await words.add(db, { ticket: number, filedAt: at, serial: row.serial, words: searchableText(subject, description) })
}
