import type { List, Nodes, PhrasingContent, RootContent, Table as MarkdownTable } from 'mdast'
import { parseHTML } from 'linkedom'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Reader } from '../reading.ts'
import { tableFromCells } from '../table/table-from-grid.ts'
import { readHtmlBlocks } from '../web/html-blocks.ts'
import { decodeText } from './decode-text.ts'
import { readFrontMatter } from './front-matter.ts'
import { boldHeading, lineBlock } from './line-blocks.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })

const htmlText = (html: string) => (/^<br\b/iu.test(html) ? '\n' : '')

function inlineText(node: Nodes | PhrasingContent): string {
  if (node.type === 'html') return htmlText(node.value)
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}

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

function blocksOf(node: RootContent): Block[] {
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
      return readHtmlBlocks(parseHTML(`<!doctype html><html><body>${node.value}</body></html>`).document.body)
    case 'code':
      return linesOf(node.value).map((text) => ({ kind: 'paragraph', text }))
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(blocksOf)
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

/** Reads Markdown with YAML front matter; HTML tables in it keep their merged cells. */
export const readMarkdown: Reader = async (file) => {
  const decoded = decodeText(file.bytes)
  const { metadata, body, warnings } = readFrontMatter(decoded.text.replace(/^\uFEFF/u, ''))
  const blocks = joinHtml(parser.parse(body).children).flatMap(blocksOf)
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const title =
    typeof metadata['title'] === 'string' ? metadata['title'] : first?.kind === 'heading' ? first.text : null
  return {
    title,
    metadata,
    blocks,
    warnings: [...decoded.warnings, ...warnings],
    quarantined: [],
  }
}
