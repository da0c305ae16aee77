import { sprm, type Sprm } from './sprms.ts'

/** How a run of a Word 97–2003 file looks and whether tracked changes delete or add it. */
export interface DocLook {
  hidden: boolean
  bold: boolean
  colour: string | null
  background: string | null
  points: number
  deleted: boolean
  inserted: boolean
  /** A character from a symbol font stands in the text as a placeholder. */
  symbol: number | null
  /** Where in the data stream the picture or form field of a placeholder lies. */
  picture: number | null
}

/** What Word assumes where nothing is said ([MS-DOC] 2.6.1). */
export const usualLook: DocLook = {
  hidden: false,
  bold: false,
  colour: null,
  background: null,
  points: 10,
  deleted: false,
  inserted: false,
  symbol: null,
  picture: null,
}

const palette = [
  null, '000000', '0000FF', '00FFFF', '00FF00', 'FF00FF', 'FF0000', 'FFFF00', 'FFFFFF', '000080', '008080', '008000',
  '800080', '800000', '808000', '808080', 'C0C0C0',
] // prettier-ignore

/** A colour as four bytes: red, green, blue, and whether it is automatic. */
const colourOf = (operand: Buffer, at = 0): string | null =>
  operand.length < at + 4 || operand[at + 3] === 0xff ? null : operand.toString('hex', at, at + 3).toUpperCase()

/** A shading ([MS-DOC] 2.9.245): fore and back colour and a pattern, of which 1 is all fore colour. */
export const shadingOf = (operand: Buffer, at = 0): string | null =>
  operand.length < at + 10 ? null : colourOf(operand, operand.readUInt16LE(at + 8) === 1 ? at : at + 4)

/** Switches may also say "as the style" (128) or "the opposite of the style" (129). */
const switched = (operand: Buffer, style: boolean): boolean => {
  const value = operand[0] ?? 0
  return value === 0x80 ? style : value === 0x81 ? !style : value !== 0
}

function applyOne(look: DocLook, base: DocLook, { code, operand }: Sprm): DocLook {
  switch (code) {
    case sprm.CFVanish:
      return { ...look, hidden: switched(operand, base.hidden) }
    case sprm.CFBold:
      return { ...look, bold: switched(operand, base.bold) }
    case sprm.CIco:
      return { ...look, colour: palette[operand[0] ?? 0] ?? null }
    case sprm.CCv:
      return { ...look, colour: colourOf(operand) }
    case sprm.CHighlight:
      return { ...look, background: palette[operand[0] ?? 0] ?? look.background }
    case sprm.CShd:
      return { ...look, background: shadingOf(operand) ?? look.background }
    case sprm.CHps:
      return { ...look, points: operand.readUInt16LE(0) / 2 }
    case sprm.CFRMarkDel:
      return { ...look, deleted: operand[0] !== 0 }
    case sprm.CFRMark:
      return { ...look, inserted: operand[0] !== 0 }
    case sprm.CPicLocation:
      return { ...look, picture: operand.readUInt32LE(0) }
    case sprm.CSymbol:
      return { ...look, symbol: operand.readUInt16LE(2) }
    default:
      return look
  }
}

/** The look that property changes make of a style's. */
export const applyLook = (style: DocLook, sprms: readonly Sprm[]): DocLook =>
  sprms.reduce((look, one) => applyOne(look, style, one), style)
