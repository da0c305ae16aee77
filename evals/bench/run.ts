import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchIndex } from './bench-index.ts'
import { benchLoad } from './bench-load.ts'
import { benchRecipe } from './bench-recipe.ts'
import { benchTickets } from './bench-tickets.ts'
import { benchTurns } from './bench-turns.ts'
import { readQuestions } from './questions.ts'

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    tickets: { type: 'boolean', default: false },
    postgres: { type: 'string', default: '1000000' },
    sqlite: { type: 'string', default: '100000' },
  },
})
const questions = readQuestions()
const folder = await mkdtemp(join(tmpdir(), 'civicline-bench-'))
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
console.log(`${machine}, Node.js ${process.versions.node}; ${questions.length} questions of our own`)
async function benchAnswers(): Promise<void> {
  const indexes = await benchIndex({ folder, passages: Number(values.passages) })
  await benchTurns({ ...indexes, questions })
  await benchLoad({ ...indexes, questions, seconds: Number(values.seconds) })
  await benchRecipe({ ...indexes, questions })
}

try {
  if (values.tickets) await benchTickets({ folder, postgres: Number(values.postgres), sqlite: Number(values.sqlite) })
  else await benchAnswers()
} finally {
  await rm(folder, { recursive: true, force: true })
}
