import { continueParagraph, type Flow, type FlowCell, type FlowParagraph } from '../flow/flow.ts'
import { partRuns } from '../flow/part-runs.ts'
import type { Quarantined } from '../reading.ts'
import { childAt, childrenNamed, elementsOf, type XmlElement } from '../xml/parse-xml.ts'
import { fillOf, runLook, switchOf, valueOf } from './docx-look.ts'
import type { LabelParagraph } from './docx-numbering.ts'
import { readRuns, type TextBox } from './docx-runs.ts'
import { listOf, outlineLevel, type DocxStyles } from './docx-styles.ts'

/** What is gathered and looked up while the parts of a DOCX are read. */
export interface DocxTools {
  styles: DocxStyles
  label: LabelParagraph
  /** The text of a note by its id ("footnote 2"). */
  note(id: string): string | null
  quarantine(piece: Quarantined): void
  revised(): void
  /** What lies behind text here: the shading of a cell, the fill of a box; null for white paper. */
  background: string | null
}

interface ReadParagraph {
  paragraph: FlowParagraph
  boxes: readonly TextBox[]
  /** Its end is deleted, so that the next paragraph goes on in it. */
  goesOn: boolean
}

function labelOf(properties: XmlElement | undefined, styled: ReturnType<DocxStyles['resolve']>, tools: DocxTools) {
  const own = listOf(properties)
  const list = own.list ?? styled.list?.list
  if (list === undefined || list === '0') return { label: '', depth: 0 }
  const depth = own.depth ?? styled.list?.depth ?? 0
  return { label: tools.label({ list, depth }), depth }
}

function readParagraph(element: XmlElement, tools: DocxTools): ReadParagraph | null {
  const properties = childAt(element, 'w:pPr')
  const styled = tools.styles.resolve(valueOf(childAt(properties, 'w:pStyle')))
  if (styled.contents) return null
  const background = fillOf(properties) ?? tools.background
  const look = { ...(background === null ? {} : { background }), ...styled.look }
  const content = readRuns(element, look, tools.styles)
  const mark = childAt(properties, 'w:rPr')
  const goesOn = childAt(mark, 'w:del') !== undefined || childAt(mark, 'w:moveFrom') !== undefined
  if (content.revised || goesOn || childAt(mark, 'w:ins') !== undefined) tools.revised()
  const { text, bold, points, quarantined } = partRuns(content.runs)
  quarantined.forEach(tools.quarantine)
  const alignment = valueOf(childAt(properties, 'w:jc'))
  const visible = text.trim() !== '' && runLook(mark).hidden !== true
  const paragraph: FlowParagraph = {
    kind: 'paragraph',
    text,
    level: outlineLevel(properties) ?? styled.level,
    title: styled.title,
    ...(visible || text.trim() !== '' ? labelOf(properties, styled, tools) : { label: '', depth: 0 }),
    bold,
    centred: alignment === null ? styled.centred : alignment === 'center',
    points,
    notes: content.notes.flatMap((id) => tools.note(id) ?? []),
  }
  return { paragraph, boxes: content.boxes, goesOn }
}

function readCell(cell: XmlElement, from: number, head: boolean, shaded: boolean, tools: DocxTools): FlowCell {
  const properties = childAt(cell, 'w:tcPr')
  const across = Math.max(1, Number(valueOf(childAt(properties, 'w:gridSpan')) ?? '1') || 1)
  const vertical = childAt(properties, 'w:vMerge')
  const merge = vertical === undefined ? null : valueOf(vertical) === 'restart' ? 'start' : 'continue'
  const background = fillOf(properties) ?? (shaded ? '4472C4' : tools.background)
  return { from, to: from + across, merge, head, content: readContent(cell, { ...tools, background }) }
}

/** Cells merged the old way: one that continues its left neighbour only widens it. */
function joinAcross(cells: readonly FlowCell[], elements: readonly XmlElement[]): FlowCell[] {
  const joined: FlowCell[] = []
  cells.forEach((cell, index) => {
    const across = childAt(elements[index], 'w:tcPr', 'w:hMerge')
    const last = joined.at(-1)
    const goesOn = across !== undefined && valueOf(across) !== 'restart' && last !== undefined
    if (goesOn) joined[joined.length - 1] = { ...last, to: cell.to }
    else joined.push(cell)
  })
  return joined
}

function readRow(row: XmlElement, shaded: boolean, tools: DocxTools): FlowCell[] {
  const properties = childAt(row, 'w:trPr')
  const head = switchOf(properties, 'w:tblHeader') === true
  let column = Number(valueOf(childAt(properties, 'w:gridBefore')) ?? '0') || 0
  const elements = childrenIn(row, 'w:tc')
  const cells = elements.map((element) => {
    const cell = readCell(element, column, head, shaded, tools)
    column = cell.to
    return cell
  })
  return joinAcross(cells, elements)
}

/** Children of a name, also inside content controls and tracked insertions. */
function childrenIn(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return childrenNamed(child, 'w:sdtContent').flatMap((inner) => childrenIn(inner, name))
    return /^w:(?:ins|customXml)$/u.test(child.name) ? childrenIn(child, name) : []
  })
}

function readTable(table: XmlElement, tools: DocxTools): Flow {
  const shaded = tools.styles.shades(valueOf(childAt(table, 'w:tblPr', 'w:tblStyle')))
  const rows = childrenIn(table, 'w:tr').filter((row) => {
    const gone = childAt(row, 'w:trPr', 'w:del') !== undefined
    if (gone) tools.revised()
    return !gone
  })
  return { kind: 'table', rows: rows.map((row) => readRow(row, shaded, tools)) }
}

const wrappers = /^w:(?:ins|moveTo|customXml|sdtContent)$/u
const isContents = (control: XmlElement) =>
  /table of contents/iu.test(valueOf(childAt(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) ?? '')

/** Reads paragraphs, tables and text boxes in order from a body, a cell, a box or a note; a table of contents is passed over. */
export function readContent(parent: XmlElement, tools: DocxTools): Flow[] {
  const flow: Flow[] = []
  let open: FlowParagraph | null = null
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:p') {
      const read = readParagraph(element, tools)
      if (read === null) return
      const { paragraph, boxes, goesOn } = read
      const joined = continueParagraph(open, paragraph)
      open = goesOn ? joined : null
      if (!goesOn) flow.push(joined)
      for (const { content, background } of boxes) flow.push(...readContent(content, { ...tools, background }))
    } else if (element.name === 'w:tbl') {
      flow.push(readTable(element, tools))
    } else if (element.name === 'w:sdt') {
      if (!isContents(element)) childrenNamed(element, 'w:sdtContent').flatMap(elementsOf).forEach(visit)
    } else if (wrappers.test(element.name)) {
      elementsOf(element).forEach(visit)
    }
  }
  elementsOf(parent).forEach(visit)
  if (open !== null) flow.push(open)
  return flow
}
