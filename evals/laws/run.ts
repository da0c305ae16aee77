import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answerLine, type AnswerLine } from '../../src/cli/answer-line.ts'
import { withBrain, type Brain } from '../../src/cli/with-brain.ts'
import { createDialogue } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { projectFolder } from '../../src/load-data.ts'
import { parseLawCases, type LawCase } from './law-case.ts'

/**
 * Asks citizens' and insiders' questions about real laws, through the whole pipeline, and prints how much of what a right answer needs is
 * shown, in how many characters. `npm run evals -- laws [FOLDER]`; says so and ends where the folder of laws is absent.
 */
const folder = resolve(
  process.argv.filter((word) => !word.startsWith('-'))[3] ?? join(projectFolder, '../shared/real-documents/laws'),
)
const clock = () => new Date()
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s,、。*-]/gu, '')
    .toLowerCase()
const holds = (shown: string, wordings: readonly string[]) => wordings.some((words) => shown.includes(bare(words)))
const names = (path: string, documents: readonly string[]) =>
  documents.some((document) => path === document || path.endsWith(`/${document}`))

interface Answered {
  given: LawCase
  line: AnswerLine
  shown: string
}

async function ask({ pipeline, data }: Brain, given: LawCase): Promise<Answered> {
  const dialogue = createDialogue({ pipeline, clock, language: 'zh', region: null, id: given.id })
  let result = await dialogue.say(given.question[0] ?? '')
  for (const text of given.question.slice(1)) result = await dialogue.say(text)
  const line = answerLine(given.id, result, { speak: data.speak, elapsedMs: 0, ticket: null })
  return { given, line, shown: bare(line.sentences.map(({ text }) => text).join('\n')) }
}

const share = (count: number, of: number) => (of === 0 ? '–' : (count / of).toFixed(3))
const sum = <T>(list: readonly T[], count: (one: T) => number) => list.reduce((total, one) => total + count(one), 0)

function printAnswers(name: string, answered: readonly Answered[]): void {
  const documents = ({ line }: Answered) => [...new Set(line.passages.map(({ document }) => document))]
  const hit = (count: number) => (one: Answered) =>
    Number(
      documents(one)
        .slice(0, count)
        .some((path) => names(path, one.given.documents)),
    )
  const facts = sum(answered, ({ given }) => given.facts.length)
  const shown = sum(answered, (one) => one.given.facts.filter((wordings) => holds(one.shown, wordings)).length)
  const quoted = answered.filter(({ line }) => line.outcome === 'answer')
  const characters =
    sum(quoted, ({ line }) => sum(line.sentences, ({ text }) => text.length)) / Math.max(1, quoted.length)
  console.log(
    `${name.padEnd(13)} ${answered.length} questions · answered ${share(quoted.length, answered.length)} · passages hit@1 ${share(sum(answered, hit(1)), answered.length)} hit@5 ${share(sum(answered, hit(5)), answered.length)} · needed facts shown ${share(shown, facts)} in ${Math.round(characters)} characters`,
  )
}

function printValidity(answered: readonly Answered[]): void {
  const cited = ({ line }: Answered) => line.citations.map(({ document }) => document)
  const right = answered.filter((one) => cited(one).some((path) => names(path, one.given.mayCite)))
  const wrong = answered.filter(
    (one) =>
      cited(one).some((path) => names(path, one.given.mustNotCite)) ||
      one.given.notFacts.some((wordings) => holds(one.shown, wordings)),
  )
  console.log(
    `${'validity'.padEnd(13)} ${answered.length} questions · the rule in force cited ${right.length} · a rule not in force passed off ${wrong.length}${wrong.length > 0 ? ` (${wrong.map(({ given }) => given.id).join(', ')})` : ''}`,
  )
}

if (!existsSync(folder)) {
  console.log(`Skipped: there is no folder ${folder}`)
} else {
  await withBrain({ config: readConfig(), folder, clock, quiet: false }, async (brain) => {
    for (const name of ['citizen', 'insider', 'unanswerable', 'validity']) {
      const cases = parseLawCases(readFileSync(join(projectFolder, 'evals/laws', `${name}.jsonl`), 'utf8'))
      const answered: Answered[] = []
      for (const given of cases) answered.push(await ask(brain, given))
      if (name === 'unanswerable') {
        const silent = answered.filter(({ line }) => line.outcome !== 'answer').length
        console.log(`${name.padEnd(13)} ${cases.length} questions · not answered ${share(silent, cases.length)}`)
      } else if (name === 'validity') printValidity(answered)
      else printAnswers(name, answered)
    }
  })
}
