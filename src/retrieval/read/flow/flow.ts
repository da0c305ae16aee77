/** What word processors of every kind hold: paragraphs and tables in reading order, hidden and deleted text already taken out. */
export type Flow = FlowParagraph | FlowTable

export interface FlowParagraph {
  kind: 'paragraph'
  /** Line breaks inside the paragraph are "\n". */
  text: string
  /** Depth of a heading style or outline level from 1; null for body text. */
  level: number | null
  /** Whether its style is that of the document's title. */
  title: boolean
  /** The number or bullet that the program sets before the paragraph: "（一）", "1.", "- "; empty for none. */
  label: string
  /** Depth of the list from 0. */
  depth: number
  bold: boolean
  centred: boolean
  /** The size of its largest text in points; null where the file does not say. */
  points: number | null
  /** Footnotes and endnotes that it refers to. */
  notes: readonly string[]
}

export interface FlowTable {
  kind: 'table'
  rows: readonly (readonly FlowCell[])[]
}

export interface FlowCell {
  /** Grid columns it covers: from the first, up to but without `to`. */
  from: number
  to: number
  /** Vertical merging: begins a merged cell, continues the one above, or neither. */
  merge: 'start' | 'continue' | null
  head: boolean
  content: readonly Flow[]
}

export const plainParagraph: FlowParagraph = {
  kind: 'paragraph',
  text: '',
  level: null,
  title: false,
  label: '',
  depth: 0,
  bold: false,
  centred: false,
  points: null,
  notes: [],
}

/** Two paragraphs between which the break is deleted: one with the look of the second, whose end remains, and the number of the first. */
export const continueParagraph = (first: FlowParagraph | null, second: FlowParagraph): FlowParagraph =>
  first === null
    ? second
    : {
        ...second,
        text: first.text + second.text,
        notes: [...first.notes, ...second.notes],
        label: first.label === '' ? second.label : first.label,
      }
