import type { Table } from './reading.ts'

/** What stands between a name and its value, and between values. */
export interface Punctuation {
  colon: string
  semicolon: string
}

const chinese: Punctuation = { colon: '：', semicolon: '；' }
const english: Punctuation = { colon: ': ', semicolon: '; ' }

/** The punctuation of the language that a text is in; Chinese where it has no words. */
export function punctuationOf(text: string): Punctuation {
  const signs = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0
  const words = text.match(/[a-z]{2,}/giu)?.length ?? 0
  return words > signs ? english : chinese
}

const labelOf = (table: Table, row: readonly string[]) =>
  [...new Set(row.slice(0, table.labelColumns).map((value) => value.trim()))].filter((value) => value !== '').join(' ')

/** One line for a row: what names it, then each head path with its value: "小学 班主任：津贴 乡村：910；学时：72". */
export function renderRow(
  table: Table,
  row: readonly string[],
  { colon, semicolon } = tablePunctuation(table),
): string {
  const values = row
    .map((value, column) => ({ value: value.trim(), head: table.columns[column]?.trim() ?? '', column }))
    .filter(({ value, column }) => column >= table.labelColumns && value !== '')
    .map(({ head, value }) => (head === '' ? value : `${head}${colon}${value}`))
    .filter((value, index, all) => value !== all[index - 1])
  const label = labelOf(table, row)
  if (values.length === 0) return label
  return label === '' ? values.join(semicolon) : `${label}${colon}${values.join(semicolon)}`
}

const tablePunctuation = ({ caption, columns, rows }: Table): Punctuation =>
  punctuationOf([caption ?? '', ...columns, ...rows.flat()].join(' '))

/** All rows of a table, each as one line that can be read alone. */
export function renderRows(table: Table): string[] {
  const punctuation = tablePunctuation(table)
  return table.rows.map((row) => renderRow(table, row, punctuation))
}
