import { z } from 'zod'
import { isOpen } from '../../../tickets/life/may-do.ts'
import { needTicket, type Desk } from '../desk.ts'
import { refuse } from '../refusal.ts'
import { readRoute, type Route } from '../route.ts'
import { showDetail, showSummary } from '../show-ticket.ts'
import { catalogueResponse, listRequest, states, ticketDetail, ticketPage } from '../wire.ts'

/** Of what is over nobody asks what is due first. */
const toBeDone = states.filter((state) => isOpen({ state }))

/** What a department reads: its tickets, and the lines of the catalogue by which it gets them. */
export const readRoutes = (desk: Desk): readonly Route[] => [
  readRoute({
    path: '/tickets',
    summary: 'The tickets that the department leads or takes part in.',
    query: listRequest,
    gives: { status: 200, about: 'One page', shape: ticketPage },
    async answer({ department, query: { state, updatedSince, order, limit, after } }) {
      const found = desk.store.cases.search({
        ...{ department, order, limit },
        ...(state === undefined && order === 'newest' ? {} : { states: state ?? toBeDone }),
        ...(updatedSince === undefined ? {} : { changedSince: updatedSince }),
        ...(after === undefined ? {} : { after }),
      })
      const page = await found.catch((error: unknown) => {
        throw error instanceof RangeError ? refuse('bad-request', [{ path: 'after', message: error.message }]) : error
      })
      const tickets = page.tickets.map((ticket) => showSummary(ticket, department, desk))
      return { status: 200, body: { tickets, next: page.next } }
    },
  }),
  readRoute({
    path: '/tickets/{number}',
    summary: 'One ticket with what has happened to it.',
    query: z.object({}),
    gives: { status: 200, about: 'The ticket; its version is the ETag', shape: ticketDetail },
    async answer({ department, values }) {
      const ticket = await needTicket(desk, values['number'] ?? '', department)
      const history = await desk.store.cases.history(ticket.number)
      // Somebody may have added an event in between: what is shown is as old as the ticket.
      const body = showDetail(ticket, history.slice(0, ticket.version), department, desk)
      return { status: 200, body, version: ticket.version }
    },
  }),
  readRoute({
    path: '/catalogue',
    summary: 'The lines of the dispatch catalogue that name the department.',
    query: z.object({}),
    gives: { status: 200, about: 'The lines, with the version of the catalogue', shape: catalogueResponse },
    async answer({ department }) {
      const { catalogue } = desk
      const lines = (catalogue?.lines ?? [])
        .filter(({ lead, coHandling }) => lead === department || coHandling.includes(department))
        .map(({ line, subject, region, lead, coHandling, duty, basis }) => ({
          ...{ line, subject, region, lead, coHandling, duty, basis },
          subjectName: catalogue?.subjects.get(subject)?.name ?? null,
        }))
      return { status: 200, body: { version: catalogue?.version ?? '', lines } }
    },
  }),
]
