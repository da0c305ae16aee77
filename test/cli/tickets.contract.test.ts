import { afterAll, beforeAll } from 'vitest'
import { describeTicketCommands } from '../contracts/tickets-commands.ts'
import { startPostgres, type PostgresServer } from '../store/postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

describeTicketCommands('the commands about demands over PostgreSQL', { databaseUrl: () => server.createDatabase() })
