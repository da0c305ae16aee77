import type { Source } from './choose-sources.ts'

type Span = readonly [number, number]

/** Units in one quote; beyond that the whole passage is quoted. */
const mostUnits = 4
/** A quote may hold this much less of the sentence's words than the one that holds most. */
const nearlyAsMuch = 0.1

const pairsOf = (text: string): ReadonlySet<string> => {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}

/** Where the units stand in the passage, each with its lead where that comes right before it; the lines where the units are not known. */
function spansOf({ text, units }: Source): readonly Span[] {
  let from = 0
  const spans = units.flatMap((unit): Span[] => {
    const start = text.indexOf(unit.text, from)
    if (start < 0) return []
    const lead = unit.lead === null ? -1 : text.lastIndexOf(unit.lead, start)
    const led = unit.lead !== null && lead >= from && text.slice(lead + unit.lead.length, start).trim() === ''
    const span = [led ? lead : start, start + unit.text.length] as const
    from = span[1]
    return [span]
  })
  return spans.length > 0
    ? spans
    : [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => [index, index + line.length])
}

/** The stretches of whole units that could be quoted, those that hold most of the sentence's words first and the shorter of equals first. */
export function stretchesOf(source: Source, sentence: string): readonly string[] {
  const spans = spansOf(source)
  const windows = spans.flatMap(([start], first) =>
    spans.slice(first, first + mostUnits).map(([, end]) => source.text.slice(start, end)),
  )
  const wanted = pairsOf(sentence)
  const ranked = [...new Set([...windows, source.text])].map((stretch) => {
    const own = pairsOf(stretch)
    return { stretch, share: [...wanted].filter((pair) => own.has(pair)).length / Math.max(1, wanted.size) }
  })
  const best = Math.max(...ranked.map(({ share }) => share))
  const good = ({ share }: { share: number }) => Number(share >= best - nearlyAsMuch)
  return ranked
    .toSorted((a, b) => good(b) - good(a) || a.stretch.length - b.stretch.length)
    .map(({ stretch }) => stretch)
}
