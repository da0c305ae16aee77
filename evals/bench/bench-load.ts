import type { BuiltIndexes } from './bench-index.ts'
import { megabytes, percentile, printTable, round } from './figures.ts'
import { load, startServer } from './load-server.ts'
import type { BenchQuestion } from './questions.ts'

/** Ways to word a question, so that none is asked twice: what was found for a question is remembered. */
const wordings = ['', '请问', '你好，', '想问一下，', '麻烦问下，', '师傅，', '急，', '您好，请问']
  .flatMap((before) => ['', '？', '。', '，谢谢', '！', '，急'].map((after) => [before, after] as const))
  .map(
    ([before, after]) =>
      (question: string) =>
        `${before}${question}${after}`,
  )

/** Asks through HTTP as 1, 16 and 64 visitors at once and prints turns a second, times and the server's memory; then its start time. */
export async function benchLoad({
  large,
  questions,
  seconds,
}: BuiltIndexes & { questions: readonly BenchQuestion[]; seconds: number }): Promise<void> {
  const environment = { KNOWLEDGE_DIR: large.knowledge, DATA_DIR: large.data }
  const asked = questions.filter(({ language }) => language === 'zh').map(({ question }) => question)
  const worded = wordings.flatMap((word) => asked.map((question) => word(question)))
  const server = await startServer(environment)
  await load(server.address, asked, 4, 3)
  const rows = []
  let next = asked.length
  for (const [questions, visitors] of [
    ['new', 1],
    ['new', 16],
    ['new', 64],
    ['seen before', 16],
  ] as const) {
    const texts = questions === 'new' ? worded.slice(next).concat(worded.slice(0, next)) : asked
    const { times, perSecond } = await load(server.address, texts, visitors, seconds)
    if (questions === 'new') next += visitors + times.length
    rows.push({
      questions,
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
