import { joinLines } from './join-text.ts'
import { toLine, type Line, type Piece } from './lines.ts'
import type { Rule } from './page.ts'

export interface Footnote {
  mark: string
  text: string
  page: number
  /** The line its mark stands in; null where the mark was not found. */
  at: Line | null
}

const opening = /^[\[〔（(［]?(\d{1,3}|[①-⑳]|[*†‡]{1,3}|注\d{0,2})[\]〕）)］]?[\s　.、:：]*(?=\S)/u
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const bareMark = (text: string) => {
  const mark = text.trim().replaceAll(/[\[\]〔〕（）()［］]/gu, '')
  const place = circled.indexOf(mark)
  return mark.length === 1 && place >= 0 ? String(place + 1) : mark.replace(/^注/u, '')
}

const raisedMarks = (line: Line) => line.pieces.filter(({ raised }) => raised).map(({ text }) => bareMark(text))

/** A short line from the left margin, as stands above footnotes. */
function separators(rules: readonly Rule[], width: number): number[] {
  return rules
    .filter(({ along, from, to }) => along === 'x' && to - from > 20 && to - from < width * 0.5 && from < width * 0.4)
    .map(({ at }) => at)
}

/** Where the notes at the foot of a page begin, among its lines from top to bottom; their count where there are none. */
function notesFrom(lines: readonly Line[], bodySize: number, rulesAbove: readonly number[]): number {
  let start = lines.length
  while (start > 0 && (lines[start - 1]?.size ?? Infinity) < bodySize * 0.93) start -= 1
  const marks = new Set(lines.flatMap(raisedMarks))
  const under = (at: number) => {
    const [line, before] = [lines[at], lines[at - 1]]
    return line !== undefined && rulesAbove.some((y) => y < line.bottom && y > (before?.baseline ?? 0) - 1)
  }
  for (let at = start; at < lines.length; at += 1) {
    const mark = opening.exec(lines[at]?.text ?? '')?.[1]
    if (mark !== undefined && (marks.has(bareMark(mark)) || under(at))) return at
  }
  for (let at = Math.max(1, lines.length - 12); at < start; at += 1) {
    const mark = opening.exec(lines[at]?.text ?? '')?.[1]
    if (mark !== undefined && under(at) && marks.has(bareMark(mark))) return at
  }
  return lines.length
}

function toNotes(lines: readonly Line[]): { mark: string; text: string }[] {
  const notes: { mark: string; text: string }[] = []
  for (const { text } of lines) {
    const match = opening.exec(text)
    const last = notes.at(-1)
    const mark = bareMark(match?.[1] ?? '')
    const follows = last === undefined || !/^\d+$/u.test(mark) || Number(mark) === Number(last.mark) + 1
    if (match !== null && follows) notes.push({ mark, text: text.slice(match[0].length) })
    else if (last !== undefined) last.text = joinLines(last.text, text)
  }
  return notes
}

/** A raised digit that points to no note is an exponent: m², not m2. */
const exponent = (piece: Piece): Piece => ({
  ...piece,
  text: piece.text.replaceAll(/\d/gu, (digit) => superscripts[Number(digit)] ?? digit),
})

function withoutMarks(line: Line, known: ReadonlySet<string>): Line {
  if (!line.pieces.some(({ raised }) => raised)) return line
  const pieces = line.pieces
    .filter((piece) => !(piece.raised && known.has(bareMark(piece.text))))
    .map((piece) => (piece.raised && piece.baseline < line.baseline ? exponent(piece) : piece))
  return pieces.length === 0 ? line : toLine(line.page, pieces)
}

/**
 * Takes the notes at the foot of a page out of its lines, and their raised marks out of the text. Notes are in smaller print or under a
 * short line, and open with a mark that stands raised in the text.
 */
export function takeFootnotes(
  page: { number: number; width: number; rules: readonly Rule[] },
  lines: readonly Line[],
  bodySize: number,
): { lines: Line[]; notes: Footnote[] } {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline || a.left - b.left)
  const start = notesFrom(sorted, bodySize, separators(page.rules, page.width))
  const found = toNotes(sorted.slice(start))
  const known = new Set(found.map(({ mark }) => mark))
  const body = sorted.slice(0, start)
  const cleaned = new Map(body.map((line) => [line, withoutMarks(line, known)]))
  const notes = found.map((note): Footnote => {
    const host = body.find((line) => raisedMarks(line).includes(note.mark))
    return { ...note, page: page.number, at: host === undefined ? null : (cleaned.get(host) ?? null) }
  })
  return { lines: [...cleaned.values()].filter(({ text }) => text !== ''), notes }
}
