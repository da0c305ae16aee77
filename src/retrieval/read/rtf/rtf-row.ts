import { placeRows, type RowShape, type ShapedRow } from '../flow/place-rows.ts'
import type { Flow, FlowTable } from '../flow/flow.ts'
import type { RtfWord } from './rtf-tree.ts'

interface CellShape {
  edge: number
  merge: RowShape['merges'][number]
  widens: boolean
}

/** Collects the cells and rows of one table as an RTF file defines them: the shape of a row, then its cells, then its end. */
export function createRtfTable() {
  let left = 0
  let cells: CellShape[] = []
  let head = false
  let next: Omit<CellShape, 'edge'> = { merge: null, widens: false }
  let contents: (readonly Flow[])[] = []
  let rows: ShapedRow[] = []

  const shape = (): RowShape => {
    const count = Math.max(cells.length, contents.length)
    const edges = Array.from({ length: count + 1 }, (_, index) =>
      index === 0 ? left : (cells[index - 1]?.edge ?? (cells.at(-1)?.edge ?? 0) + 1000 * (index - cells.length)),
    )
    return {
      edges,
      merges: Array.from({ length: count }, (_, index) => cells[index]?.merge ?? null),
      widens: Array.from({ length: count }, (_, index) => cells[index]?.widens ?? false),
      head,
    }
  }

  return {
    /** Takes a word that shapes the row. */
    define({ name, value }: RtfWord): void {
      if (name === 'trowd') {
        cells = []
        head = false
        left = 0
      } else if (name === 'trleft') left = value ?? 0
      else if (name === 'trhdr') head = value !== 0
      else if (name === 'clvmgf') next = { ...next, merge: 'start' }
      else if (name === 'clvmrg') next = { ...next, merge: 'continue' }
      else if (name === 'clmrg') next = { ...next, widens: true }
      else if (name === 'cellx') {
        cells.push({ edge: value ?? 0, ...next })
        next = { merge: null, widens: false }
      }
    },
    endCell(content: readonly Flow[]): void {
      contents.push(content)
    },
    endRow(): void {
      if (contents.length > 0) rows.push({ shape: shape(), cells: contents })
      contents = []
    },
    /** The rows so far as a table, with the cells of a row that never ended behind it, and a new beginning. */
    take(): readonly Flow[] {
      const [taken, left] = [rows, contents]
      rows = []
      contents = []
      const table: FlowTable = { kind: 'table', rows: placeRows(taken) }
      return [...(taken.length === 0 ? [] : [table]), ...left.flat()]
    },
  }
}
