import { plainParagraph, type Flow, type FlowParagraph } from '../flow/flow.ts'
import { partRuns, type Run } from '../flow/part-runs.ts'
import { placeRows, type ShapedRow } from '../flow/place-rows.ts'
import type { Quarantined } from '../reading.ts'
import type { LabelDocParagraph } from './doc-lists.ts'
import { applyLook, shadingOf, type DocLook } from './doc-look.ts'
import type { DocReferences } from './doc-references.ts'
import { rowShape } from './doc-row.ts'
import type { DocStyles } from './doc-styles.ts'
import type { RawParagraph, TextRun } from './doc-text.ts'
import { lastOperand, sprm, type Sprm } from './sprms.ts'
import type { Story } from './word-file.ts'

/** What is gathered and looked up while the stories of a Word 97–2003 file are read. */
export interface DocTools {
  styles: DocStyles
  label: LabelDocParagraph
  references: DocReferences
  paragraphsOf(story: Story): readonly RawParagraph[]
  quarantine(piece: Quarantined): void
  revised(): void
}

/** Field codes open across runs and paragraphs: true while their text is an instruction. */
type OpenFields = boolean[]

const cellMark = '\u0007'
const fieldBegin = '\u0013'
const fieldResult = '\u0014'
const fieldEnd = '\u0015'

const written: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u00a0': ' ' }
const symbols: Readonly<Record<number, string>> = { 0xf06f: '□', 0xf0a8: '□', 0xf0fe: '☑', 0xf052: '☑', 0xf0fc: '√' }

/** The readable characters of a run, field instructions and placeholders left out. */
function readable(run: TextRun, look: DocLook, fields: OpenFields): string {
  let text = ''
  for (const sign of run.text) {
    if (sign === fieldBegin) fields.push(true)
    else if (sign === fieldResult) fields[fields.length - 1] = false
    else if (sign === fieldEnd) fields.pop()
    else if (fields.includes(true)) continue
    else if (sign === '(' && look.symbol !== null) text += symbols[look.symbol] ?? ''
    else if (sign >= ' ' || sign === '\t') text += written[sign] ?? sign
    else text += written[sign] ?? ''
  }
  return text.replaceAll('\u00ad', '')
}

const isOn = (sprms: readonly Sprm[], code: number) => lastOperand(sprms, code)?.[0] === 1

/** How deep in tables a paragraph stands: 0 for text. */
function depthOf({ sprms }: RawParagraph): number {
  const depth = lastOperand(sprms, sprm.PItap)
  if (depth !== undefined && depth.length >= 4) return depth.readInt32LE(0)
  return isOn(sprms, sprm.PFInTable) ? 1 : 0
}

const centre = (sprms: readonly Sprm[]) => (lastOperand(sprms, sprm.PJc) ?? lastOperand(sprms, sprm.PJc80))?.[0] === 1

function labelOf(sprms: readonly Sprm[], tools: DocTools): Pick<FlowParagraph, 'label' | 'depth'> {
  const instance = lastOperand(sprms, sprm.PIlfo)?.readInt16LE(0) ?? 0
  const depth = lastOperand(sprms, sprm.PIlvl)?.[0] ?? 0
  return instance > 0 && instance < 2047 ? { label: tools.label(instance, depth), depth } : { label: '', depth: 0 }
}

function levelOf(sprms: readonly Sprm[], styled: number | null): number | null {
  const outline = lastOperand(sprms, sprm.POutLvl)?.[0]
  return outline === undefined ? styled : outline < 9 ? outline + 1 : null
}

