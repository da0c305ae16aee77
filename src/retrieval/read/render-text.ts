import type { Block, Table } from './reading.ts'

const labelOf = (table: Table, row: readonly string[]) => {
  const labels = row.slice(0, table.labelColumns).filter((value) => value !== '')
  return labels.filter((value, index) => value !== labels[index - 1]).join(' ')
}

/** One line for a row: what names it, then each head path with its value: "小学 班主任：津贴 乡村：910；学时：72". */
export function renderRow(table: Table, row: readonly string[]): string {
  const values = row
    .map((value, column) => ({ value, head: table.columns[column] ?? '', column }))
    .filter(({ value, column }) => column >= table.labelColumns && value !== '')
    .map(({ head, value }) => (head === '' ? value : `${head}：${value}`))
  const label = labelOf(table, row)
  return values.length === 0 ? label : `${label}：${values.join('；')}`
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.map(({ text, level }) => `${'  '.repeat(level)}${text}`).join('\n')
    case 'table':
      return [
        ...(block.caption === null ? [] : [block.caption]),
        ...block.rows.map((row) => renderRow(block, row)),
      ].join('\n')
    case 'question': {
      const more = Object.entries(block.more).filter(([, value]) => value !== '')
      return [`问：${block.question}`, `答：${block.answer}`, ...more.map(([head, value]) => `${head}：${value}`)].join(
        '\n',
      )
    }
    default:
      return block satisfies never
  }
}

/** A document as plain text, in reading order; each table row is one line that can be read with its heads. */
export const renderText = (document: { blocks: readonly Block[] }): string =>
  document.blocks.map(renderBlock).join('\n\n')
