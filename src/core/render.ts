import { draftCard } from './draft-card.ts'
import type { Language } from './language.ts'
import type { Aside, Choice, Outcome, OutcomeOf } from './outcome.ts'
import type { Citation } from './passage.ts'
import { phrase, type Phrase, type Speak } from './phrase.ts'
import { formatRegion } from './region.ts'
import type { Reply, Source } from './reply.ts'
import type { Turn } from './turn.ts'

export interface RenderOptions {
  message: string
  language: Language
  speak: Speak
  /** The number of what was filed, told of or changed while settling; null where nothing was. */
  ticket: string | null
  /** What is to be told of that, and what can be done to it now. */
  told?: { phrases: readonly Phrase[]; choices: readonly Choice[] }
  /** The turn it ends: an intake that waits behind the reply is reminded of, a demand that was answered may still be filed. */
  turn?: Pick<Turn, 'intake' | 'intent'>
}

type Parts = Omit<Reply, 'message' | 'kind' | 'text' | 'ticket'>
const none: Parts = { sentences: [], sources: [], notes: [], choices: [], suggestions: [], call: null, draft: null }

const key = (citation: Citation) => `${citation.passage}\n${citation.quote}`

/** Numbers the distinct citations in the order in which the sentences use them. */
function numberSources(citations: readonly Citation[]): Source[] {
  const distinct = new Map(citations.map((citation) => [key(citation), citation]))
  return [...distinct.values()].map((citation, index) => ({ ...citation, number: index + 1 }))
}

/** Puts an outcome into words, once, for every channel. */
export function render(outcome: Outcome, options: RenderOptions): Reply {
  const reply = renderOutcome(outcome, options)
  const { intake = null, intent = 'consultation' } = options.turn ?? {}
  const say = (wording: Phrase) => options.speak(wording, options.language)
  if (intake !== null && waits.has(outcome.kind) && !(outcome.kind === 'reply' && outcome.phrase.id === 'intake.left'))
    return withLine(reply, `${say(phrase('intake.reminder'))}${say(intake.phrase)}`, intake.choices)
  const demands = !['consultation', 'small-talk', 'out-of-scope'].includes(intent)
  return outcome.kind === 'answer' && demands
    ? withLine(reply, say(phrase('intake.offer')), [choice('offer.ticket', say)])
    : reply
}

/** After these an intake that was interrupted goes on. */
const waits: ReadonlySet<Outcome['kind']> = new Set([
  'answer',
  'unanswered',
  'reply',
  'redirect',
  'emergency',
  'refusal',
  'status',
  'act',
])

const withLine = (reply: Reply, line: string, choices: readonly Choice[]): Reply => ({
  ...reply,
  text: `${reply.text}\n${line}`,
  notes: [...reply.notes, line],
  choices: [...reply.choices, ...choices],
})

