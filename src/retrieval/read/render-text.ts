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
    .filter((value, index, all) => value !== all[index - 1])
  const label = labelOf(table, row)
  if (values.length === 0) return label
  return label === '' ? values.join('；') : `${label}：${values.join('；')}`
}

/** One line, like a row, where it stood in a sheet: "问题：…；答复：…；依据：…"; else the question and its answer one below the other. */
function renderQuestion({ question, answer, more, heads }: Extract<Block, { kind: 'question' }>): string {
  const others = Object.entries(more).map(([head, value]) => `${head}：${value}`)
  if (heads === undefined) return [`问：${question}`, `答：${answer}`, ...others].join('\n')
  const parts = [`${heads.question}：${question}`, `${heads.answer}：${answer}`, ...others]
  return parts.map((part) => part.replaceAll(/\s*\n\s*/gu, ' ')).join('；')
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
    case 'question':
      return renderQuestion(block)
    default:
      return block satisfies never
  }
}

/** A document as plain text, in reading order; each table row is one line that can be read with its heads. */
export const renderText = (document: { blocks: readonly Block[] }): string =>
  document.blocks.map(renderBlock).join('\n\n')
