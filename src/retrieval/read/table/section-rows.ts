import type { Grid } from './lay-out.ts'

/** A row of a table's body with the heading inside the table that it stands under. */
export interface SectionedRow {
  section: string
  row: Grid[number]
}

/** Characters: a longer row over the whole width is a note, not a heading. */
const longestSection = 40
const note = /^(?:注|备注|说明|Note)\s*\d*\s*[:：.]|[。；]$/iu

const overAll = (row: Grid[number], width: number) => width > 1 && row[0] !== undefined && row[0].spanColumns >= width

/** Parts the body of a table into rows under headings that reach over its whole width ("一、社会保险"), and the notes among them. */
export function sectionRows(body: Grid, width: number): { rows: readonly SectionedRow[]; notes: readonly string[] } {
  const rows: SectionedRow[] = []
  const notes: string[] = []
  let section = ''
  body.forEach((row, index) => {
    const text = row[0]?.text ?? ''
    if (!overAll(row, width)) rows.push({ section, row })
    else if (note.test(text) || text.length > longestSection || index === body.length - 1) notes.push(text)
    else section = text
  })
  return { rows, notes }
}