export function createDocFlow(tools: DocTools) {
  const fields: OpenFields = []

  function lookOf(run: TextRun, paragraph: RawParagraph, background: string | null): DocLook {
    const style = tools.styles.paragraph(paragraph.style)
    const character = lastOperand(run.sprms, sprm.CIstd)?.readUInt16LE(0)
    const base = character === undefined ? style.look : applyLook(style.look, tools.styles.characters(character))
    const look = applyLook(base, run.sprms)
    return { ...look, background: look.background ?? background }
  }

  function visibleRuns(paragraph: RawParagraph, background: string | null): Run[] {
    return paragraph.runs.flatMap((run): Run[] => {
      const look = lookOf(run, paragraph, background)
      if (look.deleted || look.inserted) tools.revised()
      const text = readable(run, look, fields)
      return text === '' || look.deleted ? [] : [{ text, ...look }]
    })
  }

  const placesOf = ({ runs }: RawParagraph, known: ReadonlyMap<number, Story>): Story[] =>
    runs.flatMap(({ at, text }) => [...text].flatMap((_, index) => known.get(at + index) ?? []))

  const plainText = (story: Story): string =>
    read(tools.paragraphsOf(story))
      .flatMap((part) => (part.kind === 'paragraph' ? [part.text.trim()] : []))
      .join('\n')

  function readParagraph(raw: RawParagraph, shading: string | null): FlowParagraph | null {
    const style = tools.styles.paragraph(raw.style)
    const sprms = [...style.sprms, ...raw.sprms]
    const shade = lastOperand(sprms, sprm.PShd)
    const background = (shade === undefined ? null : shadingOf(shade)) ?? shading
    const { text, bold, points, quarantined } = partRuns(visibleRuns(raw, background))
    quarantined.forEach(tools.quarantine)
    if (style.contents) return null
    return {
      ...plainParagraph,
      text,
      bold,
      points,
      level: levelOf(raw.sprms, style.level),
      title: style.title,
      centred: centre(sprms),
      ...(text.trim() === '' ? {} : labelOf(sprms, tools)),
      notes: placesOf(raw, tools.references.notes).map(plainText),
    }
  }

  const boxesOf = (raw: RawParagraph): Flow[] =>
    placesOf(raw, tools.references.boxes).flatMap((story) => read(tools.paragraphsOf(story)))

  /** Paragraphs and boxes in order; one whose end is deleted goes on in the next. */
  function readText(paragraphs: readonly RawParagraph[], shading: string | null): Flow[] {
    const flow: Flow[] = []
    let open: FlowParagraph | null = null
    for (const raw of paragraphs) {
      const paragraph = readParagraph(raw, shading)
      if (paragraph === null) continue
      const joined: FlowParagraph =
        open === null
          ? paragraph
          : { ...open, text: open.text + paragraph.text, notes: [...open.notes, ...paragraph.notes] }
      open = lastOperand(raw.markSprms, sprm.CFRMarkDel)?.[0] === 1 ? joined : null
      if (open === null) flow.push(joined)
      flow.push(...boxesOf(raw))
    }
    return open === null ? flow : [...flow, open]
  }

  /** One row: paragraphs up to each cell mark, then the mark that ends the row and carries its shape. */
  function readRow(paragraphs: readonly RawParagraph[]): ShapedRow {
    const shape = rowShape(paragraphs.at(-1)?.sprms ?? [])
    const cells: RawParagraph[][] = [[]]
    for (const paragraph of paragraphs.slice(0, -1)) {
      if (!isOn(paragraph.sprms, sprm.PFInnerTtp)) cells.at(-1)?.push(paragraph)
      if (paragraph.mark === cellMark && depthOf(paragraph) <= 1) cells.push([])
    }
    return { shape, cells: cells.slice(0, -1).map((cell, index) => readText(cell, shape.shadings[index] ?? null)) }
  }

  /** Reads paragraphs and tables in order. */
  function read(paragraphs: readonly RawParagraph[]): Flow[] {
    const flow: Flow[] = []
    let text: RawParagraph[] = []
    let row: RawParagraph[] = []
    let rows: ShapedRow[] = []
    const endTable = () => {
      if (row.length > 0) flow.push(...readText(row, null))
      if (rows.length > 0) flow.push({ kind: 'table', rows: placeRows(rows) })
      rows = []
      row = []
    }
    const endText = () => {
      flow.push(...readText(text, null))
      text = []
    }
    for (const paragraph of paragraphs) {
      if (depthOf(paragraph) === 0) {
        endTable()
        text.push(paragraph)
        continue
      }
      endText()
      row.push(paragraph)
      if (!isOn(paragraph.sprms, sprm.PFTtp)) continue
      rows.push(readRow(row))
      row = []
    }
    endText()
    endTable()
    return flow
  }

  return { read }
}
