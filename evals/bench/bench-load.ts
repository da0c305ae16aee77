import type { BuiltIndexes } from './bench-index.ts'
import { megabytes, percentile, printTable, round } from './figures.ts'
import { load, startServer } from './load-server.ts'
import type { BenchQuestion } from './questions.ts'

/** Asks through HTTP as 1, 16 and 64 visitors at once and prints turns a second, times and the server's memory; then its start time. */
export async function benchLoad({
  large,
  questions,
  seconds,
}: BuiltIndexes & { questions: readonly BenchQuestion[]; seconds: number }): Promise<void> {
  const environment = { KNOWLEDGE_DIR: large.knowledge, DATA_DIR: large.data }
  const texts = questions.filter(({ language }) => language === 'zh').map(({ question }) => question)
  const server = await startServer(environment)
  await load(server.address, texts, 4, 3)
  const rows = []
  for (const visitors of [1, 16, 64]) {
    const { times, perSecond } = await load(server.address, texts, visitors, seconds)
    rows.push({
      'at once': visitors,
      turns: times.length,
      'turns/s': round(perSecond),
      'p50 ms': round(percentile(times, 0.5)),
      'p95 ms': round(percentile(times, 0.95)),
      'memory MB': megabytes(server.memory()),
    })
  }
  await server.stop()
  const again = await startServer(environment)
  await again.stop()
  printTable(
    `Through HTTP, server-sent events and the SQLite store, ${large.passages} passages; the visitors run on the same cores`,
    rows,
  )
  console.log(`  start to ready with everything built: ${round(again.startTime / 1000)} s`)
}
