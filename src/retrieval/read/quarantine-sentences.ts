import { hiddenMessage, invisibleCode, isTurned, stripInvisible } from './quarantine-invisible.ts'
import { goesOn, mayGoOn, speaksToModel } from './quarantine-phrases.ts'
import type { Quarantined } from './reading.ts'

export type Take = (text: string, reason: Quarantined['reason']) => void

/** Texts that stand together: the lines of a paragraph, the items of a list, the cells of a row. */
export type Group = readonly string[]

interface Sentence {
  group: number
  text: number
  /** As the file has it, and without what cannot be seen. */
  raw: string
  shown: string
}

const ends = /(?<=[。！？!?；;\n]["”』」）)]{0,3})(?!["”』」）)。！？!?；;\n])|(?<=[a-z\d)"”]\.\s{1,3})(?=["“(]?[A-Z])/u

const split = (groups: readonly Group[]): Sentence[] =>
  groups.flatMap((texts, group) =>
    texts.flatMap((whole, text) =>
      whole.split(ends).map((raw): Sentence => ({ group, text, raw, shown: stripInvisible(raw) })),
    ),
  )

const finished = (text: string) => /[。！？!?；;.:：]["”』」）)]*\s*$/u.test(text)

/** Ends before the word it needs: "忽略以上". */
const brokenOff = /(?:以上|上述|之前|此前|先前|前面|所有|全部|一切|the|all|any|previous|prior|above)\s*$/iu

/** Two sentences that only together speak to a model, as where a line break divides what is said. */
function bridges(
  one: Sentence | undefined,
  other: Sentence | undefined,
  alone: (sentence: Sentence) => boolean,
): boolean {
  if (one === undefined || other === undefined || finished(one.shown) || alone(other)) return false
  if (alone(one)) return brokenOff.test(one.shown)
  const [head, tail] = [one.shown.trim().slice(-40), other.shown.trim().slice(0, 40)]
  return speaksToModel(head + tail) && !speaksToModel(head) && !speaksToModel(tail)
}

/** Which sentences speak to a model: those that do by themselves or with the next line, and neighbours that go on with it. */
function findSpoken(sentences: readonly Sentence[]): Set<Sentence> {
  const certain = new Set(sentences.filter(({ shown }) => speaksToModel(shown)))
  const marked = new Set(certain)
  sentences.forEach((sentence, at) => {
    const next = sentences[at + 1]
    if (next !== undefined && bridges(sentence, next, (one) => certain.has(one))) marked.add(sentence).add(next)
  })
  sentences.forEach((sentence, at) => {
    const before = sentences[at - 1]
    if (before === undefined || !marked.has(before) || marked.has(sentence)) return
    if (before.group === sentence.group ? mayGoOn(sentence.shown) : goesOn(sentence.shown)) marked.add(sentence)
  })
  return marked
}

function reasonFor({ raw, shown }: Sentence): Quarantined['reason'] {
  return raw !== shown && !speaksToModel(raw) && speaksToModel(shown) ? 'invisible-characters' : 'speaks-to-a-model'
}

const trimLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()

/**
 * The texts without invisible characters and without the sentences that speak to a model; these, and messages that invisible characters
 * spell or disguise, are handed to `take` with the number of their group.
 */
export function cleanGroups(
  groups: readonly Group[],
  take: (group: number, ...taken: Parameters<Take>) => void,
): string[][] {
  const sentences = split(groups)
  const spoken = findSpoken(sentences)
  const kept = groups.map((texts) => texts.map(() => ''))
  const open: { sentence: Sentence; text: string; reason: Quarantined['reason'] }[] = []
  for (const sentence of sentences) {
    const code = invisibleCode(sentence.raw)
    if (code !== null && hiddenMessage(sentence.raw) === '') take(sentence.group, code, 'invisible-characters')
    const turned = isTurned(sentence.raw)
    const texts = kept[sentence.group]
    if (!spoken.has(sentence) && !turned) {
      if (texts !== undefined) texts[sentence.text] += sentence.shown
      continue
    }
    const reason = turned ? 'invisible-characters' : reasonFor(sentence)
    const last = open.at(-1)
    if (last?.sentence.group === sentence.group && last.sentence.text === sentence.text && last.reason === reason)
      last.text += sentence.shown
    else open.push({ sentence, text: sentence.shown, reason })
  }
  groups.forEach((texts, group) => {
    const message = hiddenMessage(texts.join('\n'))
    if (message !== '') take(group, message, 'invisible-characters')
  })
  for (const { sentence, text, reason } of open) take(sentence.group, text, reason)
  return kept.map((texts, group) => texts.map((text, at) => (text === groups[group]?.[at] ? text : trimLines(text))))
}
