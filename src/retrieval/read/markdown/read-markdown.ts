import type { List, PhrasingContent, Root, RootContent, Table as MarkdownTable } from 'mdast'
import { parseHTML } from 'linkedom'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Quarantined, Reader } from '../reading.ts'
import { tableFromCells } from '../table/table-from-grid.ts'
import { decodeText } from '../text/decode-text.ts'
import { readFrontMatter } from '../text/front-matter.ts'
import { boldHeading, lineBlock } from '../text/line-blocks.ts'
import { readHtmlBlocks } from '../web/html-blocks.ts'
import { takeHidden } from '../web/take-hidden.ts'
import { inlineText } from './inline-text.ts'
import { takeHiddenNodes } from './take-hidden-nodes.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })

/** Latin lines broken by layout go on; a line of Chinese is a paragraph of its own. */
function linesOf(text: string): string[] {
  const joined = text.replaceAll(/(?<=[a-z,;:’'")])\n(?=[a-z(“"'])/giu, ' ')
  return joined
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const boldAlone = (children: readonly PhrasingContent[]) => children.length === 1 && children[0]?.type === 'strong'

function paragraphBlocks(children: readonly PhrasingContent[]): Block[] {
  const lines = linesOf(children.map(inlineText).join(''))
  const [first] = lines
  if (first !== undefined && lines.length === 1 && boldAlone(children)) return [boldHeading(first) ?? lineBlock(first)]
  return lines.map(lineBlock)
}

function listItems(list: List, depth: number): { text: string; level: number }[] {
  return list.children.flatMap((item, index) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '- '
    const own = item.children
      .filter((child) => child.type !== 'list')
      .map(inlineText)
      .join('\n')
      .trim()
    const inner = item.children.flatMap((child) => (child.type === 'list' ? listItems(child, depth + 1) : []))
    return [{ text: `${marker}${own}`, level: depth }, ...inner]
  })
}

function pipeTable(table: MarkdownTable): Block[] {
  const rows = table.children.map((row, index) =>
    row.children.map((cell) => ({
      text: inlineText(cell).replaceAll(/\s+/gu, ' ').trim(),
      rows: 1,
      columns: 1,
      head: index === 0,
    })),
  )
  const read = tableFromCells(rows)
  return read === null ? [] : [read]
}

type HeadingLevel = Extract<Block, { kind: 'heading' }>['level']

/** HTML inside Markdown: what its styles hide goes to `hidden`. */
function htmlBlocks(html: string, hidden: Quarantined[]): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  hidden.push(...takeHidden(document))
  return readHtmlBlocks(document.body)
}

function blocksOf(node: RootContent, hidden: Quarantined[]): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth satisfies HeadingLevel, text: inlineText(node).trim() }]
    case 'paragraph':
      return paragraphBlocks(node.children)
    case 'list':
      return [{ kind: 'list', items: listItems(node, 0) }]
    case 'table':
      return pipeTable(node)
    case 'html':
      return htmlBlocks(node.value, hidden)
    case 'code':
      return linesOf(node.value).map((text) => ({ kind: 'paragraph', text }))
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => blocksOf(child, hidden))
    default:
      return []
  }
}

/** A table in HTML may be cut by blank lines into several nodes; they belong together. */
function joinHtml(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const open = last?.type === 'html' && /<table\b/iu.test(last.value) && !/<\/table>/iu.test(last.value)
    if (open)
      joined[joined.length - 1] = {
        type: 'html',
        value: `${last.value}\n${node.type === 'html' ? node.value : inlineText(node)}`,
      }
    else joined.push(node)
  }
  return joined
}

/** Reads Markdown with YAML front matter; HTML tables in it keep their merged cells, text that HTML hides is quarantined. */
export const readMarkdown: Reader = async (file) => {
  const decoded = decodeText(file.bytes)
  const { metadata, body, warnings } = readFrontMatter(decoded.text.replace(/^\uFEFF/u, ''))
  const root: Root = parser.parse(body)
  root.children = joinHtml(root.children)
  const quarantined = takeHiddenNodes(root)
  const blocks = root.children.flatMap((node) => blocksOf(node, quarantined))
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const heading = first?.kind === 'heading' ? first.text : null
  const title = typeof metadata['title'] === 'string' ? metadata['title'] : heading
  return { title, metadata, blocks, warnings: [...decoded.warnings, ...warnings], quarantined }
}
