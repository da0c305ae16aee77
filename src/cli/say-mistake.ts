import type { Tell } from '../tell-operator.mjs'

/** Commander's complaints about how a command was written, by how they begin. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown (?:option|command) '(?<what>[^']*)'/u, 'unknown'],
  [/^error: missing required argument '(?<what>[^']*)'/u, 'missing'],
  [/^error: required option '(?<what>[^']*)' not specified/u, 'missing'],
  [/^error: option '(?<what>[^']*)' argument missing/u, 'empty'],
  [/^error: option '(?<what>[^']*)'.* is invalid\. Allowed choices are (?<choices>.*)\./su, 'choice'],
  [/^error: (?:option|command-argument value) '(?<what>[^']*)'.* is invalid\. (?<why>.*)/su, 'invalid'],
  [/^error: too many arguments/u, 'too-many'],
]

/** A complaint about how a command was written, in the operator's words; one that is not known stays as commander words it. */
export function sayMistake(message: string, tell: Tell): string {
  for (const [pattern, name] of mistakes) {
    const match = pattern.exec(message)
    if (match !== null) return `${tell(`operator.mistake.${name}`, match.groups ?? {}).trim()}\n`
  }
  return message
}
