import type { DemandEvidence, Evidence } from './gather-evidence.ts'

/** How much each kind of evidence counts, and how sharply sums turn into chances; measured on demands that nothing was learned from. */
export interface Mixture {
  /** The words, beside the meaning, which counts 1. */
  lexical: number
  /** How much the best piece counts beside the whole, 0 … 1. */
  piece: number
  sharpness: number
}

const sumUp = ({ near, lexical }: Evidence, mixture: Mixture): Float32Array =>
  near.map((value, at) => value + mixture.lexical * (lexical[at] ?? 0))

/** Turns sums into chances that add up to 1. */
function chances(sums: Float32Array, sharpness: number): Float32Array {
  const highest = sums.reduce((most, sum) => Math.max(most, sum), -Infinity)
  const raised = sums.map((sum) => Math.exp((sum - highest) * sharpness))
  const all = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / all)
}

/** The chance of each class: the evidence of the whole demand and, for each class, of the piece that speaks for it most. */
export function mixEvidence({ whole, pieces }: DemandEvidence, mixture: Mixture): Float32Array {
  const sums = sumUp(whole, mixture)
  if (pieces.length === 0 || mixture.piece === 0) return chances(sums, mixture.sharpness)
  const parts = pieces.map((piece) => sumUp(piece, mixture))
  const mixed = sums.map((sum, at) => {
    const best = parts.reduce((most, part) => Math.max(most, part[at] ?? -Infinity), -Infinity)
    return (1 - mixture.piece) * sum + mixture.piece * best
  })
  return chances(mixed, mixture.sharpness)
}
