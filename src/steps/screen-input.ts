import { z } from 'zod'
import { isWordless } from '../core/message.ts'
import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import { matchRule, rulePatterns } from './match-rules.ts'

/** knowledge/screens.yaml: what is declined, and with which phrase. */
export const screenTable = z.array(z.object({ name: z.string(), phrase: z.string(), ...rulePatterns.shape }))
export type ScreenTable = z.infer<typeof screenTable>

/** Declines messages that are empty (a file or a place alone is not), too long, or attack the assistant, fish for others' data or only insult. */
export function screenInput({ table, limit }: { table: ScreenTable; limit: number }): Step {
  const screens = table.map((screen) => ({ ...screen, matches: matchRule(screen) }))
  return {
    name: 'screen-input',
    async run(turn) {
      const text = turn.message.text.normalize('NFKC')
      if (isWordless(turn.message)) return turn
      if (text.trim() === '') return { kind: 'reply', phrase: phrase('message.empty'), choices: [], gives: {} }
      if (text.length > limit) return { kind: 'refusal', phrase: phrase('message.too-long', { limit: String(limit) }) }
      const found = screens.find(({ matches }) => matches(text))
      return found === undefined ? turn : { kind: 'refusal', phrase: phrase(found.phrase) }
    },
  }
}
