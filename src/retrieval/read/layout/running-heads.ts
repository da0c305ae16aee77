import { commonSize, type Line } from './lines.ts'

export interface PageLines {
  number: number
  height: number
  lines: readonly Line[]
}

/** Heads and feet stand in these parts of the page's height, among so many lines from its edge. */
const zone = 0.14
const outermost = 4
/** Same place on two pages, points. */
const slack = 4

const pageNumber =
  /^(?:[-–—―－·•.|\s]*\d{1,4}[-–—―－·•.|\s]*|[-–—―－\s]*[ivxlc]{1,6}[-–—―－\s]*|第?\s*[\d〇零一二三四五六七八九十百]{1,5}\s*页(?:[，,/\s（(]*共?\s*[\d〇零一二三四五六七八九十百]{1,5}\s*页?[）)]?)?|(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*(?:\/|of)\s*\d{1,4})$/iu
const marked = /^[-–—―－·•|\s]*[-–—―－·•|][\s]*\d{1,4}|页|page|\d\s*\/\s*\d/iu
/** What opens an annex or a chapter stands at the top of many pages and is no running head. */
const opensPart =
  /^(?:附件|附表|附录|附图|表|图|第.{1,6}[编章节条部分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])/u

const annex = /^(?:附件|附表|附录)/u

interface Candidate {
  line: Line
  page: PageLines
  top: boolean
}

function candidates(page: PageLines): Candidate[] {
  const sorted = [...page.lines].sort((a, b) => a.baseline - b.baseline)
  const heights = [...new Set(sorted.map(({ baseline }) => Math.round(baseline)))]
  const [first, last] = [new Set(heights.slice(0, outermost)), new Set(heights.slice(-outermost))]
  return sorted.flatMap((line): Candidate[] => {
    const at = Math.round(line.baseline)
    if (line.bottom < page.height * zone && first.has(at)) return [{ line, page, top: true }]
    return line.top > page.height * (1 - zone) && last.has(at) ? [{ line, page, top: false }] : []
  })
}

/** What stays the same of a running head: its words, with the number that counts the pages left out. */
function signature(text: string, page: number): string {
  const bare = text.replaceAll(/\s+/gu, '')
  if (opensPart.test(bare)) return bare
  return bare.replaceAll(/\d{1,4}/gu, (number) => `#${Number(number) - page}`)
}

const numbered = (text: string) => pageNumber.test(text.trim())

/** Nothing but other heads stands beyond it towards the edge of the page, and the text stands far from it on the other side. */
function standsApart({ line, page, top }: Candidate, heads: ReadonlySet<Line>): boolean {
  const others = page.lines.filter(
    (other) => !heads.has(other) && Math.abs(other.baseline - line.baseline) > line.size * 0.5,
  )
  const beyond = others.filter((other) => (top ? other.baseline < line.baseline : other.baseline > line.baseline))
  const inner = others.filter((other) => !beyond.includes(other))
  const room = Math.min(...inner.map((other) => Math.abs(other.baseline - line.baseline)))
  return beyond.every((other) => numbered(other.text)) && room > line.size * 1.8
}

function repeatedHeads(all: readonly Candidate[]): Set<Line> {
  const groups: Candidate[][] = []
  const bySignature = new Map<string, Candidate[][]>()
  for (const candidate of all) {
    const { line, page, top } = candidate
    const key = `${String(top)}${signature(line.text, page.number)}`
    const same = bySignature.get(key) ?? []
    const group = same.find(([first]) => first !== undefined && Math.abs(first.line.baseline - line.baseline) <= slack)
    if (group === undefined) {
      groups.push([candidate])
      bySignature.set(key, [...same, groups.at(-1) ?? []])
    } else group.push(candidate)
  }
  const repeated = groups.filter((group) => new Set(group.map(({ page }) => page.number)).size >= 2)
  return new Set(repeated.flat().map(({ line }) => line))
}

/**
 * Lines that belong to the paper and not to the text: those that stand in the same place with the same words on several pages, page
 * numbers, and what stands where most pages have a running head in smaller print.
 */
export function findRunningHeads(pages: readonly PageLines[]): Set<Line> {
  const all = pages.flatMap(candidates)
  const body = commonSize(pages.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces)))
  const repeated = repeatedHeads(all)
  const small = (line: Line) => line.size < body * 0.95
  const heads = new Set(
    all
      .filter(({ line }) => repeated.has(line) && !(annex.test(line.text) && !small(line)))
      .filter((candidate) => small(candidate.line) || standsApart(candidate, repeated))
      .map(({ line }) => line),
  )
  for (const candidate of all) {
    const { line } = candidate
    if (!standsApart(candidate, heads)) continue
    const counts =
      numbered(line.text) && (pages.length > 1 || marked.test(line.text) || line.top > candidate.page.height * 0.9)
    // A document of one page repeats nothing: small print at the very edge is all there is to go by.
    const atEdge = line.bottom < candidate.page.height * 0.07 || line.top > candidate.page.height * 0.93
    if (counts || (pages.length === 1 && atEdge && line.size < body * 0.92)) heads.add(line)
  }
  const slots = new Map<string, Set<number>>()
  const slotOf = ({ line, top }: Candidate) => `${String(top)}${Math.round(line.baseline / slack)}`
  for (const candidate of all)
    if (heads.has(candidate.line))
      slots.set(slotOf(candidate), (slots.get(slotOf(candidate)) ?? new Set()).add(candidate.page.number))
  for (const candidate of all) {
    const used = slots.get(slotOf(candidate))?.size ?? 0
    const likely = small(candidate.line) && !opensPart.test(candidate.line.text)
    if (used > 1 && used >= pages.length * 0.5 && likely) heads.add(candidate.line)
  }
  return heads
}
