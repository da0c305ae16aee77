import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../../src/core/language.ts'
import { phrase, type Phrase, type Speak } from '../../../src/core/phrase.ts'
import type { CitizenCommand, TicketProgress } from '../../../src/core/ticket-progress.ts'
import { htmlResponse, type Html } from '../html.ts'
import { limitMessages } from '../limit-messages.ts'
import { findTicketPage } from '../pages/find-ticket-page.ts'
import { progressPage } from '../pages/progress-page.ts'
import { readBody } from '../read-body.ts'
import { Refusal } from '../refusal.ts'
import { openRoute, type Call, type Route } from '../route.ts'
import { sendFile } from '../send-file.ts'
import { readTicketLink, ticketLink } from '../ticket-link.ts'
import type { Words } from './page-routes.ts'

export interface TicketRouteOptions {
  speak: Speak
  timeZone: string
}

/** Tries of one address in a minute: four digits are soon guessed. */
const triesPerMinute = 10

const findForm = z.object({ number: z.string().max(40), digits: z.string().max(20) })
const note = z.string().trim().max(500).default('')
const key = z.string().regex(/^[\w-]{8,64}$/u)

const said = { contacted: 'unsaid' } as const
/** A form of the page as the command that it stands for. */
const actForm = z.discriminatedUnion('act', [
  z
    .object({ act: z.literal('visit'), key, note, solved: z.enum(['yes', 'partly', 'no']) })
    .transform(({ key, note, solved }) =>
      sent(key, { kind: 'visit', visit: { solved, courteous: 'unsaid', ...said, note } }),
    ),
  z
    .object({ act: z.literal('rate'), key, courteous: z.enum(['yes', 'no']) })
    .transform(({ key, courteous }) => sent(key, { kind: 'rate', courteous, ...said })),
  z.object({ act: z.literal('urge'), key, note }).transform(({ key, note }) => sent(key, { kind: 'urge', text: note })),
  z
    .object({ act: z.literal('supplement'), key, note })
    .transform(({ key, note }) => sent(key, { kind: 'supplement', text: note, attachments: [] })),
  z
    .object({ act: z.literal('withdraw'), key, note })
    .transform(({ key, note }) => sent(key, { kind: 'withdraw', reason: note })),
  z
    .object({ act: z.literal('reopen'), key, note })
    .transform(({ key, note }) => sent(key, { kind: 'reopen', reason: note })),
])
const sent = (key: string, command: CitizenCommand) => ({ key, command })

async function readFields<Fields>(request: Request, shape: z.ZodType<Fields>): Promise<Fields> {
  const parsed = shape.safeParse(Object.fromEntries(new URLSearchParams(await readBody(request))))
  if (!parsed.success) throw new Refusal('bad-request')
  return parsed.data
}

/** Pages about one's own demand are for nobody else: no cache and no search engine keeps them. */
const own = (content: Html, status = 200) => htmlResponse(content, status, { 'x-robots-tag': 'noindex, nofollow' })

const language = { name: 'language', about: 'zh or en' }
const gives = { 200: { about: 'The page', type: 'text/html' } }

/** Following a demand without scripts and without its conversation: by its secret link, or by number and digits, which lead there. */
export function ticketRoutes(options: TicketRouteOptions): readonly Route[] {
  const parts = { limit: limitMessages(triesPerMinute), shown: createShown(options) }
  return [...findRoutes(parts), ...progressRoutes(parts)]
}

interface Parts {
  limit: (caller: string) => Promise<void>
  shown: ReturnType<typeof createShown>
}

