import { describeTicketCommands } from '../contracts/tickets-commands.ts'

describeTicketCommands('the commands about demands over a SQLite file', { databaseUrl: () => Promise.resolve(null) })
