import { textAt, type Grid } from './lay-out.ts'

/** A plain amount, share or code; a year heads columns and is none. */
const isFigure = (text: string) =>
  /^[\d\s.,，%％￥¥+~～—-]+(?:元|万元|%|天|日|个|人|次|项|岁|平方米)?$/u.test(text) &&
  !/^(?:19|20)\d\d年?度?$/u.test(text.trim())

/** A first row with figures where the rows below have figures is a row like them. */
function beginsWithFigures(grid: Grid): boolean {
  const [first, ...below] = grid
  const columns = (first ?? []).map((_, column) => column).slice(1)
  const alike = columns.filter((column) => {
    const under = below.filter((row) => isFigure(textAt(row, column)))
    return isFigure(textAt(first, column)) && under.length >= below.length * 0.7
  })
  return below.length > 0 && alike.length > 0 && alike.length >= columns.length / 2
}

/** How many of the first rows are heads: those marked so, else as many as the first row's merged cells reach down; none where it is a row like the others. */
export function countHeads(grid: Grid): number {
  if (grid.length === 1) return 0
  const marked = grid.findIndex((row) => !row.every((cell) => cell?.head === true))
  if (marked > 0) return marked
  const first = grid[0] ?? []
  const deepest = Math.max(1, ...first.map((cell) => cell?.spanRows ?? 1))
  const grouped = first.some((cell) => (cell?.spanColumns ?? 1) > 1 && (cell?.spanRows ?? 1) === 1)
  if (deepest === 1 && !grouped && beginsWithFigures(grid)) return 0
  const whole = first.every((cell) => cell?.spanRows === deepest || (cell?.spanColumns ?? 1) > 1)
  const deep = deepest > 1 && deepest < grid.length && (grouped || whole) ? deepest : grouped && grid.length > 2 ? 2 : 1
  return Math.min(deep, Math.max(1, grid.length - 1))
}
