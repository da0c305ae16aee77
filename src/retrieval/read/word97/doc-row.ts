import type { RowShape } from '../flow/place-rows.ts'
import { shadingOf } from './doc-look.ts'
import { lastOperand, sprm, type Sprm } from './sprms.ts'

/** The shape of a row with what lies behind the text of each cell. */
export interface DocRowShape extends RowShape {
  shadings: readonly (string | null)[]
}

const cellSize = 20
const shadingSize = 10

const vertical = (flags: number): RowShape['merges'][number] => {
  const kind = (flags >> 5) & 3
  return kind === 3 ? 'start' : kind === 1 ? 'continue' : null
}

/** Reads the shape of a row from the properties of its end mark ([MS-DOC] 2.6.3). */
export function rowShape(sprms: readonly Sprm[]): DocRowShape {
  const definition = lastOperand(sprms, sprm.TDefTable)
  const count = definition?.[0] ?? 0
  const edges = Array.from({ length: count + 1 }, (_, index) => definition?.readInt16LE(1 + 2 * index) ?? 0)
  const flags = Array.from({ length: count }, (_, index) => {
    const at = 1 + 2 * (count + 1) + cellSize * index
    return definition !== undefined && at + 2 <= definition.length ? definition.readUInt16LE(at) : 0
  })
  const merges = flags.map(vertical)
  const widens = flags.map((flag) => (flag & 3) === 1)
  for (const { code, operand } of sprms) {
    if (code === sprm.TVertMerge && operand.length >= 2)
      merges[operand[0] ?? 0] = operand[1] === 3 ? 'start' : operand[1] === 1 ? 'continue' : null
    if (code === sprm.TMerge) for (let at = (operand[0] ?? 0) + 1; at < (operand[1] ?? 0); at += 1) widens[at] = true
  }
  const shadings = lastOperand(sprms, sprm.TDefTableShd)
  return {
    edges,
    merges,
    widens,
    shadings: flags.map((_, index) => (shadings === undefined ? null : shadingOf(shadings, shadingSize * index))),
    head: lastOperand(sprms, sprm.TTableHeader)?.[0] === 1,
  }
}
