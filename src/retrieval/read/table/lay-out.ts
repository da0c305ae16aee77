/** A cell as written: it may cover several rows and columns. */
export interface Cell {
  text: string
  rows: number
  columns: number
  head: boolean
}

/** A cell on the grid; one that covers several places stands in each of them. */
export interface Placed {
  text: string
  head: boolean
  /** Row and column where the covering cell begins. */
  fromRow: number
  fromColumn: number
  spanRows: number
  spanColumns: number
}

export type Grid = readonly (readonly (Placed | undefined)[])[]

const widest = 200

/** Lays cells out on a grid; a cell that covers several places stands in each of them. */
export function layOut(rows: readonly (readonly Cell[])[]): (Placed | undefined)[][] {
  const grid: (Placed | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1
      const [spanRows, spanColumns] = [
        Math.max(1, Math.min(cell.rows, rows.length - row)),
        Math.max(1, Math.min(cell.columns, widest)),
      ]
      const placed = { text: cell.text, head: cell.head, fromRow: row, fromColumn: column, spanRows, spanColumns }
      for (let down = 0; down < spanRows; down += 1)
        for (let right = 0; right < spanColumns; right += 1) (grid[row + down] ??= [])[column + right] = placed
      column += spanColumns
    }
  })
  return grid
}

export const textAt = (row: readonly (Placed | undefined)[] | undefined, column: number): string =>
  row?.[column]?.text ?? ''
