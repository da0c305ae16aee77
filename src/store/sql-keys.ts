import type { Keys } from '../core/api-key.ts'
import { readKey } from './interface-rows.ts'
import type { Scope } from './session.ts'

const facts = ['id', 'name', 'scopes', 'department', 'created_at', 'revoked_at', 'last_used_at'] as const

/** The keys of other systems. */
export const sqlKeys = (scope: Scope): Keys => ({
  add: ({ id, name, scopes, department, createdAt, revokedAt, lastUsedAt }, digest) =>
    scope.run(async (db) => {
      const moments = {
        created_at: createdAt.getTime(),
        revoked_at: revokedAt?.getTime() ?? null,
        last_used_at: lastUsedAt?.getTime() ?? null,
      }
      await db
        .insertInto('api_keys')
        .values({ id, name, digest, scopes: JSON.stringify(scopes), department, ...moments })
        .execute()
    }),
  find: (id) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('api_keys')
        .select([...facts, 'digest'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : { key: readKey(row), digest: row.digest }
    }),
  list: () =>
    scope.run(async (db) => {
      const rows = await db.selectFrom('api_keys').select(facts).orderBy('created_at', 'desc').orderBy('id').execute()
      return rows.map(readKey)
    }),
  revoke: (id, at) =>
    scope.run(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('api_keys')
        .set({ revoked_at: at.getTime() })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    }),
  used: (id, at) =>
    scope.run(async (db) => {
      await db.updateTable('api_keys').set({ last_used_at: at.getTime() }).where('id', '=', id).execute()
    }),
})
