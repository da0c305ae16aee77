import { renderRows } from './read/render-row.ts'
import type { Table } from './read/reading.ts'
import { isLeadIn } from './markers.ts'
import type { PlacedUnit } from './units.ts'

/** The words before a table that it cannot be understood without: its caption, or the line that announces it. */
function leadOf(table: Table, before: PlacedUnit | null): string | null {
  if (table.caption !== null && table.caption.trim() !== '') return table.caption.trim()
  const line = before?.text.split('\n').at(-1) ?? ''
  return before !== null && before.kind !== 'row' && isLeadIn(line) && line.length <= 120 ? line : null
}

/** Each row of a table as a unit that can be read alone: "label：head：value；head：value". */
export const rowUnits = (table: Table, before: PlacedUnit | null, section: readonly string[]): PlacedUnit[] => {
  const lead = leadOf(table, before)
  return renderRows(table).map((text) => ({ kind: 'row', text, lead, section }))
}
