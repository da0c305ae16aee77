import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGuessKind } from '../../src/guess-kind.ts'
import { ticketKinds, type TicketKind } from '../../src/core/ticket.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { createExampleGuesser } from '../../src/retrieval/guess-by-examples.ts'
import { readDemand, readKind } from '../../src/tickets/intake/read-demand.ts'
import { kindCase, type KindCase } from './kind-case.ts'

interface JudgedCase extends KindCase {
  judged: TicketKind
  /** By the words alone. */
  byWords: TicketKind
  /** It would be taken down as a demand where no policy answers it. */
  takenDown: boolean
}

const readCases = (): readonly KindCase[] =>
  readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => kindCase.parse(JSON.parse(line)))

async function judgeAll(): Promise<readonly JudgedCase[]> {
  const data = await loadData()
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  const guess = createExampleGuesser({ embedders, examples: data.kindExamples })
  const guessKind = createGuessKind(guess)
  const signal = new AbortController().signal
  // Learning takes longer than a citizen waits for a guess.
  await Promise.all((['zh', 'en'] as const).map((language) => guess('。', language, signal)))
  const judged: JudgedCase[] = []
  for (const given of readCases()) {
    const kinds = await guessKind(given.say, signal)
    judged.push({
      ...given,
      judged: readKind(given.say, kinds),
      byWords: readKind(given.say, null),
      takenDown: readDemand(given.say, kinds) !== null,
    })
  }
  await Promise.all([embedders.zh.close(), embedders.en.close()])
  return judged
}

const share = (cases: readonly JudgedCase[], holds: (one: JudgedCase) => boolean) =>
  cases.length === 0 ? Number.NaN : cases.filter(holds).length / cases.length
const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1)).padStart(9)

const isRight = ({ kind, judged }: JudgedCase) => kind === judged
const isRightByWords = ({ kind, byWords }: JudgedCase) => kind === byWords
const isTakenRight = ({ kind, takenDown }: JudgedCase) => (kind === 'consultation') !== takenDown

function printFigures(cases: readonly JudgedCase[], verbose: boolean): void {
  console.log(
    `\n  kind: ${cases.length} first messages; “words”: without the examples; “taken”: taken for a demand or not\n`,
  )
  console.log(`  ${''.padEnd(18)}${['cases', 'right', 'words', 'taken'].map((name) => name.padStart(9)).join('')}`)
  const row = (name: string, some: readonly JudgedCase[]) =>
    console.log(
      `  ${name.padEnd(18)}${String(some.length).padStart(9)}${[isRight, isRightByWords, isTakenRight].map((holds) => percent(share(some, holds))).join('')}`,
    )
  row('all', cases)
  row(
    'held out',
    cases.filter(({ heldOut }) => heldOut),
  )
  for (const language of ['zh', 'en'])
    row(
      language,
      cases.filter((one) => one.language === language),
    )
  for (const kind of ticketKinds)
    row(
      kind,
      cases.filter((one) => one.kind === kind),
    )
  console.log(`\n  ${'is \\ judged'.padEnd(14)}${ticketKinds.map((kind) => kind.padStart(13)).join('')}`)
  for (const kind of ticketKinds) {
    const counts = ticketKinds.map((judged) => cases.filter((one) => one.kind === kind && one.judged === judged).length)
    console.log(`  ${kind.padEnd(14)}${counts.map((count) => String(count).padStart(13)).join('')}`)
  }
  for (const one of cases)
    if (verbose && !one.heldOut && !(isRight(one) && isTakenRight(one)))
      console.log(`    ${one.id} ${one.kind} → ${one.judged}${one.takenDown ? '' : ' (not taken)'}: ${one.say}`)
}

/** Judges the kind of first messages; true where every floor holds. */
export async function runKind({ floors, verbose }: { floors: Readonly<Record<string, number>>; verbose: boolean }) {
  const cases = await judgeAll()
  printFigures(cases, verbose)
  const figures = { 'kind.right': share(cases, isRight), 'kind.taken': share(cases, isTakenRight) }
  const below = Object.entries(figures).filter(([name, figure]) => figure < (floors[name] ?? 0))
  for (const [name, figure] of below)
    console.log(`  ${name} ${percent(figure)} is below its floor ${floors[name] ?? 0}`)
  return below.length === 0
}
