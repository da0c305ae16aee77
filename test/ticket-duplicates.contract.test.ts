import { afterAll, beforeAll } from 'vitest'
import { createStore } from '../src/store/create-store.ts'
import { describeTicketDuplicates } from './contracts/ticket-duplicates.ts'
import { noon } from './store/makers.ts'
import { startPostgres, type PostgresServer } from './store/postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

describeTicketDuplicates('duplicates over PostgreSQL', async () => {
  const url = await server.createDatabase()
  return {
    open: () => createStore({ url, dataFolder: '.', clock: () => noon, patience: 20_000 }),
    remove: () => Promise.resolve(),
  }
})
