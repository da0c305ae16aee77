/** One change of a property in Word's binary format ([MS-DOC] 2.2.5): its code and its operand. */
export interface Sprm {
  code: number
  operand: Buffer
}

/** The properties that reading needs, by their names in [MS-DOC] 2.6. */
export const sprm = {
  CFRMarkDel: 0x0800, CFRMark: 0x0801, CFBold: 0x0835, CFVanish: 0x083c, CFSpec: 0x0855, CHighlight: 0x2a0c, CIco: 0x2a42,
  CIstd: 0x4a30, CHps: 0x4a43, CSymbol: 0x6a09, CPicLocation: 0x6a03, CCv: 0x6870, CShd: 0xca71,
  PJc80: 0x2403, PFInTable: 0x2416, PFTtp: 0x2417, PFInnerTableCell: 0x244b, PFInnerTtp: 0x244c, PJc: 0x2461, PIlvl: 0x260a,
  POutLvl: 0x2640, PIlfo: 0x460b, PIstd: 0x4600, PTableProps: 0x646b, PHugePapxOld: 0x6645, PHugePapx: 0x6646, PItap: 0x6649,
  PShd: 0xc64d, PChgTabs: 0xc615,
  TTableHeader: 0x3404, TMerge: 0x5624, TDefTable: 0xd608, TDefTableShd: 0xd612, TVertMerge: 0xd62b,
} as const // prettier-ignore

/** Operand sizes by the top three bits of the code; 0 where the operand begins with its own size. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3]

function operandBounds(bytes: Buffer, at: number, code: number): [number, number] {
  const size = sizes[code >> 13] ?? 0
  if (size > 0) return [at, at + size]
  if (code === sprm.TDefTable) return [at + 2, at + 1 + bytes.readUInt16LE(at)]
  const length = bytes.readUInt8(at)
  if (code !== sprm.PChgTabs || length !== 255) return [at + 1, at + 1 + length]
  const deletions = bytes.readUInt8(at + 1)
  const additions = bytes.readUInt8(at + 2 + 4 * deletions)
  return [at + 1, at + 3 + 4 * deletions + 3 * additions]
}

/** Reads a list of property changes; one that is cut off ends the list. */
export function readSprms(bytes: Buffer): Sprm[] {
  const found: Sprm[] = []
  for (let at = 0; at + 2 < bytes.length;) {
    const code = bytes.readUInt16LE(at)
    const [from, to] = operandBounds(bytes, at + 2, code)
    if (to > bytes.length) break
    found.push({ code, operand: bytes.subarray(from, to) })
    at = to
  }
  return found
}

/** The last operand of a property in a list; undefined where the list does not set it. */
export const lastOperand = (sprms: readonly Sprm[], code: number): Buffer | undefined =>
  sprms.findLast((one) => one.code === code)?.operand
