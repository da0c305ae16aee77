import { firstToken, joinLines, joinPieces, widthInEms } from './join-text.ts'
import type { Grid, GridCell } from './grid.ts'
import { commonSize, toLines, type Line } from './lines.ts'
import type { Page, Run } from './page.ts'
import { clusterPositions, findFrames, near, type Frame } from './rules.ts'

/** More cells than this are squared paper. */
const mostCells = 20_000

const middle = (from: number, to: number) => (from + to) / 2

/** Whether a line closes the side at `at` between `from` and `to`; the outermost sides count as closed. */
function closedAt(frame: Frame, slack: number, along: 'x' | 'y', at: number, from: number, to: number): boolean {
  const rules = along === 'x' ? frame.horizontal : frame.vertical
  const half = middle(from, to)
  return rules.some((rule) => Math.abs(rule.at - at) <= slack && rule.from <= half && rule.to >= half)
}

type Place = Omit<GridCell, 'text'>

/** The cells of a frame: each reaches right and down as far as no line stops it. */
function placeCells(frame: Frame, slack: number, xs: readonly number[], ys: readonly number[]): Place[] {
  const [columnCount, rowCount] = [xs.length - 1, ys.length - 1]
  const taken = new Set<number>()
  const x = (at: number) => xs[at] ?? 0
  const y = (at: number) => ys[at] ?? 0
  const openRight = (row: number, column: number) =>
    column + 1 < columnCount &&
    !taken.has(row * columnCount + column + 1) &&
    !closedAt(frame, slack, 'y', x(column + 1), y(row), y(row + 1))
  const openDown = (row: number, column: number) =>
    row + 1 < rowCount && !closedAt(frame, slack, 'x', y(row + 1), x(column), x(column + 1))
  const places: Place[] = []
  for (let row = 0; row < rowCount; row += 1)
    for (let column = 0; column < columnCount; column += 1) {
      if (taken.has(row * columnCount + column)) continue
      let columns = 1
      while (openRight(row, column + columns - 1)) columns += 1
      let rows = 1
      const spans = () => Array.from({ length: columns }, (_, at) => column + at)
      while (
        spans().every((at) => openDown(row + rows - 1, at)) &&
        spans()
          .slice(1)
          .every((at) => !closedAt(frame, slack, 'y', x(at), y(row + rows), y(row + rows + 1)))
      )
        rows += 1
      for (let down = 0; down < rows; down += 1) for (const at of spans()) taken.add((row + down) * columnCount + at)
      places.push({ row, column, rows, columns })
    }
  return places
}

/** Cuts a run that was drawn over several columns where its letters pass a line between them. */
function splitRun(run: Run, frame: Frame): Run[] {
  const height = run.baseline - run.size * 0.35
  const cuts = frame.vertical
    .filter(({ from, to }) => from <= height && to >= height)
    .map(({ at }) => at)
    .filter((at) => at > run.left + run.size * 0.6 && at < run.right - run.size * 0.6)
  if (cuts.length === 0) return [run]
  const scale = (run.right - run.left) / Math.max(0.01, widthInEms(run.text))
  const parts: Run[] = []
  let [text, left, right] = ['', run.left, run.left]
  for (const letter of run.text) {
    const next = right + widthInEms(letter) * scale
    const cut = cuts.find((at) => at > left && at <= middle(right, next))
    if (cut !== undefined && text !== '') {
      parts.push({ ...run, text: text.trim(), left, right })
      ;[text, left] = ['', right]
    }
    text += letter
    right = next
  }
  return [...parts, { ...run, text: text.trim(), left, right }].filter((part) => part.text !== '')
}

/** The text of a cell. A line that had room for the next word was ended on purpose, so a space stands there. */
export function cellText(lines: readonly Line[], right: number): string {
  // Upright writing: one letter a line.
  if (lines.length > 1 && lines.every(({ text }) => /^\p{Script=Han}$/u.test(text)))
    return lines.map(({ text }) => text).join('')
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1]
    if (before === undefined) return line.text
    if (Math.abs(before.baseline - line.baseline) < 1) return joinPieces(text, line.text, 1)
    const room = right - before.right > widthInEms(firstToken(line.text)) * line.size + before.size * 0.8
    return room && !/^[（(]/u.test(line.text) ? `${text} ${line.text}` : joinLines(text, line.text)
  }, '')
}

const inside = (run: Run, frame: { left: number; right: number; top: number; bottom: number }) => {
  const [x, y] = [middle(run.left, run.right), run.baseline - run.size * 0.35]
  return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
}

function gridOf(page: number, frame: Frame, runs: readonly Run[]): Grid | null {
  // Between lines nearer than this no letter has room: they are two sides of one border, as boxes drawn one by one leave them.
  const slack = Math.max(near, commonSize(runs) * 0.7)
  const xs = clusterPositions([frame.left, frame.right, ...frame.vertical.map(({ at }) => at)], slack)
  const ys = clusterPositions([frame.top, frame.bottom, ...frame.horizontal.map(({ at }) => at)], slack)
  const [columnCount, rowCount] = [xs.length - 1, ys.length - 1]
  if (columnCount < 2 || rowCount < 1 || columnCount * rowCount > mostCells) return null
  // Two boxes side by side are two columns of text, not a table.
  if (rowCount === 1 && columnCount < 3) return null
  const pieces = runs.flatMap((run) => splitRun(run, frame))
  const cells = placeCells(frame, slack, xs, ys).map((place): GridCell => {
    const box = {
      left: xs[place.column] ?? 0,
      right: xs[place.column + place.columns] ?? 0,
      top: ys[place.row] ?? 0,
      bottom: ys[place.row + place.rows] ?? 0,
    }
    const own = pieces.filter((run) => inside(run, box))
    return { ...place, text: cellText(toLines(page, own), box.right) }
  })
  if (cells.filter(({ text }) => text !== '').length < 2) return null
  return {
    kind: 'grid',
    page,
    lastPage: page,
    rowCount,
    columnCount,
    edges: xs,
    loose: false,
    cells,
    headRows: null,
    caption: null,
    left: frame.left,
    right: frame.right,
    top: frame.top,
    bottom: frame.bottom,
  }
}

const area = (frame: Frame) => (frame.right - frame.left) * (frame.bottom - frame.top)

/** Tables drawn with lines, and the runs that stand in none of them. A frame around running text is no table. */
export function takeRuledTables(page: Page, runs: readonly Run[]): { grids: Grid[]; rest: Run[] } {
  let rest = [...runs]
  const grids: Grid[] = []
  for (const frame of findFrames(page.rules).sort((a, b) => area(a) - area(b))) {
    const own = rest.filter((run) => inside(run, frame))
    const grid = own.length === 0 ? null : gridOf(page.number, frame, own)
    if (grid === null) continue
    grids.push(grid)
    const taken = new Set(own)
    rest = rest.filter((run) => !taken.has(run))
  }
  return { grids, rest }
}
