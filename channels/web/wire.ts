import { z } from 'zod'
import { citizenActions, ticketStages } from '../../src/core/ticket-progress.ts'

/** What the widget and the server say to each other; the OpenAPI document is made from it. */
export const language = z.enum(['zh', 'en'])

/** A place as its path of names; empty for nationwide. */
export const region = z.array(z.string().min(1).max(40)).max(6)

export const openRequest = z.object({ language: language.default('zh'), region: region.nullable().default(null) })
export const openResponse = z.object({ conversation: z.string(), token: z.string() })

export const changeRequest = z.object({ language: language.optional(), region: region.nullable().optional() })

/** A file that was sent and is kept. `placed`: it is a photo that says where it was taken. */
export const attachment = z.object({
  id: z.string(),
  kind: z.enum(['photo', 'audio', 'document']),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
})
export const attachmentResponse = attachment.extend({ placed: z.boolean() })

export const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

const id = z.string().regex(/^[\w-]{8,64}$/u)

/** A message has words, files, a place, or several of these. */
export const messageRequest = z
  .object({
    /** Chosen by the sender, so that a message sent again after a lost connection is answered once. */
    id,
    text: z.string().max(8000).default(''),
    /** Ids of files sent before, each named in one message. */
    attachments: z.array(id).max(50).default([]),
    /** A point on the map, or where the browser says that it is; WGS 84. */
    place: place.nullable().default(null),
  })
  .refine(({ text, attachments, place }) => text !== '' || attachments.length > 0 || place !== null, {
    error: 'A message needs words, a file or a place.',
  })
export const messageResponse = z.object({ status: z.enum(['new', 'repeated']) })

export const feedbackRequest = z.object({
  message: z.string().min(1).max(64),
  rating: z.enum(['up', 'down']),
  reason: z.enum(['wrong', 'incomplete', 'unclear', 'outdated', 'other']).nullable().default(null),
  comment: z.string().max(1000).nullable().default(null),
})

export const source = z.object({
  number: z.number().int(),
  document: z.string(),
  passage: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  quote: z.string(),
  section: z.array(z.string()),
  validity: z.enum(['in-force', 'upcoming', 'expired', 'superseded']),
  /** Labelled as amended since, though in force. */
  amended: z.boolean(),
  effective: z.string().nullable(),
  expires: z.string().nullable(),
  region,
  url: z.string().nullable(),
})

const mark = z.tuple([z.number().int(), z.number().int()])

export const reply = z.object({
  message: z.string(),
  kind: z.enum([
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
  text: z.string(),
  sentences: z.array(z.object({ text: z.string(), marks: z.array(mark), sources: z.array(z.number().int()) })),
  sources: z.array(source),
  notes: z.array(z.string()),
  choices: z.array(z.object({ label: z.string(), say: z.string() })),
  suggestions: z.array(z.string()),
  call: z.string().nullable(),
  /** A demand as read back, to confirm or change, or as it was filed. */
  draft: z
    .object({ fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })).readonly() })
    .nullable()
    .default(null),
  ticket: z.string().nullable(),
})

/** Server-sent events: `sentence` while an answer is written, `reply` (its id is the sequence) when it is complete. */
export const sentenceEvent = z.object({ message: z.string(), text: z.string(), marks: z.array(mark) })
export const replyEvent = z.object({ sequence: z.number().int(), at: z.iso.datetime(), reply })

export const history = z.object({
  conversation: z.string(),
  language,
  region: region.nullable(),
  holder: z.enum(['assistant', 'operator']),
  messages: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      text: z.string(),
      attachments: z.array(attachment),
      place: place.nullable(),
    }),
  ),
  replies: z.array(replyEvent),
})

const moment = z.iso.datetime()

/** How a demand stands, for its citizen, in the language asked for. */
export const ticket = z.object({
  number: z.string(),
  state: z.enum([...ticketStages, 'objected', 'withdrawn', 'transferred']),
  title: z.string(),
  filedAt: moment,
  due: moment.nullable(),
  late: z.boolean(),
  pausedUntil: moment.nullable(),
  body: z.string().nullable(),
  /** When each stage was last reached; null: not yet, or not again since it was sent back. */
  stages: z.array(z.object({ stage: z.enum(ticketStages), at: moment.nullable() })),
  replies: z.array(z.object({ at: moment, body: z.string(), text: z.string(), attachments: z.array(attachment) })),
  reworks: z.number().int(),
  endedAs: z.enum(['solved', 'partly', 'unsolved', 'unreached', 'withdrawn', 'transferred']).nullable(),
  actions: z.array(z.enum(citizenActions)),
  /** Where the page stands that shows it to whoever has the link, below /web/. */
  page: z.string(),
})
export const ticketList = z.object({ tickets: z.array(ticket) })

export const startPage = z.object({
  regions: z.array(region),
  suggestions: z.array(z.string()),
  /** Names of places for readers of the asked language, by the name in the documents. */
  placeNames: z.record(z.string(), z.string()),
  /** What may be sent: bytes of a file, files and bytes of one ticket. */
  files: z.object({ fileBytes: z.number().int(), files: z.number().int(), ticketBytes: z.number().int() }),
  /** In which moments are written, as in the city's letters. */
  timeZone: z.string(),
})

export const documentView = z.object({
  document: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  region,
  validity: source.shape.validity,
  effective: z.string().nullable(),
  expires: z.string().nullable(),
  url: z.string().nullable(),
  passages: z.array(z.object({ id: z.string(), section: z.array(z.string()), text: z.string() })),
})

/** Every refusal: a code for programs and a sentence for people. */
export const failure = z.object({ error: z.string(), message: z.string() })

export type Wire = {
  openResponse: z.infer<typeof openResponse>
  messageRequest: z.input<typeof messageRequest>
  messageResponse: z.infer<typeof messageResponse>
  attachment: z.infer<typeof attachment>
  attachmentResponse: z.infer<typeof attachmentResponse>
  place: z.infer<typeof place>
  source: z.infer<typeof source>
  reply: z.infer<typeof reply>
  sentenceEvent: z.infer<typeof sentenceEvent>
  replyEvent: z.infer<typeof replyEvent>
  history: z.infer<typeof history>
  ticket: z.infer<typeof ticket>
  ticketList: z.infer<typeof ticketList>
  startPage: z.infer<typeof startPage>
  documentView: z.infer<typeof documentView>
  feedback: z.infer<typeof feedbackRequest>
}
