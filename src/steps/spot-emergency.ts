import { z } from 'zod'
import { detectLanguage } from '../core/detect-language.ts'
import { inTime } from '../core/in-time.ts'
import type { Language } from '../core/language.ts'
import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import { matchRule, rulePatterns } from './match-rules.ts'
import type { Recognize } from './recognize.ts'

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

/** How much the likeness to emergencies counts beside how much nearer they are than what only sounds so. */
const fitCounts = 0.8
/**
 * What a message has to reach to count as an emergency by its meaning alone. With the rules, 98 of 120 emergencies in words of their own and
 * 14 of 1,366 messages about demands reach it. The two embedding models have different scales.
 */
const reach: Readonly<Record<Language, number>> = { zh: 0.45, en: 0.264 }
/** What is so much nearer to what only sounds so is none, however near it is. */
const leastMargin = -0.02
/** Who asks what, how much or whether is seldom in danger at that moment; such a message has to come nearer. */
const asks =
  /[吗呢]|多少|哪|几[天年个岁]|第几|什么|啥|谁|对不对|能不能|是不是|算不算|行不行|可不可以|\b(?:which|how much|can i|is it|do i|does|where)\b/iu
const moreWhenAsking = 0.04
/** The same for what answers the questions about a demand: short, out of its context, and seldom a cry for help. */
const moreInIntake = 0.11
/** A longer message tells a story; its meaning as a whole says nothing of a cry for help in it. */
const longestMeant = 200
/** Nobody in danger waits for a model, milliseconds. */
const patience = 1500

/**
 * Gives the number and one line of advice at once when somebody is in danger: by the words of the table, services in the order of urgency;
 * else, where `recognize` is there, by the likeness to examples.
 */
export function spotEmergency({
  table,
  recognize,
}: {
  table: EmergencyTable
  recognize?: Recognize | undefined
}): Step {
  const never = table.never.map((pattern) => new RegExp(pattern, 'iu'))
  const services = table.services.map((service) => ({ ...service, matches: matchRule(service) }))
  async function meant(text: string, inIntake: boolean, signal: AbortSignal) {
    const language = detectLanguage(text)
    if (recognize === undefined || text.length > longestMeant || text.trim().length < 4) return undefined
    const within = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const match = await inTime(recognize(text, language, within), within, null)
    if (match === null || match.margin < leastMargin) return undefined
    const least = reach[language] + (asks.test(text) ? moreWhenAsking : 0) + (inIntake ? moreInIntake : 0)
    if (match.margin + fitCounts * match.fit < least) return undefined
    return services.find(({ service }) => service === match.kind)
  }
  return {
    name: 'spot-emergency',
    async run(turn, { signal }) {
      const text = ends(turn.message.text).normalize('NFKC')
      if (never.some((pattern) => pattern.test(text))) return turn
      const found = services.find(({ matches }) => matches(text)) ?? (await meant(text, turn.intake !== null, signal))
      if (found === undefined) return turn
      return { kind: 'emergency', service: found.service, number: found.number, advice: phrase(found.advice) }
    },
  }
}
