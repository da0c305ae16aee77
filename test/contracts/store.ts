import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { describeCaseSearch } from './store-case-search.ts'
import { describeCases } from './store-cases.ts'
import { describeConversations } from './store-conversations.ts'
import { describeDelivery } from './store-delivery.ts'
import { describeDesk } from './store-desk.ts'
import { describeExchanges } from './store-exchanges.ts'
import { describeFiles } from './store-files.ts'
import { describeInterfaces } from './store-interfaces.ts'
import { describeTickets } from './store-tickets.ts'
import { describeTransactions } from './store-transactions.ts'
import { makeConversation, makeMessage } from '../store/makers.ts'

/** Room for one empty database. */
export interface StorePlace {
  /** Opens the store there; again, it finds what was kept. */
  open(): Promise<Store>
  /** Whether the data outlives the store that wrote it. */
  lasting: boolean
  remove(): Promise<void>
}

/** What every store keeps to, whatever stands behind it. */
export function describeStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace
    let store: Store

    beforeEach(async () => {
      place = await makePlace()
      store = await place.open()
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })
    const current = () => store

    describeConversations(current)
    describeExchanges(current)
    describeDesk(current)
    describeTickets(current)
    describeCases(current)
    describeCaseSearch(current)
    describeFiles(current)
    describeDelivery(current)
    describeInterfaces(current)
    describeTransactions(current)

    it('keeps what it has when it is closed and opened again', async ({ skip }) => {
      if (!place.lasting) skip('It lives in memory.')
      await store.conversations.open(makeConversation())
      await store.conversations.accept(makeMessage())
      await store.close()
      store = await place.open()
      expect(await store.conversations.unsettled()).toEqual([makeMessage()])
      expect(await store.conversations.accept(makeMessage())).toBe('repeated')
    })

    it('finishes what is under way when it is closed, and then says that it is closed', async () => {
      const opening = store.conversations.open(makeConversation())
      await Promise.all([store.close(), store.close(), opening])
      await expect(store.conversations.find('conversation-1')).rejects.toMatchObject({
        name: 'StoreUnavailable',
        reason: 'closed',
      })
    })
  })
}
