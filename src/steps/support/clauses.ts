import { withoutNumbers } from './numbers.ts'

const border = /[，。；;！!？?\n：:、]|,\s|\.\s|\.$|｜/u

/** Cuts a text at its punctuation into the clauses that each say one thing. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .split(border)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

const latinStop = new Set(
  'a an the of to in on at for and or is are be was were it its this that with by as from you your must may can will has have not no if which who their they them he she any'.split(
    ' ',
  ),
)
const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/(?:ies)$/u, 'y')
    .replace(/(?:ing|ed|es|s)$/u, '')

/** What a text is made of for comparison: pairs of Han characters and stems of Latin words; numbers are left out. */
export function contentOf(text: string): ReadonlySet<string> {
  const plain = withoutNumbers(text)
  const latin = (plain.match(/[a-z][a-z'-]+/giu) ?? []).filter((word) => !latinStop.has(word.toLowerCase())).map(stem)
  const han = (plain.match(/[\u4e00-\u9fff]+/gu) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
  return new Set([...latin, ...han])
}

/** The share of `part`'s content that stands in `whole`; 1 for a part without content. */
export function shareOf(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 1
  return [...part].filter((piece) => whole.has(piece)).length / part.size
}
