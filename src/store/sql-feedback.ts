import type { FeedbackBook } from '../core/store.ts'
import { readFeedback } from './rows.ts'
import type { Scope } from './session.ts'

/** Ratings of replies, one for each message. */
export const sqlFeedback = (scope: Scope): FeedbackBook => ({
  record: ({ conversation, message, rating, reason, comment, at }) =>
    scope.run(async (db) => {
      const said = { rating, reason, comment, at: at.getTime() }
      await db
        .insertInto('feedback')
        .values({ conversation, message, ...said })
        .onConflict((conflict) => conflict.columns(['conversation', 'message']).doUpdateSet(said))
        .execute()
    }),
  list: (limit) =>
    scope.run(async (db) => {
      const rows = await db.selectFrom('feedback').selectAll().orderBy('at', 'desc').limit(limit).execute()
      return rows.map(readFeedback)
    }),
})
