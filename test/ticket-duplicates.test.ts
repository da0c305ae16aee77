import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../src/store/create-store.ts'
import { describeTicketDuplicates } from './contracts/ticket-duplicates.ts'
import { noon } from './store/makers.ts'

describeTicketDuplicates('duplicates over a SQLite file', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'duplicates-'))
  return {
    open: () => createStore({ url: null, dataFolder, clock: () => noon, patience: 20_000 }),
    remove: () => rm(dataFolder, { recursive: true }),
  }
})
