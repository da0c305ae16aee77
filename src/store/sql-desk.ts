import type { Kysely } from 'kysely'
import type { DeskCases } from '../core/desk-cases.ts'
import type { DeskCase, DeskEvent } from '../core/desk.ts'
import { readDeskCase, readDeskEvent } from './desk-rows.ts'
import type { Scope } from './session.ts'
import type { Tables } from './tables.ts'

async function insertEvents(
  db: Kysely<Tables>,
  number: string,
  before: number,
  events: readonly DeskEvent[],
): Promise<void> {
  const rows = events.map(({ at, by, kind, ...body }, index) => ({
    number,
    sequence: before + index + 1,
    at: at.getTime(),
    role: by.role,
    actor: 'id' in by ? by.id : null,
    kind,
    body: JSON.stringify(body),
  }))
  if (rows.length > 0) await db.insertInto('desk_events').values(rows).execute()
}

async function openCase(
  db: Kysely<Tables>,
  asked: Extract<DeskEvent, { kind: 'asked' }>,
  begun: DeskCase,
): Promise<'opened' | 'exists'> {
  const { number, conversation, state, askedAt } = begun
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('desk_cases')
    .values({ number, conversation, state, asked_at: askedAt.getTime(), version: 1, body: JSON.stringify(begun) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (inserted === 0n) return 'exists'
  await insertEvents(db, number, 0, [asked])
  return 'opened'
}

/** How long whoever had it held it, where these events took it from them. */
function holding(was: DeskCase, now: DeskCase, events: readonly DeskEvent[]) {
  const end = events.at(-1)?.at
  if (was.heldSince === null || now.state === 'held' || end === undefined) return {}
  return { held_for: end.getTime() - was.heldSince.getTime(), let_go_at: end.getTime() }
}

/** The row comes first: whoever else changes this case waits for it, then finds another version. */
async function changeCase(
  db: Kysely<Tables>,
  now: DeskCase,
  before: number,
  events: readonly DeskEvent[],
): Promise<boolean> {
  const row = await db.selectFrom('desk_cases').selectAll().where('number', '=', now.number).executeTakeFirst()
  if (row === undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('desk_cases')
    .set({
      state: now.state,
      version: before + events.length,
      body: JSON.stringify(now),
      ...holding(readDeskCase(row).case, now, events),
    })
    .where('number', '=', now.number)
    .where('version', '=', before)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await insertEvents(db, now.number, before, events)
  return true
}

/** The conversations that want a person, or have one. */
export const sqlDesk = (scope: Scope): DeskCases => ({
  open: (asked, begun) => scope.atomically((db) => openCase(db, asked, begun)),
  find: (number) =>
    scope.run(async (db) => {
      const row = await db.selectFrom('desk_cases').selectAll().where('number', '=', number).executeTakeFirst()
      return row === undefined ? null : readDeskCase(row)
    }),
  ofConversation: (conversation) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('desk_cases')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('state', '<>', 'over')
        .executeTakeFirst()
      return row === undefined ? null : readDeskCase(row)
    }),
  change: (now, before, events) => scope.atomically((db) => changeCase(db, now, before, events)),
  current: () =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('desk_cases')
        .selectAll()
        .where('state', '<>', 'over')
        .orderBy('asked_at')
        .orderBy('number')
        .execute()
      return rows.map(readDeskCase)
    }),
  history: (number) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('desk_events')
        .selectAll()
        .where('number', '=', number)
        .orderBy('sequence')
        .execute()
      return rows.map(readDeskEvent)
    }),
  lengths: (limit) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('desk_cases')
        .select('held_for')
        .where('let_go_at', 'is not', null)
        .orderBy('let_go_at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ held_for: length }) => (length === null ? [] : [length]))
    }),
})
