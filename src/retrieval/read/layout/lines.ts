import { joinPieces } from './join-text.ts'
import { boxOf, type Box, type Run } from './page.ts'

export interface Piece extends Run {
  /** Smaller and above or below the line, as a footnote's number is. */
  raised: boolean
}

/** Text on one baseline without wide gaps. */
export interface Line extends Box {
  kind: 'line'
  page: number
  text: string
  baseline: number
  size: number
  bold: boolean
  pieces: readonly Piece[]
}

interface Row {
  baseline: number
  size: number
  pieces: Piece[]
}

/** A gap wider than this many letter heights parts two texts on one baseline. */
const parting = 1.2

/** Heavy print is often the same text drawn twice with a small shift. */
function dropDoubles(runs: readonly Run[]): Run[] {
  const kept = new Map<string, Run[]>()
  return runs.flatMap((run) => {
    const key = `${run.text}\n${Math.round(run.baseline / 4)}`
    const near = (other: Run) =>
      Math.abs(other.left - run.left) < run.size * 0.15 && Math.abs(other.baseline - run.baseline) < run.size * 0.15
    const same = kept.get(key) ?? []
    const first = same.find(near)
    if (first !== undefined) {
      first.bold = true
      return []
    }
    const copy = { ...run }
    kept.set(key, [...same, copy])
    return [copy]
  })
}

function toRows(runs: readonly Run[]): Row[] {
  const rows: Row[] = []
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const piece = { ...run, raised: false }
    const row = rows
      .slice(-6)
      .find(({ baseline, size }) => Math.abs(baseline - run.baseline) <= 0.3 * Math.min(size, run.size))
    if (row === undefined) rows.push({ baseline: run.baseline, size: run.size, pieces: [piece] })
    else {
      row.pieces.push(piece)
      row.size = Math.max(row.size, run.size)
    }
  }
  return rows
}

/** The row whose letters `piece` stands beside as a raised or lowered mark. */
function hostOf(piece: Piece, rows: readonly Row[]): Row | undefined {
  return rows.find(
    ({ baseline, size, pieces }) =>
      piece.size < size * 0.8 &&
      piece.baseline > baseline - size * 0.75 &&
      piece.baseline < baseline + size * 0.35 &&
      pieces.some(
        (other) =>
          !other.raised &&
          other.size >= size * 0.8 &&
          piece.left < other.right + size * 0.5 &&
          piece.right > other.left - size * 0.5,
      ),
  )
}

function placeRaised(rows: readonly Row[]): Row[] {
  const moved = new Set<Piece>()
  rows.forEach((row, at) => {
    const around = rows.slice(Math.max(0, at - 3), at + 4).filter((other) => other !== row)
    for (const piece of row.pieces) {
      const host = hostOf(piece, around)
      if (host === undefined) continue
      moved.add(piece)
      host.pieces.push({ ...piece, raised: true })
    }
  })
  return rows
    .map((row) => ({ ...row, pieces: row.pieces.filter((piece) => !moved.has(piece)) }))
    .filter(({ pieces }) => pieces.length > 0)
}

/** The size most of the letters have. */
export function commonSize(pieces: readonly Pick<Run, 'text' | 'size'>[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

export const textOf = (pieces: readonly Piece[]): string =>
  pieces.reduce((text, piece, at) => {
    const before = pieces[at - 1]
    return joinPieces(
      text,
      piece.text,
      before === undefined ? 0 : (piece.left - before.right) / Math.max(1, before.size),
    )
  }, '')

/** A line of pieces in the order given, which is from left to right. */
export function toLine(page: number, pieces: readonly Piece[]): Line {
  const level = pieces.filter(({ raised }) => !raised)
  const size = commonSize(level.length > 0 ? level : pieces)
  const boxes = pieces.map(boxOf)
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0)
  const heavy = pieces.reduce((sum, { text, bold }) => sum + (bold ? text.length : 0), 0)
  return {
    kind: 'line',
    page,
    text: textOf(pieces).trim(),
    baseline: (level.find((piece) => piece.size === size) ?? pieces[0])?.baseline ?? 0,
    size,
    bold: heavy > letters * 0.8,
    pieces,
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

function partRow(page: number, row: Row): Line[] {
  const pieces = [...row.pieces].sort((a, b) => a.left - b.left || b.right - a.right)
  const parts: Piece[][] = []
  let reach = -Infinity
  for (const piece of pieces) {
    const open = parts.at(-1)
    if (open === undefined || piece.left - reach > parting * Math.max(piece.size, row.size * 0.6)) parts.push([piece])
    else open.push(piece)
    reach = Math.max(reach, piece.right)
  }
  return parts.map((part) => toLine(page, part))
}

/** The lines of a page from top to bottom, those on one baseline from left to right; a wide gap begins another line. */
export function toLines(page: number, runs: readonly Run[]): Line[] {
  const rows = placeRaised(toRows(dropDoubles(runs)))
  return rows
    .sort((a, b) => a.baseline - b.baseline)
    .flatMap((row) => partRow(page, row))
    .filter(({ text }) => text !== '')
}
