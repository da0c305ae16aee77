import type { TicketStage } from '../../src/core/ticket-progress.ts'
import type { TicketState } from '../../src/core/ticket.ts'

interface Staged {
  state: TicketState
  stages: readonly { stage: TicketStage; at: unknown }[]
}

/** At which stage a demand stands, by its place in the list; an objection does not move it, and what left the way stands where it left. */
export function currentStage({ state, stages }: Staged): number {
  const named = stages.findIndex(({ stage }) => stage === state)
  if (named >= 0) return named
  return stages.reduce((last, { at }, index) => (at === null ? last : index), 0)
}
