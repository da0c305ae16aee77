import { composePipeline, createDialogue } from '../../src/compose.ts'
import { parseRegion } from '../../src/core/region.ts'
import { createWriter } from '../../src/create-writer.ts'
import { loadData } from '../../src/load-data.ts'
import { openKnowledge } from '../../src/open-knowledge.ts'
import { openRecognizers } from '../../src/open-recognizers.ts'
import type { BuiltIndexes } from './bench-index.ts'
import { percentile, printTable, round } from './figures.ts'
import type { BenchQuestion } from './questions.ts'

const clock = () => new Date()
const rounds = 3

const row = (step: string, times: readonly number[]) => ({
  step,
  turns: times.length,
  'p50 ms': round(percentile(times, 0.5), 2),
  'p95 ms': round(percentile(times, 0.95), 2),
})

/** Asks every question in process, one at a time, and prints the time of whole turns and of each step. The first round only warms up. */
export async function benchTurns({
  large,
  questions,
}: BuiltIndexes & { questions: readonly BenchQuestion[] }): Promise<void> {
  const data = await loadData()
  const knowledge = await openKnowledge({
    folder: large.knowledge,
    dataFolder: large.data,
    embedding: null,
    workers: { building: 1, serving: 1 },
    pollEvery: null,
    synonyms: data.synonyms,
  })
  const { retriever, library } = knowledge
  const writing = await createWriter({ config: { languageModel: null }, clock, log: () => undefined })
  const pipeline = composePipeline({
    data,
    retriever,
    library,
    writing,
    tickets: { find: async () => null, isHandover: async () => false, of: async () => [] },
    clock,
    ...openRecognizers(knowledge, data),
  })
  const steps = new Map<string, number[]>()
  const whole: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const { question, region, language } of questions) {
      const dialogue = createDialogue({ pipeline, clock, language, region: parseRegion(region) })
      const began = performance.now()
      // Another ending each round, so that no vector is remembered from the round before.
      const { trace } = await dialogue.say(`${question}${'。'.repeat(turn)}`)
      const fault = trace.find((step) => step.fault !== null)
      if (fault !== undefined) throw new Error(`${fault.step} failed: ${fault.fault}`)
      if (turn === 0) continue
      whole.push(performance.now() - began)
      for (const { step, milliseconds } of trace) steps.set(step, [...(steps.get(step) ?? []), milliseconds])
    }
  }
  const rows = [row('whole turn', whole), ...[...steps].map(([step, times]) => row(step, times))]
  printTable(`Turn latency at ${large.passages} passages, in process, one at a time`, rows)
  await knowledge.close()
}
