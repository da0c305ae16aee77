import type { Look } from '../flow/hidden-reason.ts'
import type { RtfHead } from './rtf-head.ts'
import type { RtfWord } from './rtf-tree.ts'

/** Formatting in force at a place of an RTF file; a group's changes end with it. */
export interface RtfState {
  hidden: boolean
  deleted: boolean
  inserted: boolean
  bold: boolean
  colour: number | null
  background: number | null
  points: number
  font: number | null
  /** Characters that follow a Unicode character for programs that do not know it. */
  fallback: number
  inTable: boolean
  style: number
  outline: number | null
  centred: boolean
  shading: number | null
}

const plain = { hidden: false, bold: false, colour: null, background: null, points: 12 } as const
const plainParagraph = { inTable: false, style: 0, outline: null, centred: false, shading: null } as const

export const startState = (font: number | null): RtfState => ({
  ...plain,
  ...plainParagraph,
  deleted: false,
  inserted: false,
  font,
  fallback: 1,
})

/** The state after a formatting word; words that are none leave it as it is. */
export function applyWord(state: RtfState, { name, value }: RtfWord): RtfState {
  const on = value !== 0
  switch (name) {
    case 'plain':
      return { ...state, ...plain }
    case 'pard':
      return { ...state, ...plainParagraph }
    case 'v':
    case 'webhidden':
      return { ...state, hidden: on }
    case 'deleted':
      return { ...state, deleted: on }
    case 'revised':
      return { ...state, inserted: on }
    case 'b':
      return { ...state, bold: on }
    case 'cf':
      return { ...state, colour: value }
    case 'cb':
    case 'chcbpat':
    case 'highlight':
      return { ...state, background: value }
    case 'fs':
      return { ...state, points: (value ?? 24) / 2 }
    case 'f':
    case 'af':
      return { ...state, font: value }
    case 'uc':
      return { ...state, fallback: value ?? 1 }
    case 'intbl':
      return { ...state, inTable: true }
    case 's':
      return { ...state, style: value ?? 0 }
    case 'outlinelevel':
      return { ...state, outline: value }
    case 'qc':
      return { ...state, centred: true }
    case 'ql':
    case 'qr':
    case 'qj':
      return { ...state, centred: false }
    case 'cbpat':
      return { ...state, shading: value }
    default:
      return state
  }
}

/** How text in this state looks. */
export const lookOf = (state: RtfState, head: RtfHead): Look & { bold: boolean } => ({
  hidden: state.hidden,
  bold: state.bold,
  points: state.points,
  colour: head.colourOf(state.colour),
  background: head.colourOf(state.background) ?? head.colourOf(state.shading),
})
