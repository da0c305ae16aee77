import type { Table } from './read/reading.ts'
import { isLeadIn } from './markers.ts'
import type { PlacedUnit } from './units.ts'

/** The words before a table that it cannot be understood without: its caption, or the line that announces it. */
function leadOf(table: Table, before: PlacedUnit | null): string | null {
  if (table.caption !== null && table.caption.trim() !== '') return table.caption.trim()
  const line = before?.text.split('\n').at(-1) ?? ''
  return before !== null && before.kind !== 'row' && isLeadIn(line) && line.length <= 120 ? line : null
}

function rowText(table: Table, row: readonly string[]): string {
  const labels = [...new Set(row.slice(0, table.labelColumns).map((cell) => cell.trim()))].filter(Boolean)
  const values = row.flatMap((cell, index) => {
    const value = cell.trim()
    const head = table.columns[index]?.trim() ?? ''
    if (index < table.labelColumns || value === '') return []
    return [head === '' ? value : `${head}：${value}`]
  })
  if (values.length === 0) return labels.join(' ')
  return labels.length === 0 ? values.join('；') : `${labels.join(' ')}：${values.join('；')}`
}

/** Each row of a table as a unit that can be read alone: "label：head：value；head：value". */
export const rowUnits = (table: Table, before: PlacedUnit | null, section: readonly string[]): PlacedUnit[] => {
  const lead = leadOf(table, before)
  return table.rows.map((row) => ({ kind: 'row', text: rowText(table, row), lead, section }))
}