const findRoutes = ({ limit, shown }: Parts): readonly Route[] => [
  openRoute({
    ...{ method: 'get', path: '/tickets', page: true, query: [language], gives },
    summary: 'A form that leads to the page of a demand by its number and four digits.',
    answer: async (call) => own(shown.form(call, { number: call.url.searchParams.get('number') ?? '', notice: null })),
  }),
  openRoute({
    ...{ method: 'post', path: '/tickets', page: true, query: [language] },
    summary: 'Opens the page of a demand by its number and the last four digits of the telephone number given with it.',
    gives: { 303: { about: 'The way to the page', type: '' } },
    async answer(call) {
      await limit(call.caller)
      const { number, digits } = await readFields(call.request, findForm)
      const named = tidy(number)
      const found = await call.reception.tickets.find(named, { kind: 'digits', digits })
      if (found !== null) return leadTo(found, call.language)
      const notice = shown.say(phrase('ticket.wrong-digits', { number: named }), call.language)
      return own(shown.form(call, { number: named, notice }), 404)
    },
  }),
]

const progressRoutes = ({ limit, shown }: Parts): readonly Route[] => [
  openRoute({
    ...{ method: 'get', path: '/tickets/{link}', page: true, query: [language], gives },
    summary: 'How a demand stands, for whoever has its secret link.',
    async answer(call) {
      const found = await open(call)
      return own(shown.progress(call, found, null))
    },
  }),
  openRoute({
    ...{ method: 'get', path: '/tickets/{link}/files/{file}', page: true },
    summary: 'A file that came with the demand or with an answer to it, for whoever has its secret link.',
    gives: { 200: { about: 'The file', type: '*/*' } },
    async answer(call) {
      const { number } = await open(call)
      const file = await call.reception.files.open({ ticket: number }, call.values.file ?? '')
      if (file === null) throw new Refusal('not-found')
      return sendFile(file)
    },
  }),
  openRoute({
    ...{ method: 'post', path: '/tickets/{link}', page: true, query: [language], gives },
    summary: 'Does what a form of the page asks for: urge, add, withdraw, say whether it is solved, rate, reopen.',
    async answer(call) {
      await limit(call.caller)
      const { number, secret } = await open(call)
      const { key, command: given } = await readFields(call.request, actForm)
      // Nobody has to say why; what was pressed says enough.
      const sure = shown.say(phrase('ticket.do.withdraw.sure'), call.language)
      const command = given.kind === 'withdraw' && given.reason === '' ? { ...given, reason: sure } : given
      const asked = {
        number,
        proof: { kind: 'secret', secret },
        by: `link-${number}`,
        key,
        language: call.language,
      } as const
      const answer = await call.reception.tickets.act(asked, command)
      if (answer.kind === 'unknown') throw new Refusal('not-found')
      const told = answer.kind === 'refused' ? [answer.why] : answer.told
      const notice = told.map((each) => shown.say(each, call.language)).join('\n')
      return own(shown.progress(call, answer.progress, notice === '' ? null : notice))
    },
  }),
]

/** People write numbers in many ways: with full-width signs, blanks or no hyphen. */
const tidy = (number: string): string =>
  number
    .normalize('NFKC')
    .replaceAll(/[^\d]/gu, '')
    .replace(/^(\d{8})(\d{4,6})$/u, '$1-$2')

const leadTo = (progress: TicketProgress, language: Language) =>
  new Response(null, {
    status: 303,
    headers: { location: `/web/${ticketLink(progress)}?language=${language}`, 'cache-control': 'no-store' },
  })

async function open({ values, reception }: Call): Promise<TicketProgress> {
  const link = readTicketLink(values.link ?? '')
  const found =
    link === null ? null : await reception.tickets.find(link.number, { kind: 'secret', secret: link.secret })
  if (found === null) throw new Refusal('not-found')
  return found
}

function createShown({ speak, timeZone }: TicketRouteOptions) {
  const say = (wording: Phrase, language: Language) => speak(wording, language).trim()
  const wordsIn =
    (language: Language): Words =>
    (id, values) =>
      speak(phrase(id, values), language)
  return {
    say,
    form: ({ language }: Call, tried: { number: string; notice: string | null }) =>
      findTicketPage({ language, words: wordsIn(language), ...tried }),
    progress: ({ language, reception }: Call, progress: TicketProgress, notice: string | null) =>
      progressPage({
        ...{ language, timeZone, progress, notice },
        words: wordsIn(language),
        told: reception.tickets.describe(progress, language).map((each) => say(each, language)),
        key: randomUUID(),
      }),
  }
}
