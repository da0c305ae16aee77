import { z } from 'zod'
import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import { matchRule, rulePatterns } from './match-rules.ts'

/** knowledge/emergencies.yaml: which words mean that somebody is in danger now, the number to dial, and what only sounds so. */
export const emergencyTable = z.object({
  /** Patterns of questions about the matter (permits, compensation, drills, the past): they are never an emergency. */
  never: z.array(z.string()),
  services: z.array(
    z.object({
      service: z.enum(['police', 'fire', 'ambulance', 'traffic', 'gas', 'crisis-line', 'water-rescue']),
      number: z.string(),
      advice: z.string(),
      ...rulePatterns.shape,
    }),
  ),
})
export type EmergencyTable = z.infer<typeof emergencyTable>

/** A cry for help stands at the beginning or the end of a long message. */
const mostRead = 2000
const ends = (text: string) =>
  text.length <= 2 * mostRead ? text : `${text.slice(0, mostRead)}\n${text.slice(-mostRead)}`

/** Gives the number and one line of advice at once when somebody is in danger. Services stand in the order of urgency. */
export function spotEmergency({ table }: { table: EmergencyTable }): Step {
  const never = table.never.map((pattern) => new RegExp(pattern, 'iu'))
  const services = table.services.map((service) => ({ ...service, matches: matchRule(service) }))
  return {
    name: 'spot-emergency',
    async run(turn) {
      const text = ends(turn.message.text).normalize('NFKC')
      const found = services.find(({ matches }) => matches(text))
      if (found === undefined || never.some((pattern) => pattern.test(text))) return turn
      return { kind: 'emergency', service: found.service, number: found.number, advice: phrase(found.advice) }
    },
  }
}
