import { z } from 'zod'
import { departmentEventTypes } from '../../core/webhooks.ts'

/** What departments' systems and the server say to each other; requests are parsed by it and the OpenAPI document is made from it. */
const moment = z.iso.datetime().meta({ description: 'UTC, as 2026-11-23T04:00:00.000Z' })
const givenMoment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const bilingual = z.object({ zh: z.string(), en: z.string() })
const region = z.array(z.string()).meta({ description: 'A path of names, from the city inward' })

export const states = [
  'filed',
  'accepted',
  'dispatched',
  'in-progress',
  'objected',
  'replied',
  'visited',
  'closed',
  'withdrawn',
  'transferred',
] as const
const state = z.enum(states)
const term = z.enum(['danger', 'utility', 'ordinary', 'complex'])

export const attachment = z
  .object({
    id: z.string(),
    kind: z.enum(['photo', 'audio', 'document']),
    name: z.string(),
    type: z.string(),
    bytes: z.number().int(),
    digest: z.string().meta({ description: 'SHA-256 of the content, in hexadecimal' }),
  })
  .meta({ id: 'Attachment' })

export const ticketSummary = z
  .object({
    number: z.string(),
    state,
    kind: z.enum(['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']),
    title: z.string(),
    subject: z.object({ code: z.string(), name: bilingual.nullable() }).nullable(),
    term: term.nullable(),
    filedAt: moment,
    dispatchedAt: moment.nullable(),
    due: moment.nullable().meta({ description: 'By when it has to be replied to' }),
    late: z.boolean().meta({ description: 'No reply came in time, now or before' }),
    role: z.enum(['lead', 'co-handling']),
    lead: z.string(),
    coHandling: z.array(z.string()),
    line: z.string().nullable().meta({ description: 'The line of the dispatch catalogue that it was sent by' }),
    paused: z.object({ since: moment, until: moment }).nullable(),
    asked: z.object({ kind: z.enum(['pause', 'extension']), reason: z.string(), until: moment }).nullable(),
    objection: z.object({ reason: z.string(), line: z.string(), decideBy: moment }).nullable(),
    urged: z.number().int(),
    supervised: z.boolean(),
    reworks: z.number().int(),
    version: z.number().int().meta({ description: 'Grows with every change; If-Match names the one seen' }),
  })
  .meta({ id: 'TicketSummary' })

/** What happened. Which of the details there are depends on its kind. */
export const ticketEvent = z
  .object({
    sequence: z.number().int(),
    at: moment,
    kind: z.string(),
    by: z.object({
      role: z.enum(['citizen', 'assistant', 'operator', 'reviewer', 'department', 'leader', 'clock']),
      department: z.string().nullable(),
    }),
    text: z.string().optional(),
    line: z.string().nullable().optional(),
    due: moment.optional(),
    until: moment.optional(),
    attachments: z.array(attachment).optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])).optional(),
  })
  .meta({ id: 'TicketEvent' })

export const ticketDetail = ticketSummary
  .extend({
    description: z.string(),
    wish: z.string().nullable(),
    where: z
      .object({
        said: z.string(),
        region: region.nullable(),
        point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
      })
      .nullable(),
    when: z
      .object({ said: z.string(), from: moment.nullable(), to: moment.nullable(), repeats: z.boolean() })
      .nullable(),
    contactWish: z.enum(['named', 'confidential', 'anonymous']).nullable(),
    contact: z
      .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
      .nullable()
      .meta({ description: 'Only where the citizen wants to be named' }),
    attachments: z.array(attachment),
    history: z.array(ticketEvent),
  })
  .meta({ id: 'Ticket' })

export const ticketPage = z.object({
  tickets: z.array(ticketSummary),
  next: z.string().nullable().meta({ description: 'Give it as `after` to read on; null on the last page' }),
})

export const catalogueResponse = z.object({
  version: z.string(),
  lines: z.array(
    z.object({
      line: z.string(),
      subject: z.string().meta({ description: 'Six digits; empty: the owner of what nobody else has' }),
      subjectName: bilingual.nullable(),
      region,
      lead: z.string(),
      coHandling: z.array(z.string()),
      duty: bilingual,
      basis: z.string(),
    }),
  ),
})

export const failure = z
  .object({
    error: z.string(),
    message: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'DepartmentsFailure' })

const reason = z.string().max(2000)
const text = z.string().max(20_000)
const attachments = z
  .array(z.string().max(100))
  .max(20)
  .default([])
  .meta({ description: 'Ids of files that were sent to this ticket before' })

export const objectRequest = z.object({
  reason,
  line: z.string().max(100).meta({ description: 'The line of the dispatch catalogue that makes another responsible' }),
})
export const askRequest = z.object({ reason, until: givenMoment.meta({ description: 'With an offset or Z' }) })
export const writeRequest = z.object({ text, attachments })
export const emptyRequest = z.object({})

const mostListed = 100

export const listRequest = z.object({
  state: z
    .string()
    .optional()
    .transform((list) => list?.split(',').map((each) => each.trim()))
    .pipe(z.array(state).optional())
    .meta({ description: 'One or several states, parted by commas' }),
  updatedSince: givenMoment.optional().meta({ description: 'Something has happened to the ticket since then' }),
  order: z
    .enum(['newest', 'due'])
    .default('newest')
    .meta({
      description: 'due: what has to be replied to soonest comes first, of what is still open unless states are named',
    }),
  limit: z.coerce.number().int().min(1).max(mostListed).default(20),
  after: z.string().max(100).optional().meta({ description: 'What `next` was of the page before' }),
})

export const uploadRequest = z.object({
  name: z.string().max(300).default('').meta({ description: 'Name of the file' }),
})

/** The body of a message to a department's own system. */
export const webhookBody = z.object({
  type: z.enum(departmentEventTypes),
  timestamp: moment,
  sequence: z.number().int().meta({ description: 'Grows over all messages; they may arrive in another order' }),
  data: z.object({
    department: z.string(),
    ticket: z.object({
      number: z.string(),
      state,
      version: z.number().int(),
      subject: z.string().nullable(),
      term: term.nullable(),
      due: moment.nullable(),
      lead: z.string().nullable(),
      coHandling: z.array(z.string()),
      urged: z.number().int(),
      supervised: z.boolean(),
    }),
    event: z.looseObject({ sequence: z.number().int(), kind: z.string(), at: moment, by: z.string() }),
    path: z.string(),
  }),
})
