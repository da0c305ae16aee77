import type { TicketCase } from '../../core/ticket-life.ts'
import type { Rarity } from './compare-words.ts'
import { comparedCase, type ComparedDemand } from './compared-demand.ts'
import { findDuplicates, type Duplicates } from './find-duplicates.ts'
import { gatherSignals, type Embed } from './gather-signals.ts'
import { judgePair, type PairJudgement } from './judge-pair.ts'

export interface DuplicateFinder {
  /** How two demands stand to each other, with what it was judged by; which comes first does not matter. */
  judgePair(a: ComparedDemand, b: ComparedDemand, signal: AbortSignal): Promise<PairJudgement>
  /** What a demand repeats or belongs to among filed ones (`TicketCases.alike`). */
  findDuplicates(
    demand: ComparedDemand & { number: string | null },
    candidates: readonly TicketCase[],
    signal: AbortSignal,
  ): Promise<Duplicates>
}

/** Judges demands against each other. `rarity` says which words tell much (learnRarity over the examples of the subject classes). */
export function createDuplicateFinder(senses: { embed: Embed; rarity: Rarity }): DuplicateFinder {
  const look = (a: ComparedDemand, b: ComparedDemand, signal: AbortSignal) => gatherSignals(a, b, senses, signal)
  return {
    judgePair: async (a, b, signal) => judgePair(await look(a, b, signal)),
    async findDuplicates(demand, candidates, signal) {
      // A withdrawn demand is nobody's any more, and a demand is no duplicate of itself.
      const open = candidates.filter(({ number, state }) => number !== demand.number && state !== 'withdrawn')
      // Once, and only where it is needed: nobody waits for one that is not.
      let own: Promise<Float32Array> | null = null
      const embed: Embed = (text, ...rest) =>
        text === demand.text ? (own ??= senses.embed(text, ...rest)) : senses.embed(text, ...rest)
      const seen = []
      for (const candidate of open) {
        const signals = await gatherSignals(demand, comparedCase(candidate), { ...senses, embed }, signal)
        seen.push({ candidate, signals })
      }
      return findDuplicates(seen)
    },
  }
}
