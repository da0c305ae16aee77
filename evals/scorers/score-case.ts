import type { AnswerLine } from '../../src/cli/answer-line.ts'
import type { EvalCase } from '../case.ts'

export type ScoredLine = Pick<AnswerLine, 'outcome' | 'text' | 'citations' | 'sentences'> & {
  emergency?: { number: string } | undefined
  redirect?: { route: string } | undefined
  choices?: readonly { label: string }[] | undefined
  /** All that was recorded of the dialogue, looked up, or given to a writer, as one text. */
  recorded?: string | undefined
}

const bare = (text: string) => text.replaceAll(/\s/gu, '')

/** Values are compared without what groups them: "138 0013 8000" is no better hidden than "13800138000". */
const ungrouped = (text: string) => text.normalize('NFKC').replaceAll(/[\s\p{P}\p{Cf}]/gu, '')

function scoreRecord({ notRecorded = [], recorded = [] }: EvalCase['expect'], record: string): (string | false)[] {
  const kept = ungrouped(record)
  return [
    ...notRecorded.map((value) => kept.includes(ungrouped(value)) && `records “${value}”`),
    ...recorded.map((value) => !kept.includes(ungrouped(value)) && `loses “${value}”`),
  ]
}

/** What of a case's expectation does not hold; empty where the case is right. */
export function scoreCase({ expect }: EvalCase, line: ScoredLine): readonly string[] {
  const cited = line.citations.map(({ document }) => document)
  const shown = bare(line.text)
  const labels = (line.choices ?? []).map(({ label }) => label)
  const wrong: (string | false)[] = [
    expect.outcome !== undefined && !expect.outcome.includes(line.outcome) && `outcome ${line.outcome}`,
    expect.notOutcome?.includes(line.outcome) === true && `outcome ${line.outcome}`,
    expect.number !== undefined &&
      line.emergency?.number !== expect.number &&
      `number ${line.emergency?.number ?? 'none'}`,
    expect.route !== undefined && line.redirect?.route !== expect.route && `route ${line.redirect?.route ?? 'none'}`,
    expect.document !== undefined &&
      !expect.document.some((document) => cited.includes(document)) &&
      `cites ${cited[0] ?? 'nothing'}`,
    ...(expect.notDocument ?? []).map((document) => cited.includes(document) && `cites ${document}`),
    ...(expect.facts ?? []).map((fact) => !shown.includes(bare(fact)) && `lacks “${fact}”`),
    ...(expect.notText ?? []).map((text) => shown.includes(bare(text)) && `shows “${text}”`),
    ...(expect.choices ?? []).map((choice) => !labels.includes(choice) && `does not offer ${choice}`),
    ...scoreRecord(expect, line.recorded ?? ''),
    expect.inLanguage !== undefined &&
      (line.text === '' || (expect.inLanguage === 'zh') !== /\p{Script=Han}{4}/u.test(line.text)) &&
      `not in ${expect.inLanguage}`,
  ]
  return wrong.filter((reason) => reason !== false)
}
