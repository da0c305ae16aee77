import type { Grid, GridCell } from './grid.ts'
import { findRegions, type Band, type Region } from './level-bands.ts'
import { toLines } from './lines.ts'
import type { Page, Rule, Run } from './page.ts'
import { cellText } from './ruled-tables.ts'
import { mergeRules, mostRules } from './rules.ts'
import { countRows, findRows, stripsUnder, type Strip } from './table-strips.ts'

interface Sheet {
  page: number
  strips: readonly Strip[]
  /** Where the room of each column ends. */
  ends: readonly number[]
}

const textIn = ({ page, ends }: Sheet, runs: readonly Run[], last: number) =>
  cellText(toLines(page, runs), ends[last] ?? Infinity)

/** The cells of one row; a text over several columns covers them. */
function rowCells(sheet: Sheet, runs: readonly Run[], row: number): GridCell[] {
  const spans = runs.map((run) => ({ run, ...stripsUnder(run, sheet.strips) }))
  const cells: GridCell[] = []
  for (let column = 0; column < sheet.strips.length;) {
    let last = column
    for (const { from, to } of spans) if (from <= last && to > last) last = to
    const own = spans.filter(({ from }) => from >= column && from <= last).map(({ run }) => run)
    cells.push({ row, column, rows: 1, columns: last - column + 1, text: textIn(sheet, own, last) })
    column = last + 1
  }
  return cells
}

/** Level lines inside a head that reach over some columns: they part a group from the heads under it. */
function partRules(rules: readonly Rule[], band: Band, region: Region): Rule[] {
  return rules.filter(
    ({ along, at, from, to }) =>
      along === 'x' &&
      at > band.top + 4 &&
      at < band.bottom - 4 &&
      from >= region.left - 4 &&
      to <= region.right + 4 &&
      to - from < (region.right - region.left) * 0.95,
  )
}

/** The cells of a head. A group stands over a line that reaches as far as its columns; other heads reach down beside it. */
function headCells(sheet: Sheet, band: Band, parts: readonly Rule[]): { cells: GridCell[]; rowCount: number } {
  if (parts.length === 0) return { cells: rowCells(sheet, band.runs, 0), rowCount: 1 }
  const cells: GridCell[] = []
  const grouped = new Set<number>()
  for (const { at, from, to } of parts) {
    const under = stripsUnder({ left: from, right: to }, sheet.strips)
    const within = band.runs.filter((run) => run.right > from && run.left < to)
    const above = within.filter(({ baseline }) => baseline < at)
    cells.push({
      row: 0,
      column: under.from,
      rows: 1,
      columns: under.to - under.from + 1,
      text: textIn(sheet, above, under.to),
    })
    for (let column = under.from; column <= under.to; column += 1) {
      const own = within.filter((run) => run.baseline > at && stripsUnder(run, sheet.strips).from === column)
      cells.push({ row: 1, column, rows: 1, columns: 1, text: textIn(sheet, own, column) })
      grouped.add(column)
    }
  }
  sheet.strips.forEach((_, column) => {
    if (grouped.has(column)) return
    const own = band.runs.filter((run) => stripsUnder(run, sheet.strips).from === column)
    cells.push({ row: 0, column, rows: 2, columns: 1, text: textIn(sheet, own, column) })
  })
  return { cells, rowCount: 2 }
}

/** An empty first cell beside filled ones belongs to the label above. */
function mergeLabels(cells: readonly GridCell[], from: number): GridCell[] {
  const kept: GridCell[] = []
  let label: GridCell | null = null
  for (const cell of cells) {
    const first = cell.column === 0 && cell.row >= from
    const row = cells.filter((other) => other.row === cell.row)
    const beside = row.length > 2 && row.every(({ text, column }) => column === 0 || text !== '')
    if (first && cell.text === '' && label !== null && beside) {
      label.rows += 1
      continue
    }
    const copy = { ...cell }
    if (first) label = copy
    kept.push(copy)
  }
  return kept
}

/** The table of a region whose first band holds its heads. */
export function regionToGrid(page: number, region: Region, rules: readonly Rule[]): Grid {
  const { strips, bands } = region
  const ends = strips.map((_, at) => (strips[at + 1]?.left ?? region.right + 6) - 6)
  const sheet = { page, strips, ends }
  const [head, ...body] = bands
  const top = head === undefined ? { cells: [], rowCount: 0 } : headCells(sheet, head, partRules(rules, head, region))
  // Where lines part the rows, what stands between two of them is one row, however many lines it has.
  const single = body.filter((band) => countRows(band.runs, strips) <= 1).length
  const parted = body.length > 1 && single >= body.length / 2
  const rows = body.flatMap((band) => (parted ? [[...band.runs]] : findRows(band.runs, strips)))
  const cells = rows.flatMap((row, at) => rowCells(sheet, row, top.rowCount + at))
  return {
    kind: 'grid',
    page,
    lastPage: page,
    rowCount: top.rowCount + rows.length,
    columnCount: strips.length,
    edges: [...strips.map(({ left }) => left), region.right],
    loose: true,
    cells: mergeLabels([...top.cells, ...cells], top.rowCount),
    headRows: top.rowCount,
    caption: null,
    left: region.left,
    right: region.right,
    top: bands[0]?.top ?? 0,
    bottom: bands.at(-1)?.bottom ?? 0,
  }
}

/** Tables that have level lines but no upright ones, and the runs that stand in none of them. */
export function takeOpenTables(page: Page, runs: readonly Run[]): { grids: Grid[]; rest: Run[] } {
  if (page.rules.length > mostRules) return { grids: [], rest: [...runs] }
  const rules = mergeRules(page.rules.filter(({ along }) => along === 'x'))
  const regions = findRegions(rules, page.rules, runs)
  const taken = new Set(regions.flatMap(({ bands }) => bands.flatMap((band) => band.runs)))
  return {
    grids: regions.map((region) => regionToGrid(page.number, region, rules)),
    rest: runs.filter((run) => !taken.has(run)),
  }
}
