import type { Run } from '../flow/part-runs.ts'
import { childAt, childrenNamed, descendantsNamed, elementsOf, textOf, type XmlElement } from '../xml/parse-xml.ts'
import { runLook, shapeFill, switchOf, valueOf, type RunLook } from './docx-look.ts'
import type { DocxStyles } from './docx-styles.ts'

/** A text box: what stands in it and what lies behind it. */
export interface TextBox {
  content: XmlElement
  background: string | null
}

export interface ParagraphContent {
  runs: readonly Run[]
  boxes: readonly TextBox[]
  /** Ids of the notes it refers to, as "footnote 2", "endnote 1". */
  notes: readonly string[]
  revised: boolean
}

interface Gathered {
  runs: Run[]
  boxes: TextBox[]
  notes: string[]
  revised: boolean
  /** Depth of field codes that are being read: their text is an instruction. */
  instructions: number[]
}

const deleted = /^w:(?:del|moveFrom)$/u
const inserted = /^w:(?:ins|moveTo)$/u
const wrappers = /^w:(?:hyperlink|smartTag|fldSimple|customXml|bdo|dir|sdtContent|ins|moveTo)$/u
const boxNames: Readonly<Record<string, string>> = { F06F: '□', F0A8: '□', F0FE: '☑', F052: '☑', F0FC: '√', F0D8: '●' }

function symbol(element: XmlElement): string {
  const code = element.attributes['w:char']?.toUpperCase() ?? ''
  const known = boxNames[code]
  const value = Number.parseInt(code, 16)
  return known ?? (value >= 0x20 && value < 0xe000 ? String.fromCharCode(value) : '')
}

/** A box to tick in an old-style form, as it is ticked. */
function checkBox(begin: XmlElement): string {
  const box = childAt(begin, 'w:ffData', 'w:checkBox')
  if (box === undefined) return ''
  return (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default')) === true ? '☑' : '□'
}

function textOfPart(part: XmlElement): string {
  switch (part.name) {
    case 'w:t':
      return textOf(part)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return symbol(part)
    case 'w:ruby':
      return descendantsNamed(part, 'w:rubyBase').map(textOf).join('')
    default:
      return ''
  }
}

/** Text boxes in a drawing. Word writes each twice, for new and for old programs; the first form is enough. */
function boxesIn(element: XmlElement, background: string | null): TextBox[] {
  if (element.name === 'w:txbxContent') return [{ content: element, background }]
  if (element.name === 'mc:AlternateContent') {
    const forms = elementsOf(element).map((form) => boxesIn(form, background))
    return forms.find((boxes) => boxes.length > 0) ?? []
  }
  const behind = /^(?:wps:wsp|v:\w+)$/u.test(element.name) ? (shapeFill(element) ?? background) : background
  return elementsOf(element).flatMap((child) => boxesIn(child, behind))
}

const drawings = /^(?:mc:AlternateContent|w:drawing|w:pict|w:object)$/u

function gatherRun(run: XmlElement, look: RunLook, gathered: Gathered): void {
  let text = ''
  for (const part of elementsOf(run)) {
    if (part.name === 'w:fldChar') {
      const type = part.attributes['w:fldCharType']
      if (type === 'begin') {
        gathered.instructions.push(1)
        text += checkBox(part)
      } else if (type === 'separate') gathered.instructions[gathered.instructions.length - 1] = 0
      else if (type === 'end') gathered.instructions.pop()
    } else if (gathered.instructions.includes(1)) {
      continue
    } else if (part.name === 'w:footnoteReference' || part.name === 'w:endnoteReference') {
      gathered.notes.push(`${part.name.slice(2, -9)} ${part.attributes['w:id'] ?? ''}`)
    } else if (drawings.test(part.name)) {
      const boxes = boxesIn(part, null)
      gathered.boxes.push(...boxes)
      // A sign that older programs do not know stands in the old form as plain text.
      if (boxes.length === 0) text += childrenNamed(childAt(part, 'mc:Fallback'), 'w:t').map(textOf).join('')
    } else {
      text += textOfPart(part)
    }
  }
  const { hidden = false, colour = null, background = null, points = null, bold = false } = look
  if (text !== '') gathered.runs.push({ text, hidden, colour, background, points, bold })
}

/** Reads what stands in a paragraph: its runs with their looks, text boxes and notes; deleted text is left out. */
export function readRuns(paragraph: XmlElement, base: RunLook, styles: DocxStyles): ParagraphContent {
  const gathered: Gathered = { runs: [], boxes: [], notes: [], revised: false, instructions: [] }
  const visit = (element: XmlElement): void => {
    if (deleted.test(element.name) || inserted.test(element.name)) gathered.revised = true
    if (element.name === 'w:r') {
      const properties = childAt(element, 'w:rPr')
      const style = styles.characterLook(valueOf(childAt(properties, 'w:rStyle')))
      gatherRun(element, { ...base, ...style, ...runLook(properties) }, gathered)
    } else if (element.name === 'w:sdt') {
      childrenNamed(element, 'w:sdtContent').flatMap(elementsOf).forEach(visit)
    } else if (wrappers.test(element.name)) {
      elementsOf(element).forEach(visit)
    } else if (/^m:oMath(?:Para)?$/u.test(element.name)) {
      const text = descendantsNamed(element, 'm:t').map(textOf).join('')
      gathered.runs.push({ text, hidden: false, colour: null, background: null, points: null, bold: false })
    } else if (element.name === 'mc:AlternateContent') {
      gathered.boxes.push(...boxesIn(element, null))
    }
  }
  elementsOf(paragraph).forEach(visit)
  return gathered
}
