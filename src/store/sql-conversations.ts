import type { Conversations } from '../core/store.ts'
import { readConversation, readMessage } from './rows.ts'
import type { Scope } from './session.ts'
import { sqlExchanges } from './sql-exchanges.ts'
import type { PassageCache } from './sql-passages.ts'
import { storedId } from './stored-id.ts'

/** Conversations, the messages in them, and how these ended. */
export const sqlConversations = (scope: Scope, cache: PassageCache): Conversations => ({
  ...sqlDialogues(scope),
  ...sqlMessages(scope),
  ...sqlExchanges(scope, cache),
})

const sqlDialogues = (scope: Scope): Pick<Conversations, 'open' | 'find' | 'update'> => ({
  open: ({ id, address, language, region, holder, openedAt }) =>
    scope.run(async (db) => {
      await db
        .insertInto('conversations')
        .values({
          id: storedId(id),
          address: JSON.stringify(address),
          language,
          region: JSON.stringify(region),
          holder,
          opened_at: openedAt.getTime(),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    }),
  find: (id) =>
    scope.run(async (db) => {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : readConversation(row)
    }),
  update: (id, { region, holder, language }) =>
    scope.run(async (db) => {
      const change = {
        ...(region === undefined ? {} : { region: JSON.stringify(region) }),
        ...(holder === undefined ? {} : { holder }),
        ...(language === undefined ? {} : { language }),
      }
      if (Object.keys(change).length === 0) return
      const { numUpdatedRows } = await db
        .updateTable('conversations')
        .set(change)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) throw new Error('There is no such conversation to update.')
    }),
})

const sqlMessages = (scope: Scope): Pick<Conversations, 'accept' | 'unsettled' | 'messages'> => ({
  accept: (message) =>
    scope.run(async (db) => {
      const { numInsertedOrUpdatedRows: inserted } = await db
        .insertInto('messages')
        .values({
          conversation: storedId(message.conversation),
          id: storedId(message.id),
          at: message.at.getTime(),
          text: message.text,
          sender: JSON.stringify(message.from),
          media: JSON.stringify(message.media),
          place: JSON.stringify(message.place),
          spoken: message.spoken ? 1 : 0,
          language: message.language,
        })
        .onConflict((conflict) => conflict.columns(['conversation', 'id']).doNothing())
        .executeTakeFirstOrThrow()
      return inserted === 0n ? 'repeated' : 'new'
    }),
  unsettled: () =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('settled_at', 'is', null)
        .orderBy('sequence')
        .execute()
      return rows.map(readMessage)
    }),
  messages: (conversation) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('sequence')
        .execute()
      return rows.map(readMessage)
    }),
})