function renderOutcome(outcome: Outcome, options: RenderOptions): Reply {
  const say = (wording: Phrase) => options.speak(wording, options.language)
  // In a terminal or an eval nothing is stored, and so nothing has a number.
  const number = options.ticket ?? say(phrase('ticket.rehearsal'))
  const { told } = options
  const lines = (text: readonly string[], parts: Partial<Parts> = {}): Reply => ({
    message: options.message,
    kind: outcome.kind,
    text: text.filter((line) => line !== '').join('\n'),
    ticket: options.ticket,
    ...none,
    ...parts,
  })
  switch (outcome.kind) {
    case 'answer':
      return renderAnswer(outcome, lines, say)
    case 'unanswered': {
      const notes = outcome.asides.map((aside) => asideNote(aside, say))
      const choices = outcome.offers.map((offer) => choice(`offer.${offer}`, say))
      return lines([say(outcome.phrase), ...notes], {
        notes,
        choices,
        sources: numberSources(outcome.asides.map((a) => a.citation)),
      })
    }
    case 'question': {
      if (outcome.asks !== 'intake' || outcome.intake.asking !== 'confirm')
        return lines([say(outcome.phrase)], { choices: outcome.choices })
      const draft = draftCard(outcome.intake.draft, say)
      const rows = draft.fields.map(({ label, value }) => say(phrase('draft.row', { label, value })))
      return lines([...rows, say(outcome.phrase)], { choices: outcome.choices, draft })
    }
    case 'reply':
      return lines([say(outcome.phrase)], { choices: outcome.choices })
    case 'emergency':
      return renderEmergency(outcome, lines, say, (options.turn?.intake ?? null) === null)
    case 'redirect':
      return lines([say(outcome.phrase)], { sources: numberSources(outcome.citations) })
    case 'ticket':
      return lines(told?.phrases.map(say) ?? [say(phrase('ticket.filed', { number }))], {
        draft: draftCard(outcome.filed, say),
        choices: told?.choices ?? [],
      })
    case 'status':
    case 'act':
      return lines(told?.phrases.map(say) ?? [say(phrase('ticket.unknown'))], { choices: told?.choices ?? [] })
    case 'handover':
      return lines(
        [say(phrase(`handover.${outcome.handover.reason}`, { number })), ...(told?.phrases ?? []).map(say)],
        {
          choices: [choice('offer.resume', say)],
        },
      )
    case 'refusal':
      return lines([say(outcome.phrase)])
    case 'relay':
      return lines([])
    default:
      return outcome satisfies never
  }
}

/**
 * The number, the advice and, unless a demand is being taken down anyway, a way to file one: nobody may be in danger after all. Who may
 * want to die is offered none.
 */
function renderEmergency(
  { number, advice, service }: OutcomeOf<'emergency'>,
  lines: (text: readonly string[], parts: Partial<Parts>) => Reply,
  say: (wording: Phrase) => string,
  idle: boolean,
): Reply {
  const otherwise = idle && service !== 'crisis-line'
  const first = [say(phrase('emergency.call', { number })), say(advice)]
  return lines(otherwise ? [...first, say(phrase('emergency.otherwise'))] : first, {
    call: number,
    choices: otherwise ? [choice('offer.ticket', say)] : [],
  })
}

const choice = (id: string, say: (wording: Phrase) => string): Choice => ({
  label: say(phrase(id)),
  say: say(phrase(`${id}.say`)),
})

function renderAnswer(
  outcome: OutcomeOf<'answer'>,
  lines: (text: readonly string[], parts: Partial<Parts>) => Reply,
  say: (wording: Phrase) => string,
): Reply {
  const sources = numberSources(outcome.sentences.flatMap((sentence) => sentence.citations))
  const numberOf = new Map(sources.map((source) => [key(source), source.number]))
  const sentences = outcome.sentences.map(({ text, marks, citations }) => ({
    text,
    marks,
    sources: [...new Set(citations.map((citation) => numberOf.get(key(citation)) ?? 0))],
  }))
  const amended = new Set(sources.filter((source) => source.amended).map(({ title }) => title))
  const notes = [
    ...[...amended].map((title) => say(phrase('answer.amended', { title }))),
    ...outcome.uncovered.map((part) => say(phrase('answer.uncovered', { part }))),
    ...outcome.asides.map((aside) => asideNote(aside, say)),
  ]
  const body = sentences.map((sentence) => sentence.text + sentence.sources.map((number) => `[${number}]`).join(''))
  return lines([...body, ...notes], { sentences, sources, notes, suggestions: outcome.suggestions })
}

/** "《…》 (澄江市) is another place's rule": says why a rule is only mentioned. */
function asideNote({ why, citation }: Aside, say: (wording: Phrase) => string): string {
  const date = (why === 'upcoming' ? citation.effective : citation.expires) ?? ''
  return say(
    phrase(`aside.${why}${date === '' ? '' : '.dated'}`, {
      title: citation.title,
      region: formatRegion(citation.region),
      date,
    }),
  )
}
