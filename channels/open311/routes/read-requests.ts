import type { TicketCase } from '../../../src/core/ticket-life.ts'
import { admitReader } from '../admit-caller.ts'
import type { Call, Caller, Respond } from '../call.ts'
import { list } from '../document.ts'
import { findRequests, isNumber } from '../find-requests.ts'
import type { Open311Options } from '../options.ts'
import { readQuery } from '../read-query.ts'
import { refuse } from '../refusal.ts'
import { conversationOf, isFiledBy, isToken } from '../reports.ts'
import { showRequest } from '../show-request.ts'
import { sendDocument } from '../write-document.ts'

const root = 'service_requests'

/** A filing that has not come through by then never will, milliseconds. */
const longestFiling = 60_000

const show =
  (options: Open311Options, { language, base }: Call, caller: Caller) =>
  (ticket: TicketCase, reply: string | null) =>
    showRequest(ticket, { ...options, language, base, own: isFiledBy(ticket, caller), reply })

/** Many requests, shortly. */
export const readRequests =
  (options: Open311Options): Respond =>
  async (call) => {
    const caller = await admitReader(options.admit, call)
    const tickets = await findRequests(options.cases, readQuery(call.query, options.clock()))
    const showOne = show(options, call, caller)
    const content = list(
      'request',
      tickets.map((ticket) => showOne(ticket, null)),
    )
    return sendDocument({ root, content }, call)
  }

/** One request; who filed it reads what was answered as well. */
export const readRequest =
  (options: Open311Options): Respond =>
  async (call) => {
    const caller = await admitReader(options.admit, call)
    const ticket = isNumber(call.id) ? await options.cases.case(call.id) : null
    if (ticket === null) throw refuse(404, 'request', { number: call.id })
    const proof = { kind: 'conversation', conversation: ticket.conversation } as const
    const progress = isFiledBy(ticket, caller) ? await call.reception.tickets.find(ticket.number, proof) : null
    const reply = progress?.replies.at(-1)?.text ?? null
    return sendDocument({ root, content: list('request', [show(options, call, caller)(ticket, reply)]) }, call)
  }

/** The number that a token has come to; the token alone as long as there is none. */
export const readToken =
  ({ cases, clock }: Open311Options): Respond =>
  async (call) => {
    const { id: token, reception } = call
    if (!isToken(token)) throw refuse(404, 'token')
    const conversation = conversationOf(token)
    const { tickets } = await cases.search({ conversation, order: 'newest', limit: 1 })
    const [ticket] = tickets
    if (ticket !== undefined)
      return sendDocument({ root, content: list('request', [{ service_request_id: ticket.number, token }]) }, call)
    const opened = (await reception.conversation(conversation))?.openedAt
    if (opened === undefined || clock().getTime() - opened.getTime() > longestFiling) throw refuse(404, 'token')
    return sendDocument({ root, content: list('request', [{ token }]) }, call)
  }
