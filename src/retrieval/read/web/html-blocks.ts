import type { Block } from '../reading.ts'
import { lineBlock } from '../text/line-blocks.ts'
import { readHtmlTable } from './html-table.ts'

const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|data|dfn|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr|o:p)$/iu
const passedOver =
  /^(?:script|style|noscript|template|head|iframe|object|svg|canvas|button|input|select|textarea|form-field)$/iu
const headings = /^h([1-6])$/iu

const tidy = (text: string) =>
  text
    .replaceAll(/[ \t\r\n\f]+/gu, ' ')
    .replaceAll(/\u00a0/gu, ' ')
    .trim()

function itemsOf(list: Element, level: number): { text: string; level: number }[] {
  const ordered = /^ol$/iu.test(list.tagName)
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  return [...list.children]
    .filter((child) => /^li$/iu.test(child.tagName))
    .flatMap((item, index) => {
      const own = [...item.childNodes]
        .filter((child) => !/^[uo]l$/iu.test(child.nodeName))
        .map((child) => child.textContent ?? '')
        .join('')
      const inner = [...item.children]
        .filter((child) => /^[uo]l$/iu.test(child.tagName))
        .flatMap((child) => itemsOf(child, level + 1))
      return [{ text: `${ordered ? `${start + index}. ` : '- '}${tidy(own)}`, level }, ...inner]
    })
    .filter(({ text }) => !/^(?:-|\d+\.)\s*$/u.test(text))
}

/** Reads the elements under `root` in order as blocks: headings, paragraphs, lists and tables. Text between blocks is a paragraph. */
export function readHtmlBlocks(root: Element): Block[] {
  const blocks: Block[] = []
  let open = ''
  const flush = () => {
    for (const line of open.split('\n').map(tidy)) if (line !== '') blocks.push(lineBlock(line))
    open = ''
  }
  const visit = (node: ChildNode): void => {
    if (node.nodeType === 3) open += (node.textContent ?? '').replaceAll(/\s*\n\s*/gu, ' ')
    if (node.nodeType !== 1) return
    const element = node as Element
    const name = element.tagName
    if (passedOver.test(name)) return
    if (/^br$/iu.test(name)) {
      open += '\n'
    } else if (inline.test(name)) {
      element.childNodes.forEach(visit)
    } else {
      flush()
      readBlock(element, name)
      flush()
    }
  }
  const readBlock = (element: Element, name: string): void => {
    const heading = headings.exec(name)
    if (heading !== null) {
      const text = tidy(element.textContent)
      if (text !== '') blocks.push({ kind: 'heading', level: Number(heading[1]) as 1 | 2 | 3 | 4 | 5 | 6, text })
    } else if (/^table$/iu.test(name)) {
      const table = readHtmlTable(element)
      if (table !== null) blocks.push(table)
    } else if (/^[uo]l$/iu.test(name)) {
      const items = itemsOf(element, 0)
      if (items.length > 0) blocks.push({ kind: 'list', items })
    } else {
      element.childNodes.forEach(visit)
    }
  }
  root.childNodes.forEach(visit)
  flush()
  return blocks
}
