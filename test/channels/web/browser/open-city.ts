import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../../../src/config.ts'
import { createProduct } from '../../../../src/create-product.ts'
import { buildKnowledge } from '../../../../src/open-knowledge.ts'
import { clock } from '../../open-house.ts'
import { buildWidget } from './build-widget.ts'
import { listen, type Outlet } from './listen.ts'

const knowledge = fileURLToPath(new URL('../../../../knowledge/documents', import.meta.url))

/** A few of the city's documents, so that the index is there in seconds. */
const documents = [
  '云汀市/养犬管理办法.md',
  '云汀市/滨江区/养犬管理实施细则.md',
  '云汀市/云麓区/养犬管理实施办法.md',
  '云汀市/居住证管理实施办法.md',
  '云汀市/住房公积金提取管理实施细则.md',
  '云汀市/滨江区/dog-licence-binjiang.md',
  '云汀市/housing-fund.md',
]

export interface City extends Outlet {
  close(): Promise<void>
}

/** The real product over a few real documents, its store in a SQLite file, served over HTTP. */
export async function openCity(): Promise<City> {
  await buildWidget()
  const home = await mkdtemp(join(tmpdir(), 'city-'))
  const folder = join(home, 'documents')
  for (const path of documents) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await cp(join(knowledge, path), join(folder, path))
  }
  const config = readConfig({ DATA_DIR: join(home, 'data'), KNOWLEDGE_DIR: folder, REQUESTS_PER_MINUTE: '100000' })
  await buildKnowledge({
    folder,
    dataFolder: config.dataFolder,
    clock,
    embedding: null,
    workers: { building: 1, serving: 1 },
    signal: new AbortController().signal,
  })
  const product = await createProduct({ config, clock, log: () => {} })
  await product.start()
  const outlet = await listen(product.app)
  return {
    ...outlet,
    async close() {
      await outlet.down()
      await product.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
