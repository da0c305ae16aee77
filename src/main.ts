import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { availableParallelism, networkInterfaces } from 'node:os'
import { needFolder } from './cli/need-folder.ts'
import { showProgress } from './cli/show-progress.ts'
import { readConfig } from './config.ts'
import { createLog } from './create-log.ts'
import { createProduct } from './create-product.ts'
import { explainError } from './explain-error.ts'
import { buildKnowledge } from './open-knowledge.ts'
import { tellOperator } from './tell-operator.mjs'

/** The addresses at which a server that listens on `host` can be reached. */
function addressesOf(host: string, port: number): readonly string[] {
  const open = host === '0.0.0.0' || host === '::'
  const others = open
    ? Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
    : []
  const names = [open ? 'localhost' : host, ...others.map(({ address }) => address)]
  return names.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}/`)
}

const config = readConfig()
const clock = () => new Date()
const log = createLog(config.logLevel)

const tell = tellOperator(config.language)
console.log(`${tell('operator.indexing')} …`)
const progress = showProgress({ tell, quiet: false })
const report = await buildKnowledge({
  folder: needFolder(config.knowledgeFolder, tell),
  dataFolder: config.dataFolder,
  clock,
  embedding: config.embedding,
  workers: { building: availableParallelism(), serving: 1 },
  signal: new AbortController().signal,
  onProgress: progress.onProgress,
})
progress.stop()
console.log(report.changed ? tell('operator.indexed', { files: report.preparedFiles }) : tell('operator.index-stands'))
for (const { path, message } of report.manifest.failures)
  console.warn(tell('operator.not-read', { document: path, why: tell(message.id, message.values) }))

const product = await createProduct({ config, clock, log }).catch((error: unknown) => {
  throw new Error(explainError(error, tell), { cause: error })
})
const server = createHttpServer(product.app)
server.listen(config.port, config.host)
await once(server, 'listening').catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  throw taken ? new Error(tell('operator.port-taken', { port: config.port })) : error
})
const { resumed } = await product.start()
const bound = server.address()
const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
if (resumed > 0) console.log(tell('operator.resumed', { count: resumed }))
console.log(tell('operator.ready'))
for (const address of addressesOf(config.host, port)) console.log(`  ${address}`)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  server.close()
  await product.stop()
  server.closeAllConnections()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
