import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Conversation } from '../../../src/core/conversation.ts'
import type { Language } from '../../../src/core/language.ts'
import { parseRegion } from '../../../src/core/region.ts'
import { awaitReply } from '../await-reply.ts'
import { htmlResponse } from '../html.ts'
import { plainPage } from '../pages/plain-page.ts'
import { placeNamesIn } from '../place-names.ts'
import { rateReply } from '../rate-reply.ts'
import { readForm, type SentForm } from '../read-form.ts'
import { Refusal } from '../refusal.ts'
import { admitToken, type Call } from '../route.ts'
import { ticketLink } from '../ticket-link.ts'
import { hashToken, makeToken } from '../tokens.ts'
import { feedbackRequest, messageRequest } from '../wire.ts'
import { typedMessage } from './message-routes.ts'
import type { PageRouteOptions, Words } from './page-routes.ts'
import { takeFiles } from './plain-files.ts'

const absent = (value: unknown) => (value === '' ? undefined : value)

const plainForm = z.object({
  do: z.enum(['ask', 'wait', 'rate', 'language-zh', 'language-en']).default('ask'),
  id: messageRequest.shape.id.optional(),
  conversation: z.string().max(64).optional(),
  token: z.string().max(128).optional(),
  text: z.string().max(8000).default(''),
  /** A pressed choice; it is sent instead of the text. */
  say: z.preprocess(absent, z.string().max(500).optional()),
  region: z.string().max(250).optional(),
  rated: z.string().max(64).optional(),
  rating: feedbackRequest.shape.rating.optional(),
  reason: z.preprocess(absent, feedbackRequest.shape.reason),
  comment: feedbackRequest.shape.comment,
})
type PlainForm = z.infer<typeof plainForm>

interface Visitor {
  conversation: Conversation
  token: string
}

const longestWaitForPerson = 2000

/** The form before the first message. */
export function emptyPlainForm(
  { language, reception, url }: Call,
  options: PageRouteOptions & { words: Words },
): Response {
  return htmlResponse(
    plainPage({
      language,
      words: options.words,
      timeZone: options.timeZone,
      visitor: null,
      nextMessage: randomUUID(),
      question: url.searchParams.get('question')?.slice(0, 2000) ?? '',
      region: options.region,
      regions: reception.regions(),
      placeNames: placeNamesIn(options.placeAliases, language),
      ticketPages: new Map(),
      messages: [],
      replies: [],
      waiting: false,
      withPerson: false,
      notice: null,
      fileLimits: reception.files.limits,
    }),
  )
}

/** Does what the pressed button asks for, waits for the reply, and shows the whole conversation. */
export async function answerPlainForm(
  call: Call,
  options: PageRouteOptions & { wordsIn: (language: Language) => Words },
): Promise<Response> {
  const { ticketBytes } = call.reception.files.limits
  const { fields, files } = await readForm(call.request, ticketBytes)
  const form = parseForm(fields)
  const visitor = await findOrOpen(call, form, options)
  const change = await applyChange(call, form, visitor.conversation)
  const conversation = { ...visitor.conversation, ...change }
  const words = options.wordsIn(conversation.language)
  const rated = await rate(call, form, conversation)
  const refused = await send(call, form, { conversation, options, files, words })
  return showConversation(call, {
    conversation,
    token: visitor.token,
    words,
    timeZone: options.timeZone,
    placeNames: placeNamesIn(options.placeAliases, conversation.language),
    notice: [...(rated ? [words('ui.plain.rated')] : []), ...refused].join('\n') || null,
  })
}

function parseForm(fields: SentForm['fields']): PlainForm {
  const parsed = plainForm.safeParse(fields)
  if (!parsed.success) throw new Refusal('bad-request')
  return parsed.data
}

