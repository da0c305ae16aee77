import { afterAll, beforeAll } from 'vitest'
import { createStore } from '../src/store/create-store.ts'
import { describeTicketOffice } from './contracts/ticket-office.ts'
import { noon } from './store/makers.ts'
import { startPostgres, type PostgresServer } from './store/postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

describeTicketOffice('the office over PostgreSQL', async () => {
  const url = await server.createDatabase()
  return {
    open: () => createStore({ url, dataFolder: '.', clock: () => noon, patience: 20_000 }),
    remove: () => Promise.resolve(),
  }
})
