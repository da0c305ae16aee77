import type { Exchange, Turn } from '../../src/core/turn.ts'
import { startTurn } from '../../src/core/turn.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { StepTools } from '../../src/core/step.ts'

/** A turn of a test conversation that says `text`; what is not given is as it is at the start of a conversation. */
export const makeTurn = (text: string, given: Partial<Turn> = {}): Turn => ({
  ...startTurn(
    {
      id: 'm1',
      conversation: 'c1',
      from: { channel: 'test', user: 'u1' },
      at: new Date(0),
      text,
      media: [],
      place: null,
      spoken: false,
      language: given.language ?? 'zh',
    },
    { language: 'zh', history: given.history ?? [], holder: 'assistant', region: null },
  ),
  ...given,
})

export const unansweredOutcome = (summary: string): Outcome => ({
  kind: 'unanswered',
  phrase: { id: 'unanswered', values: {} },
  offers: ['person', 'ticket'],
  asides: [],
  summary,
})

/** An earlier exchange of the conversation. */
export const makeExchange = (text: string, given: Partial<Exchange> = {}): Exchange => ({
  message: 'm0',
  at: new Date(0),
  text,
  query: text,
  region: null,
  outcome: unansweredOutcome(text),
  ...given,
})

export const makeTools = (): StepTools => ({ signal: new AbortController().signal, say: () => undefined })
