import { continueParagraph, type Flow, type FlowParagraph } from '../flow/flow.ts'
import { placeRows, type ShapedRow } from '../flow/place-rows.ts'
import { createParagraphReader, goesOn } from './doc-paragraph.ts'
import { rowShape } from './doc-row.ts'
import type { RawParagraph } from './doc-text.ts'
import { storiesAt, type DocTools } from './doc-tools.ts'
import { lastOperand, sprm, type Sprm } from './sprms.ts'
import type { Story } from './word-file.ts'

const cellMark = '\u0007'

const isOn = (sprms: readonly Sprm[], code: number) => lastOperand(sprms, code)?.[0] === 1

/** How deep in tables a paragraph stands: 0 for text. */
function depthOf({ sprms }: RawParagraph): number {
  const depth = lastOperand(sprms, sprm.PItap)
  if (depth !== undefined && depth.length >= 4) return depth.readInt32LE(0)
  return isOn(sprms, sprm.PFInTable) ? 1 : 0
}

type ReadParagraph = ReturnType<typeof createParagraphReader>

const plainText = (story: Story, tools: DocTools): string =>
  readStory(story, tools)
    .flatMap((part) => (part.kind === 'paragraph' ? [part.text.trim()] : []))
    .join('\n')

/** Paragraphs and text boxes in order; a paragraph whose end is deleted goes on in the next. */
function readText(
  paragraphs: readonly RawParagraph[],
  shading: string | null,
  read: ReadParagraph,
  tools: DocTools,
): Flow[] {
  const flow: Flow[] = []
  let open: FlowParagraph | null = null
  for (const raw of paragraphs) {
    const paragraph = read(raw, shading)
    if (paragraph === null) continue
    const notes = storiesAt(raw, tools.references.notes).map((story) => plainText(story, tools))
    const joined = continueParagraph(open, { ...paragraph, notes })
    open = goesOn(raw) ? joined : null
    if (open === null) flow.push(joined)
    flow.push(...storiesAt(raw, tools.references.boxes).flatMap((story) => readStory(story, tools)))
  }
  return open === null ? flow : [...flow, open]
}

/** One row: paragraphs up to each cell mark, then the mark that ends the row and carries its shape. */
function readRow(paragraphs: readonly RawParagraph[], read: ReadParagraph, tools: DocTools): ShapedRow {
  const shape = rowShape(paragraphs.at(-1)?.sprms ?? [])
  const cells: RawParagraph[][] = [[]]
  for (const paragraph of paragraphs.slice(0, -1)) {
    if (!isOn(paragraph.sprms, sprm.PFInnerTtp)) cells.at(-1)?.push(paragraph)
    if (paragraph.mark === cellMark && depthOf(paragraph) <= 1) cells.push([])
  }
  const content = cells.slice(0, -1).map((cell, index) => readText(cell, shape.shadings[index] ?? null, read, tools))
  return { shape, cells: content }
}

/** Paragraphs of text, or the rows of one table, as they follow each other. */
function* stretchesOf(paragraphs: readonly RawParagraph[]) {
  let from = 0
  for (let at = 1; at <= paragraphs.length; at += 1) {
    const [before, here] = [paragraphs[at - 1], paragraphs[at]]
    if (before === undefined || (here !== undefined && depthOf(before) > 0 === depthOf(here) > 0)) continue
    yield { table: depthOf(before) > 0, paragraphs: paragraphs.slice(from, at) }
    from = at
  }
}

/** Reads the paragraphs, tables, notes and text boxes of a story in order. */
export function readStory(story: Story, tools: DocTools): Flow[] {
  const read = createParagraphReader(tools)
  const flow: Flow[] = []
  for (const { table, paragraphs } of stretchesOf(tools.paragraphsOf(story))) {
    if (!table) {
      flow.push(...readText(paragraphs, null, read, tools))
      continue
    }
    const rows: ShapedRow[] = []
    let open: RawParagraph[] = []
    for (const paragraph of paragraphs) {
      open.push(paragraph)
      if (!isOn(paragraph.sprms, sprm.PFTtp)) continue
      rows.push(readRow(open, read, tools))
      open = []
    }
    if (rows.length > 0) flow.push({ kind: 'table', rows: placeRows(rows) })
    flow.push(...readText(open, null, read, tools))
  }
  return flow
}
