import type { Tell } from '../../tell-operator.mjs'

/** The line that a turn left about an earlier one: what was said, and how it ended. */
const ended = /^(?<said>.*) → (?<kind>[a-z]+)$/su

/** What the assistant itself notes where a turn went wrong. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/^The turn took too long\.$/u, 'slow'],
  [/^No step came to an answer\.$/u, 'no-answer'],
  [/^The step (?<step>.+) failed\.$/u, 'step'],
]

function noteLine(line: string, tell: Tell): string {
  for (const [pattern, name] of faults) {
    const match = pattern.exec(line)
    if (match !== null) return tell(`operator.ticket.fault.${name}`, match.groups ?? {})
  }
  return tell('operator.ticket.tried.note', { note: line })
}

/** What was tried before a demand was filed, in the operator's words. */
export function triedLine(line: string, tell: Tell): string {
  const { said, kind } = ended.exec(line)?.groups ?? {}
  return said === undefined || kind === undefined
    ? noteLine(line, tell)
    : tell('operator.ticket.tried', { said, outcome: tell(`operator.outcome.${kind}`) })
}
