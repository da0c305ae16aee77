import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchIndex } from './bench-index.ts'
import { benchLoad } from './bench-load.ts'
import { benchRecipe } from './bench-recipe.ts'
import { benchTurns } from './bench-turns.ts'
import { readQuestions } from './questions.ts'

const { values } = parseArgs({
  options: { passages: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '10' } },
})
const questions = readQuestions()
const folder = await mkdtemp(join(tmpdir(), 'civicline-bench-'))
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
console.log(`${machine}, Node.js ${process.versions.node}; ${questions.length} questions of our own`)
try {
  const indexes = await benchIndex({ folder, passages: Number(values.passages) })
  await benchTurns({ ...indexes, questions })
  await benchLoad({ ...indexes, questions, seconds: Number(values.seconds) })
  await benchRecipe({ ...indexes, questions })
} finally {
  await rm(folder, { recursive: true, force: true })
}
