import type { Citation } from '../../src/core/passage.ts'
import { phrase } from '../../src/core/phrase.ts'
import type { Step } from '../../src/core/step.ts'
import { outcomes } from '../store/makers.ts'

export const quote = '居住证自受理之日起15日内制发。'
export const citation: Citation = {
  passage: 'p1',
  document: '云汀市/居住证.md',
  title: '云汀市居住证办法',
  issuer: '云汀市公安局',
  quote,
  section: ['第八条'],
  validity: 'in-force',
  amended: false,
  effective: '2026-01-01',
  expires: null,
  region: ['云汀市'],
  url: 'https://www.yunting.example/policy/1',
}
export const hostile = '<img src=x onerror="document.title=\'broken\'">'

const sentence = { text: quote, citations: [citation], marks: [[8, 12]] as const }

/**
 * Steps for channels' tests. 'kind:K' ends in the first made outcome of that kind; 'slow' never ends by itself; 'hostile' answers with
 * markup; anything else is answered with one cited sentence, said early.
 */
export const scriptedSteps: readonly Step[] = [
  {
    name: 'script',
    run: async (turn, { say, signal }) => {
      const asked = turn.message.text
      const kind = /^kind:(\w+)$/u.exec(asked)?.[1]
      if (kind !== undefined) return knownOutcome(kind)
      if (asked === 'slow')
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      const text = asked === 'hostile' ? hostile : sentence.text
      const shown = {
        ...sentence,
        text,
        citations: [{ ...citation, ...(asked === 'hostile' ? { title: hostile } : {}) }],
      }
      say(shown)
      return {
        kind: 'answer',
        sentences: [shown],
        citations: [shown.citations[0] ?? citation],
        coverage: 'full',
        uncovered: [],
        asides: [],
        suggestions: ['居住证怎么换？'],
        writer: { name: 'extractive', model: null, promptVersion: null },
      }
    },
  },
]

function knownOutcome(kind: string) {
  if (kind === 'reply') return { kind: 'reply', phrase: phrase('talk.greeting'), choices: [], gives: {} } as const
  if (kind === 'unanswered')
    return { kind, phrase: phrase('unanswered'), offers: ['person', 'ticket'], asides: [], summary: '' } as const
  if (kind === 'question')
    return { kind, asks: 'place', phrase: phrase('place.ask'), choices: [{ label: '滨江区', say: '滨江区' }] } as const
  if (kind === 'emergency') return { kind, service: 'fire', number: '119', advice: phrase('emergency.fire') } as const
  if (kind === 'refusal') return { kind, phrase: phrase('refusal.privacy') } as const
  const made = outcomes.find((outcome) => outcome.kind === kind)
  if (made === undefined) throw new Error(`No outcome '${kind}'`)
  return made
}
