import type { Block } from '../reading.ts'
import { boldHeading, lineBlock } from '../text/line-blocks.ts'
import { htmlListItems } from './html-list.ts'
import { isLayoutTable, readHtmlTable } from './html-table.ts'
import { sourceText, textIn } from './html-text.ts'

const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|data|dfn|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|o:p)$/iu
const passedOver =
  /^(?:script|style|noscript|template|head|iframe|object|svg|canvas|button|input|select|textarea|form-field)$/iu
const headings = /^h([1-6])$/iu
const bold = /^(?:b|strong)$/iu

type HeadingLevel = Extract<Block, { kind: 'heading' }>['level']

/** Text that runs on until a block begins; knows whether all of it is bold. */
function createOpenText(blocks: Block[]) {
  let text = ''
  let plain = false
  return {
    add(piece: string, isBold: boolean): void {
      text += piece
      if (piece.trim() !== '' && !isBold) plain = true
    },
    flush(): void {
      const lines = text.split('\n').map((line) => line.replaceAll(/ {2,}/gu, ' ').trim())
      const said = lines.filter((line) => line !== '')
      const [first] = said
      if (first !== undefined && said.length === 1 && !plain) blocks.push(boldHeading(first) ?? lineBlock(first))
      else blocks.push(...said.map(lineBlock))
      text = ''
      plain = false
    },
  }
}

/** Reads the elements under `root` in order as blocks: headings, paragraphs, lists and tables. Text between blocks is a paragraph. */
export function readHtmlBlocks(root: Element): Block[] {
  const blocks: Block[] = []
  const open = createOpenText(blocks)
  const visit = (node: ChildNode, isBold: boolean): void => {
    if (node.nodeType === 3) {
      const kept = node.parentElement !== null && node.parentElement.closest('pre') !== null
      open.add(kept ? (node.textContent ?? '') : sourceText(node.textContent ?? ''), isBold)
    }
    if (node.nodeType !== 1) return
    const element = node as Element
    const name = element.tagName
    if (passedOver.test(name)) return
    if (/^br$/iu.test(name)) open.add('\n', isBold)
    else if (inline.test(name)) element.childNodes.forEach((child) => visit(child, isBold || bold.test(name)))
    else {
      open.flush()
      readBlock(element, name)
      open.flush()
    }
  }
  const readBlock = (element: Element, name: string): void => {
    const heading = headings.exec(name)
    if (heading !== null) {
      const text = textIn(element)
      if (text !== '') blocks.push({ kind: 'heading', level: Number(heading[1]) as HeadingLevel, text })
    } else if (/^table$/iu.test(name) && !isLayoutTable(element)) {
      const table = readHtmlTable(element)
      if (table !== null) blocks.push(table)
    } else if (/^[uo]l$/iu.test(name)) {
      const items = htmlListItems(element)
      if (items.length > 0) blocks.push({ kind: 'list', items })
    } else {
      element.childNodes.forEach((child) => visit(child, false))
    }
  }
  root.childNodes.forEach((child) => visit(child, false))
  open.flush()
  return blocks
}
