import type { Cell } from '../table/lay-out.ts'

/** A cell of a sheet; a merged one stands in every place that it covers, as the same object. */
export interface SheetCell {
  text: string
}

/** Rows of places; null where nothing stands. */
export type SheetMatrix = readonly (readonly (SheetCell | null)[])[]

const says = (cell: SheetCell | null | undefined) => cell !== null && cell !== undefined && cell.text !== ''

export const isBlankRow = (row: readonly (SheetCell | null)[]): boolean => !row.some(says)

/** The different texts of a row, from the left. */
export const textsOf = (row: readonly (SheetCell | null)[]): string[] =>
  [...new Set(row.filter((cell) => cell !== null))].map(({ text }) => text).filter((text) => text !== '')

/** Leaves out columns in which nothing stands. */
export function withoutBlankColumns(rows: SheetMatrix): SheetMatrix {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => says(row[column])),
  )
  return rows.map((row) => used.map((column) => row[column] ?? null))
}

const run = (count: number, same: (index: number) => boolean): number => {
  let length = 1
  while (length < count && same(length)) length += 1
  return length
}

/** The same rows as cells with spans, as tables in documents have them. */
export function toCells(rows: SheetMatrix): Cell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row, down) => {
    const cells: Cell[] = []
    for (let column = 0; column < width; column += 1) {
      const cell = row[column] ?? null
      if (cell !== null && (row[column - 1] === cell || rows[down - 1]?.[column] === cell)) continue
      cells.push({
        text: cell?.text.replaceAll(/\s*\n\s*/gu, ' ') ?? '',
        rows: cell === null ? 1 : run(rows.length - down, (index) => rows[down + index]?.[column] === cell),
        columns: cell === null ? 1 : run(width - column, (index) => row[column + index] === cell),
        head: false,
      })
    }
    return cells
  })
}
