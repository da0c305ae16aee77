import { z } from 'zod'
import type { Choice, EmergencyService, LegalRoute, Outcome } from '../../core/outcome.ts'
import { phraseShape, regionShape, writerMarkShape } from './basics.ts'
import { asideShape, citationShape, sentenceShape } from './passage-shape.ts'
import { intakeShape, nothingAsked } from './intake-shape.ts'
import { shapeOf } from './shape-of.ts'
import type { CitizenCommand } from '../../core/ticket-progress.ts'
import { saidShape, visitShape } from './ticket-life-shape.ts'
import { attachmentShape, handoverShape, ticketDraftShape } from './ticket-shape.ts'

const atLeastOne = <S extends z.ZodType>(shape: S) => z.tuple([shape], shape).readonly()

export const choiceShape = shapeOf<Choice>()(z.object({ label: z.string(), say: z.string() }))

const routeShape = shapeOf<LegalRoute>()(
  z.enum(['court', 'arbitration', 'reconsideration', 'petition', 'disclosure', 'supervision']),
)

const serviceShape = shapeOf<EmergencyService>()(
  z.enum(['police', 'fire', 'ambulance', 'traffic', 'gas', 'crisis-line', 'water-rescue']),
)

const commandShape = shapeOf<CitizenCommand>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('urge'), text: z.string() }),
    z.object({ kind: z.literal('withdraw'), reason: z.string() }),
    z.object({ kind: z.literal('supplement'), text: z.string(), attachments: z.array(attachmentShape).readonly() }),
    z.object({ kind: z.literal('visit'), visit: visitShape }),
    z.object({ kind: z.literal('rate'), courteous: saidShape, contacted: saidShape }),
    z.object({ kind: z.literal('reopen'), reason: z.string() }),
  ]),
)

const asides = z.array(asideShape).readonly()
const choices = z.array(choiceShape).readonly()

const kinds = [
  z.object({
    kind: z.literal('answer'),
    sentences: atLeastOne(sentenceShape),
    citations: atLeastOne(citationShape),
    coverage: z.enum(['full', 'partial']),
    uncovered: z.array(z.string()).readonly(),
    asides,
    suggestions: z.array(z.string()).readonly(),
    writer: writerMarkShape,
  }),
  z.object({
    kind: z.literal('unanswered'),
    phrase: phraseShape,
    offers: atLeastOne(z.enum(['person', 'ticket'])),
    asides,
    summary: z.string(),
  }),
  z.discriminatedUnion('asks', [
    z.object({
      kind: z.literal('question'),
      asks: z.enum(['place', 'clarification']),
      phrase: phraseShape,
      choices,
    }),
    z.object({
      kind: z.literal('question'),
      asks: z.literal('intake'),
      phrase: phraseShape,
      choices,
      intake: intakeShape.default(nothingAsked),
    }),
  ]),
  z.object({
    kind: z.literal('reply'),
    phrase: phraseShape,
    choices,
    gives: z.object({
      region: regionShape.exactOptional(),
      holder: z.literal('assistant').exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('emergency'), service: serviceShape, number: z.string(), advice: phraseShape }),
  z.object({
    kind: z.literal('redirect'),
    route: routeShape,
    phrase: phraseShape,
    citations: z.array(citationShape).readonly(),
  }),
  z.object({
    kind: z.literal('ticket'),
    filed: ticketDraftShape,
    joined: z.string().exactOptional(),
    separate: z.literal(true).exactOptional(),
    others: z.array(z.string()).readonly().exactOptional(),
  }),
  z.object({ kind: z.literal('status'), number: z.string() }),
  z.object({ kind: z.literal('act'), number: z.string(), command: commandShape }),
  z.object({ kind: z.literal('handover'), handover: handoverShape }),
  z.object({ kind: z.literal('refusal'), phrase: phraseShape }),
  z.object({ kind: z.literal('relay') }),
] as const

/** Earlier versions kept the whole ticket where its number is enough. */
const namedByNumber = (stored: unknown): unknown => {
  const old = z.object({ kind: z.literal('status'), ticket: z.object({ number: z.string() }) }).safeParse(stored)
  return old.success ? { kind: 'status', number: old.data.ticket.number } : stored
}

const left = z.object({ leaves: z.literal(true).exactOptional() })

export const outcomeShape = shapeOf<Outcome>()(
  z.preprocess(namedByNumber, z.discriminatedUnion('kind', kinds).and(left)),
)

/** Every kind of outcome, as a reply repeats it. */
export const outcomeKindShape = shapeOf<Outcome['kind']>()(
  z.enum([
    'answer',
    'unanswered',
    'question',
    'reply',
    'emergency',
    'redirect',
    'ticket',
    'status',
    'act',
    'handover',
    'refusal',
    'relay',
  ]),
)
