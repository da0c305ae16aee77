import type { Quarantined } from '../reading.ts'

/** How a piece of text looks, as far as its file says. Colours are six hexadecimal digits; null for the usual. */
export interface Look {
  hidden: boolean
  colour: string | null
  /** What lies behind the text: the shading of the run, the cell or the page. */
  background: string | null
  points: number | null
}

/** Points: nobody reads text smaller than this. */
const tiniest = 3
/** Of 255, over all three channels together: colours nearer than this look the same on paper. */
const indistinct = 40

const channels = (colour: string) => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** True where two colours cannot be told apart. */
export const looksSame = (one: string, other: string): boolean =>
  channels(one).reduce((sum, value, at) => sum + Math.abs(value - (channels(other)[at] ?? 0)), 0) < indistinct

/** Why a human reader would not see text that looks so; null where they would. */
export function hiddenReason({ hidden, colour, background, points }: Look): Quarantined['reason'] | null {
  if (hidden) return 'hidden-style'
  if (points !== null && points < tiniest) return 'tiny-text'
  return looksSame(colour ?? '000000', background ?? 'FFFFFF') ? 'white-text' : null
}
