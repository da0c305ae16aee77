import { z } from 'zod'

/** A rule of a knowledge table: it matches when one of `when` occurs and none of `unless` does. Patterns are regular expressions. */
export const rulePatterns = z.object({ when: z.array(z.string()).min(1), unless: z.array(z.string()).default([]) })
export type RulePatterns = z.infer<typeof rulePatterns>

const compile = (patterns: readonly string[]) => patterns.map((pattern) => new RegExp(pattern, 'iu'))

/** Compiles a rule once; throws on a pattern that is no regular expression. */
export function matchRule({ when, unless }: RulePatterns): (text: string) => boolean {
  const [yes, no] = [compile(when), compile(unless)]
  return (text) => yes.some((pattern) => pattern.test(text)) && !no.some((pattern) => pattern.test(text))
}