async function findOrOpen({ reception, language }: Call, form: PlainForm, options: PageRouteOptions): Promise<Visitor> {
  if (form.conversation !== undefined) {
    const token = form.token ?? ''
    return { conversation: await admitToken(reception, form.conversation, token), token }
  }
  const token = makeToken()
  const address = { channel: 'web', user: hashToken(token) }
  const conversation = await reception.open({ id: randomUUID(), address, language, region: options.region })
  return { conversation, token }
}

/** Changes the language by its button, and the place where another one is chosen. */
async function applyChange({ reception }: Call, form: PlainForm, { id, language, region }: Conversation) {
  const wanted = form.region === undefined ? region : form.region === '' ? null : parseRegion(form.region)
  const spoken: Language = form.do === 'language-en' ? 'en' : form.do === 'language-zh' ? 'zh' : language
  const change = { language: spoken, region: wanted }
  if (spoken !== language || wanted?.join('/') !== region?.join('/')) await reception.update(id, change)
  return change
}

async function rate({ reception }: Call, form: PlainForm, { id }: Conversation): Promise<boolean> {
  const { do: wish, rated, rating, reason, comment } = form
  if (wish !== 'rate' || rated === undefined || rating === undefined) return false
  await rateReply(reception, {
    conversation: id,
    message: rated,
    rating,
    reason: rating === 'up' ? null : reason,
    comment: comment || null,
  })
  return true
}

/** Sends the pressed choice or the text with the chosen files, and waits for the reply. Gives what is to be said of refused files. */
async function send(
  { reception, caller }: Call,
  form: PlainForm,
  { conversation, options, files, words }: Sending,
): Promise<readonly string[]> {
  if (form.say === undefined && form.do !== 'ask') return []
  const text = (form.say ?? form.text).trim()
  const chosen = form.say === undefined ? files : []
  if (text === '' && chosen.length === 0) return []
  const id = form.id ?? randomUUID()
  await options.limit(conversation.id)
  // The same page sent again brings the same files again.
  const repeated = (await reception.messages(conversation.id)).some((message) => message.id === id)
  const sent = repeated ? [] : chosen
  if (sent.length > 0)
    await options.limitUpload(
      caller,
      sent.reduce((sum, file) => sum + file.size, 0),
    )
  const { media, refused } = await takeFiles(reception, conversation.id, { sent, words })
  if (text === '' && media.length === 0) return refused
  await reception.receive(typedMessage(conversation, id, text, options.clock(), { media }))
  const held = conversation.holder === 'operator'
  const patience = held ? Math.min(options.patience, longestWaitForPerson) : options.patience
  await awaitReply(reception, { conversation: conversation.id, message: id, patience })
  return refused
}

interface Sending {
  conversation: Conversation
  options: PageRouteOptions
  files: readonly File[]
  words: Words
}

async function showConversation(
  { reception }: Call,
  shown: {
    conversation: Conversation
    token: string
    words: Words
    timeZone: string
    placeNames: Readonly<Record<string, string>>
    notice: string | null
  },
): Promise<Response> {
  const { id } = shown.conversation
  const [now, messages, entries, tickets] = await Promise.all([
    reception.conversation(id),
    reception.messages(id),
    reception.repliesSince(id, 0),
    reception.tickets.of(id),
  ])
  const withPerson = now?.holder === 'operator'
  const last = messages.at(-1)
  return htmlResponse(
    plainPage({
      language: shown.conversation.language,
      words: shown.words,
      timeZone: shown.timeZone,
      visitor: { conversation: id, token: shown.token },
      nextMessage: randomUUID(),
      question: '',
      region: shown.conversation.region,
      regions: reception.regions(),
      placeNames: shown.placeNames,
      ticketPages: new Map(
        tickets.map((ticket) => [ticket.number, `${ticketLink(ticket)}?language=${shown.conversation.language}`]),
      ),
      messages,
      replies: entries,
      waiting: !withPerson && last !== undefined && !entries.some(({ reply }) => reply.message === last.id),
      withPerson,
      notice: shown.notice,
      fileLimits: reception.files.limits,
    }),
  )
}
