import { describe, expect, it } from 'vitest'
import { tableFromCells } from '../../../../src/retrieval/read/table/table-from-grid.ts'

const row = (...cells: readonly (readonly [string, number])[]) =>
  cells.map(([text, columns]) => ({ text, rows: 1, columns, head: false }))

describe('a form to fill in', () => {
  it('keeps its rows as they stand where they hardly share columns', () => {
    const table = tableFromCells([
      row(['户主姓名', 1], ['张某', 2], ['联系方式', 1], ['0000-1234', 2]),
      row(['现居何处', 1], ['云汀市滨江区新河路8号', 5]),
      row(['家里几口', 2], ['3', 1], ['每月收入几何', 2], ['4200元', 1]),
      row(['想说的话', 1], ['申请临时救助，望批准', 5]),
    ])
    expect(table?.columns.every((head) => head === '')).toBe(true)
    expect(table?.rows[1]?.filter((cell) => cell !== '')).toEqual(['现居何处', '云汀市滨江区新河路8号'])
  })

  it('is none where rows are parted by merged labels', () => {
    const table = tableFromCells([
      row(['类别', 1], ['项目', 1], ['金额', 1]),
      [{ text: '养犬', rows: 2, columns: 1, head: false }, ...row(['首年', 1], ['300元', 1])],
      row(['次年', 1], ['200元', 1]),
    ])
    expect(table?.columns).toEqual(['类别', '项目', '金额'])
    expect(table?.rows).toEqual([
      ['养犬', '首年', '300元'],
      ['养犬', '次年', '200元'],
    ])
  })
})
