import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { availableParallelism, networkInterfaces } from 'node:os'
import { showProgress } from './cli/with-brain.ts'
import { readConfig } from './config.ts'
import { createLog } from './create-log.ts'
import { createProduct } from './create-product.ts'
import { buildKnowledge } from './open-knowledge.ts'

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

console.log('Indexing the knowledge …')
const progress = showProgress(false)
const report = await buildKnowledge({
  folder: config.knowledgeFolder,
  dataFolder: config.dataFolder,
  clock,
  embedding: config.embedding,
  workers: { building: availableParallelism(), serving: 1 },
  signal: new AbortController().signal,
  ...(progress.onProgress === undefined ? {} : { onProgress: progress.onProgress }),
})
progress.stop()
console.log(
  report.changed ? `Indexed; ${report.preparedFiles} documents were new or changed.` : 'The index is up to date.',
)
for (const { path, message } of report.manifest.failures) console.warn(`Not read: ${path}: ${message}`)

const product = await createProduct({ config, clock, log })
const server = createHttpServer(product.app)
server.listen(config.port, config.host)
await once(server, 'listening')
const { resumed } = await product.start()
const bound = server.address()
const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
if (resumed > 0) console.log(`${resumed} messages from before are being answered.`)
console.log(
  `Civicline is ready:\n${addressesOf(config.host, port)
    .map((address) => `  ${address}`)
    .join('\n')}`,
)

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
