import { parseHTML } from 'linkedom'
import type { Block, Reader } from '../reading.ts'
import { decodeText } from '../text/decode-text.ts'
import { isFurnitureLine, isInfoLine } from './furniture.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { takeIndexTables } from './index-table.ts'
import { attachmentsOf, findMain, pruneFurniture } from './main-content.ts'
import { declaredEncoding } from './page-encoding.ts'
import { pageMetadata, pageTitle } from './page-title.ts'
import { takeHidden } from './take-hidden.ts'

const textOf = (block: Block) => (block.kind === 'heading' || block.kind === 'paragraph' ? block.text : null)

/** The line with date and source, wherever on the page it stands. */
function infoLineOf(body: Element): string | null {
  const elements = [...body.querySelectorAll('div,p,span,td,li,h6')].filter((element) => element.children.length < 30)
  const lines = elements.map((element) => element.textContent.replaceAll(/\s+/gu, ' ').trim())
  return lines.filter(isInfoLine).sort((one, other) => other.length - one.length)[0] ?? null
}

const squeeze = (text: string) => text.replaceAll(/\s+/gu, '')

/** The title stands over the text once; lines of furniture and the line with date and source do not stand in it. */
function tidyBlocks(blocks: readonly Block[], title: string | null): Block[] {
  const kept = blocks.filter((block) => {
    const text = textOf(block)
    if (text === null) return true
    return !isFurnitureLine(text) && !isInfoLine(text) && !(title !== null && squeeze(text) === squeeze(title))
  })
  return title === null ? kept : [{ kind: 'heading', level: 1, text: title }, ...kept]
}

/** Whole pages are parsed as they are; a fragment gets the frame that the parser needs. */
const framed = (text: string) => (/<(?:html|body)\b/iu.test(text) ? text : `<html><body>${text}</body></html>`)

/** Reads an HTML page: its main text with lists and tables, its index table and the names of its attachments, without the site around it. */
export const readHtml: Reader = async (file) => {
  const { text, warnings } = decodeText(file.bytes, declaredEncoding(file.bytes))
  const { document } = parseHTML(framed(text.replace(/^\uFEFF/u, '')))
  const title = pageTitle(document)
  const quarantined = takeHidden(document)
  const info = infoLineOf(document.body)
  const index = takeIndexTables(document)
  const attachments = attachmentsOf(document.body)
  pruneFurniture(document.body)
  const main = findMain(document.body)
  const blocks = readHtmlBlocks(main)
  const outside = attachments.filter((name) => !main.textContent.includes(name))
  const indexLine = index.map(([name, value]) => `${name}：${value}`).join('；')
  return {
    title,
    metadata: { ...pageMetadata(document, info), ...Object.fromEntries(index) },
    blocks: [
      ...tidyBlocks([...(indexLine === '' ? [] : [{ kind: 'paragraph', text: indexLine } as const]), ...blocks], title),
      ...(outside.length === 0 ? [] : [{ kind: 'paragraph', text: '附件：' } as const]),
      ...(outside.length === 0
        ? []
        : [{ kind: 'list', items: outside.map((name) => ({ text: `- ${name}`, level: 0 })) } as const]),
    ],
    warnings,
    quarantined,
  }
}
