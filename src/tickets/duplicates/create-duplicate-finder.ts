import type { TicketCase } from '../../core/ticket-life.ts'
import type { Rarity } from './compare-words.ts'
import { comparedCase, type ComparedDemand } from './compared-demand.ts'
import { isOpen } from '../life/may-do.ts'
import { findDuplicates, type Duplicates, type SeenCandidate } from './find-duplicates.ts'
import { gatherOutside, gatherSignals, type Embed, type Signals } from './gather-signals.ts'
import { judgePair, type PairJudgement } from './judge-pair.ts'
import { suggestFrom } from './may-join-unasked.ts'

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
      // What has ended is nobody's any more: the same once more is a new matter. And a demand is no duplicate of itself.
      const open = candidates.filter((candidate) => candidate.number !== demand.number && isOpen(candidate))
      // Once, and only where it is needed: nobody waits for one that is not.
      let own: Promise<Float32Array> | null = null
      const embed: Embed = (text, ...rest) =>
        text === demand.text ? (own ??= senses.embed(text, ...rest)) : senses.embed(text, ...rest)
      const seen: SeenCandidate[] = []
      for (const candidate of open) {
        const other = comparedCase(candidate)
        const outside = gatherOutside(demand, other, senses.rarity)
        const signals = mayJoin(outside) ? await gatherSignals(demand, other, { ...senses, embed }, signal) : outside
        seen.push({ candidate, signals })
      }
      return findDuplicates(seen)
    },
  }
}

/** Whether a pair could be one matter if the texts meant the same: reading what texts mean takes the most time. */
const mayJoin = (outside: Signals): boolean => judgePair({ ...outside, meaning: 1 }).joins >= suggestFrom
