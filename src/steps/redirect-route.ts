import { z } from 'zod'
import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import { matchRule, rulePatterns } from './match-rules.ts'

/** knowledge/legal-routes.yaml: matters that only another body can decide, and the phrase that points to its channel. */
export const legalRouteTable = z.array(
  z.object({
    route: z.enum(['court', 'arbitration', 'reconsideration', 'petition', 'disclosure', 'supervision']),
    phrase: z.string(),
    ...rulePatterns.shape,
  }),
)
export type LegalRouteTable = z.infer<typeof legalRouteTable>

/** Points a matter for court, arbitration, reconsideration, petition, disclosure or supervision to its channel. */
export function redirectRoute({ table }: { table: LegalRouteTable }): Step {
  const routes = table.map((route) => ({ ...route, matches: matchRule(route) }))
  return {
    name: 'redirect-route',
    async run(turn) {
      const found = routes.find(({ matches }) => matches(turn.message.text.normalize('NFKC')))
      if (found === undefined) return turn
      return { kind: 'redirect', route: found.route, phrase: phrase(found.phrase), citations: [] }
    },
  }
}
