import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../src/store/create-store.ts'
import { describeTicketOffice } from './contracts/ticket-office.ts'
import { noon } from './store/makers.ts'

describeTicketOffice('the office over a SQLite file', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'office-'))
  return {
    open: () => createStore({ url: null, dataFolder, clock: () => noon, patience: 20_000 }),
    remove: () => rm(dataFolder, { recursive: true }),
  }
})
