import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Expression } from 'kysely'
import type { FileOwner, FileReader, Files } from '../core/files.ts'
import { readFile } from './rows.ts'
import type { Scope } from './session.ts'
import { storedId } from './stored-id.ts'
import type { Tables } from './tables.ts'

type InFiles = ExpressionBuilder<Tables, 'files'>

const facts = ['id', 'owner_kind', 'owner', 'kind', 'name', 'type', 'bytes', 'digest', 'point', 'stored_at'] as const
const unclaimed = sql<boolean>`claimed = 0`

const ownedBy =
  ({ kind, id }: FileOwner) =>
  (expression: InFiles): Expression<SqlBool> =>
    expression.and([expression('owner_kind', '=', kind), expression('owner', '=', id)])

const readableBy =
  (reader: FileReader) =>
  (expression: InFiles): Expression<SqlBool> =>
    'owner' in reader
      ? ownedBy(reader.owner)(expression)
      : expression.exists(
          expression
            .selectFrom('attachments')
            .select('attachments.id')
            .whereRef('attachments.id', '=', 'files.id')
            .where('attachments.ticket', '=', reader.ticket),
        )

/** Its conversation goes on, so that a ticket may still come of it. */
const awaited =
  (since: number) =>
  (expression: InFiles): Expression<SqlBool> =>
    expression.exists(
      expression
        .selectFrom('conversations')
        .select('conversations.id')
        .whereRef('conversations.id', '=', 'files.owner')
        .where('files.owner_kind', '=', 'conversation')
        .where((inside) => inside.or([inside('replied_at', '>=', since), inside('holder', '=', 'operator')])),
    )

/** Files with their content, in the same database as the tickets that claim them. */
export const sqlFiles = (scope: Scope): Files => ({
  put: ({ id, owner, kind, name, type, bytes, digest, point, storedAt }, content) =>
    scope.run(async (db) => {
      const whose = { owner_kind: owner.kind, owner: owner.id }
      const known = { kind, name, type, bytes, digest, point: JSON.stringify(point), stored_at: storedAt.getTime() }
      const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
      await db
        .insertInto('files')
        .values({ id: storedId(id), ...whose, ...known, content: whole })
        .execute()
    }),
  ...sqlReading(scope),
  remove: (id, owner) =>
    scope.run(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('files')
        .where('id', '=', id)
        .where(ownedBy(owner))
        .where(unclaimed)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    }),
  removeUnclaimed: (before) =>
    scope.run(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('files')
        .where(unclaimed)
        .where('stored_at', '<', before.getTime())
        .where((expression) => expression.not(awaited(before.getTime())(expression)))
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    }),
})

const sqlReading = (scope: Scope): Pick<Files, 'find' | 'content' | 'unclaimed'> => ({
  find: (id, reader) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('files')
        .select(facts)
        .where('id', '=', id)
        .where(readableBy(reader))
        .executeTakeFirst()
      return row === undefined ? null : readFile(row)
    }),
  content: (id, reader) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('files')
        .select('content')
        .where('id', '=', id)
        .where(readableBy(reader))
        .executeTakeFirst()
      return row === undefined ? null : new Uint8Array(row.content)
    }),
  unclaimed: (owner) =>
    scope.run(async (db) => {
      const { files, bytes } = await db
        .selectFrom('files')
        .select(({ fn }) => [fn.countAll().as('files'), fn.sum('bytes').as('bytes')])
        .where(ownedBy(owner))
        .where(unclaimed)
        .executeTakeFirstOrThrow()
      return { files: Number(files), bytes: Number(bytes ?? 0) }
    }),
})
