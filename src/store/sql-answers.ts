import type { Kysely } from 'kysely'
import type { Beginning, GivenAnswers } from '../core/given-answers.ts'
import type { Scope } from './session.ts'
import type { Tables } from './tables.ts'

type Begin = GivenAnswers['begin']

/** The answers given to named requests. */
export const sqlAnswers = (scope: Scope): GivenAnswers => ({
  begin: (request, moments) => scope.atomically((db) => begin(db, request, moments)),
  finish: ({ sender, name }, { status, body }) =>
    scope.run(async (db) => {
      await db
        .updateTable('given_answers')
        .set({ status, body })
        .where('sender', '=', sender)
        .where('name', '=', name)
        .where('status', 'is', null)
        .execute()
    }),
  release: ({ sender, name }) =>
    scope.run(async (db) => {
      await db
        .deleteFrom('given_answers')
        .where('sender', '=', sender)
        .where('name', '=', name)
        .where('status', 'is', null)
        .execute()
    }),
  forget: (before) =>
    scope.run(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('given_answers')
        .where('began_at', '<', before.getTime())
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    }),
})

/** Entering the row is what decides who does it: of two at the same moment one finds it there. */
async function begin(
  db: Kysely<Tables>,
  { sender, name, content }: Parameters<Begin>[0],
  { at, lostBefore, forgottenBefore }: Parameters<Begin>[1],
): Promise<Beginning> {
  const mine = db.deleteFrom('given_answers').where('sender', '=', sender).where('name', '=', name)
  await mine.where('began_at', '<', forgottenBefore.getTime()).execute()
  const row = { sender, name, content, began_at: at.getTime(), status: null }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('given_answers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sender', 'name']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return { kind: 'new' }
  const found = await db
    .selectFrom('given_answers')
    .select(['content', 'status', 'body', 'began_at'])
    .where('sender', '=', sender)
    .where('name', '=', name)
    .executeTakeFirst()
  // It came to nothing just now: whoever asks again will find it new.
  if (found === undefined) return { kind: 'under-way' }
  if (found.content !== content) return { kind: 'other' }
  if (found.status !== null) return { kind: 'done', answer: { status: found.status, body: found.body } }
  if (found.began_at >= lostBefore.getTime()) return { kind: 'under-way' }
  const { numUpdatedRows } = await db
    .updateTable('given_answers')
    .set({ began_at: at.getTime() })
    .where('sender', '=', sender)
    .where('name', '=', name)
    .where('began_at', '=', found.began_at)
    .where('status', 'is', null)
    .executeTakeFirstOrThrow()
  return { kind: numUpdatedRows === 1n ? 'new' : 'under-way' }
}
