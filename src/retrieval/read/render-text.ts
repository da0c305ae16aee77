import { punctuationOf, renderRows } from './render-row.ts'
import type { Block } from './reading.ts'

/** One line, like a row, where it stood in a sheet: "问题：…；答复：…；依据：…"; else the question and its answer one below the other. */
function renderQuestion({ question, answer, more, heads }: Extract<Block, { kind: 'question' }>): string {
  const { colon, semicolon } = punctuationOf(`${question} ${answer}`)
  const others = Object.entries(more).map(([head, value]) => `${head}${colon}${value}`)
  const [asks, answers] = colon === '：' ? ['问', '答'] : ['Q', 'A']
  if (heads === undefined) return [`${asks}${colon}${question}`, `${answers}${colon}${answer}`, ...others].join('\n')
  const parts = [`${heads.question}${colon}${question}`, `${heads.answer}${colon}${answer}`, ...others]
  return parts.map((part) => part.replaceAll(/\s*\n\s*/gu, ' ')).join(semicolon)
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
      return [...(block.caption === null ? [] : [block.caption]), ...renderRows(block)].join('\n')
    case 'question':
      return renderQuestion(block)
    default:
      return block satisfies never
  }
}

/** A document as plain text, in reading order; each table row is one line that can be read with its heads. */
export const renderText = (document: { blocks: readonly Block[] }): string =>
  document.blocks.map(renderBlock).join('\n\n')
