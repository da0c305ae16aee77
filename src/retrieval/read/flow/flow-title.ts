import type { Flow, FlowParagraph } from './flow.ts'

/** Characters: no title is longer, with all its lines. */
const longest = 120
/** The title stands among the first paragraphs or nowhere. */
const within = 12

const endsSentence = /[。；;！!：:，,]$/u
const marginal = /^(?:附件|附|[^\s]{2,20}[〔[（(]\d{4}[〕\])）]|特急|内部|公开|编号|文号)/u
const says = ({ text }: FlowParagraph) => text.replaceAll(/\s+/gu, ' ').trim()

interface Found {
  title: string
  /** Paragraphs of the flow that are the title, so that it is not read twice. */
  paragraphs: readonly FlowParagraph[]
}

const joined = (paragraphs: readonly FlowParagraph[]): Found => ({
  title: paragraphs
    .map(says)
    .join('\n')
    .replaceAll(/(?<=[\p{Script=Han}）》”、])\n(?=[\p{Script=Han}（《“])/gu, '')
    .replaceAll('\n', ' '),
  paragraphs,
})

const couldBe = (paragraph: FlowParagraph) => {
  const text = says(paragraph)
  return text.length >= 2 && text.length <= longest && !endsSentence.test(text) && paragraph.label === ''
}

/** A centred or larger line above the text, with the lines of the same look right after it. */
function titleByLook(opening: readonly FlowParagraph[], body: number | null): Found | null {
  const larger = ({ points }: FlowParagraph) => points !== null && body !== null && points >= body * 1.2
  const first = opening.findIndex(
    (paragraph) => couldBe(paragraph) && !marginal.test(says(paragraph)) && (paragraph.centred || larger(paragraph)),
  )
  const start = opening[first]
  if (start === undefined || opening.slice(0, first).some((paragraph) => says(paragraph).length > longest)) return null
  const after = opening.slice(first + 1)
  const ends = after.findIndex(
    (next) =>
      !couldBe(next) || next.centred !== start.centred || next.points !== start.points || /^[（(第]/u.test(says(next)),
  )
  return joined([start, ...after.slice(0, ends < 0 ? after.length : ends)].slice(0, 3))
}

/** The size of most text, in points. */
function bodySize(paragraphs: readonly FlowParagraph[]): number | null {
  const lengths = new Map<number, number>()
  for (const { points, text } of paragraphs)
    if (points !== null) lengths.set(points, (lengths.get(points) ?? 0) + text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Finds the title: the paragraphs of a title style, a first heading before any text, or the lines that look like one. */
export function findTitle(flow: readonly Flow[]): Found | null {
  const paragraphs = flow.filter((part) => part.kind === 'paragraph').filter((part) => says(part) !== '')
  const opening = paragraphs.slice(0, within)
  const styled = opening.filter(({ title }) => title)
  if (styled.length > 0) return joined(styled)
  const first = opening[0]
  const heading = first !== undefined && first.level === 1 && !/^第.{1,8}[编章节]/u.test(says(first))
  if (heading && couldBe(first)) return joined([first])
  return titleByLook(opening, bodySize(paragraphs))
}
