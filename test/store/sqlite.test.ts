import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../src/store/create-store.ts'
import { describeSchema } from '../contracts/store-schema.ts'
import { describeStore } from '../contracts/store.ts'
import { openTestStore } from '../fakes/memory-store.ts'
import { noon } from './makers.ts'

describeStore('the store in memory', () =>
  Promise.resolve({ open: () => openTestStore(), lasting: false, remove: () => Promise.resolve() }),
)

describeStore('the store in a SQLite file', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'store-'))
  return {
    open: () => createStore({ url: null, dataFolder, clock: () => noon }),
    lasting: true,
    remove: () => rm(dataFolder, { recursive: true }),
  }
})

describeSchema('the schema in a SQLite file', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'store-'))
  const path = join(dataFolder, 'civicline.sqlite')
  return { place: { path }, url: path, dataFolder, remove: () => rm(dataFolder, { recursive: true }) }
})
