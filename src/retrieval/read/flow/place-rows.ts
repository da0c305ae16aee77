import type { Flow, FlowCell } from './flow.ts'

/** How the cells of one row lie where a format gives their edges rather than grid columns. */
export interface RowShape {
  /** One edge more than cells, in twentieths of a point from the left. */
  edges: readonly number[]
  merges: readonly FlowCell['merge'][]
  /** Cells that only widen their left neighbour. */
  widens: readonly boolean[]
  head: boolean
}

export interface ShapedRow {
  shape: RowShape
  cells: readonly (readonly Flow[])[]
}

/** Twentieths of a point: edges of different rows that lie nearer together are one line. */
const sameLine = 40

/** The vertical lines of a table, from the edges of all its rows. */
function linesOf(rows: readonly ShapedRow[]): number[] {
  const edges = rows.flatMap(({ shape }) => shape.edges).sort((one, other) => one - other)
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > sameLine)
}

const lineAt = (lines: readonly number[], edge: number): number => {
  const beyond = lines.findIndex((line) => line > edge + sameLine)
  return (beyond < 0 ? lines.length : beyond) - 1
}

function placeRow({ shape, cells }: ShapedRow, lines: readonly number[]): FlowCell[] {
  const placed: FlowCell[] = []
  cells.forEach((content, index) => {
    const from = lineAt(lines, shape.edges[index] ?? 0)
    const to = lineAt(lines, shape.edges[index + 1] ?? shape.edges[index] ?? 0)
    const last = placed.at(-1)
    if (shape.widens[index] === true && last !== undefined) placed[placed.length - 1] = { ...last, to }
    else
      placed.push({ from, to: Math.max(from + 1, to), merge: shape.merges[index] ?? null, head: shape.head, content })
  })
  return placed
}

/** Lays rows of cells of any width on the common lines of their table. */
export function placeRows(rows: readonly ShapedRow[]): FlowCell[][] {
  const lines = linesOf(rows)
  return rows.map((row) => placeRow(row, lines))
}
