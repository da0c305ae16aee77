import { render } from '../core/render.ts'
import { formatRegion } from '../core/region.ts'
import type { Citation } from '../core/passage.ts'
import type { PipelineResult } from '../core/run-pipeline.ts'
import type { Speak } from '../core/phrase.ts'

const citationLine = ({
  document,
  title,
  quote,
  url,
  section,
  region,
  validity,
  amended,
  issuer,
  effective,
  expires,
}: Citation) => ({
  document,
  title,
  quote,
  url,
  section,
  region: formatRegion(region),
  validity,
  amended,
  issuer,
  effective,
  expires,
})

/** One line of `ask --output`: how a turn ended, in the shape the README describes. */
export function answerLine(
  id: string,
  { turn, outcome }: PipelineResult,
  options: { speak: Speak; elapsedMs: number; ticket: string | null },
) {
  const reply = render(outcome, {
    message: id,
    language: turn.language,
    speak: options.speak,
    ticket: options.ticket,
    turn,
  })
  const sentences = outcome.kind === 'answer' ? outcome.sentences : []
  const citations =
    outcome.kind === 'answer'
      ? [...new Map(outcome.citations.map((citation) => [`${citation.passage}\n${citation.quote}`, citation])).values()]
      : []
  return {
    id,
    outcome: outcome.kind,
    text: reply.text,
    sentences: sentences.map(({ text, citations: cited }) => ({ text, citations: cited.map(citationLine) })),
    citations: citations.map(citationLine),
    passages: turn.passages.map(({ document, text, score, title, validity, region }) => ({
      document,
      text,
      score,
      title,
      validity,
      region: formatRegion(region),
    })),
    ...(options.ticket === null ? {} : { ticket: options.ticket }),
    ...(outcome.kind === 'ticket' ? { ticket: outcome.filed } : {}),
    ...(outcome.kind === 'emergency' ? { emergency: { number: outcome.number, service: outcome.service } } : {}),
    ...(outcome.kind === 'redirect' ? { redirect: { route: outcome.route } } : {}),
    ...(outcome.kind === 'answer' ? { coverage: outcome.coverage, uncovered: outcome.uncovered } : {}),
    ...(outcome.kind === 'answer' || outcome.kind === 'unanswered'
      ? { asides: outcome.asides.map(({ why, citation }) => ({ why, ...citationLine(citation) })) }
      : {}),
    ...(reply.draft === null ? {} : { draft: reply.draft }),
    ...(reply.choices.length > 0 ? { choices: reply.choices } : {}),
    elapsedMs: Math.round(options.elapsedMs * 100) / 100,
  }
}

export type AnswerLine = ReturnType<typeof answerLine>
