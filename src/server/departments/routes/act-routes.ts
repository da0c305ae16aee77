import type { z } from 'zod'
import type { TicketCommand } from '../../../core/ticket-command.ts'
import type { Attachment } from '../../../core/ticket.ts'
import { needTicket, ownerOf, type Desk } from '../desk.ts'
import { refusalByOffice, refuse } from '../refusal.ts'
import { writeRoute, type Answer, type Call, type Route } from '../route.ts'
import { showSummary } from '../show-ticket.ts'
import { askRequest, emptyRequest, objectRequest, ticketSummary, writeRequest } from '../wire.ts'

type Wanted = Extract<
  TicketCommand,
  { kind: 'take' | 'object' | 'ask-pause' | 'ask-extension' | 'resume' | 'reply' | 'supplement' }
>
type WithoutSender<C> = C extends unknown ? Omit<C, 'by' | 'key' | 'seen'> : never

async function attachmentsOf(
  { store }: Desk,
  ids: readonly string[],
  department: string,
  number: string,
): Promise<Attachment[]> {
  const found: Attachment[] = []
  for (const id of new Set(ids)) {
    const file = await store.files.find(id, { owner: ownerOf(department, number) })
    if (file === null) throw refuse('unknown-attachment', [{ path: 'attachments', message: id }])
    const { kind, name, type, bytes, digest, point } = file
    found.push({ id, kind, name, type, bytes, digest, point })
  }
  return found
}

/** Does one thing to a ticket of the department. */
async function act(
  desk: Desk,
  { department, values, seen, mark }: Call,
  wanted: WithoutSender<Wanted>,
): Promise<Answer> {
  const { number } = await needTicket(desk, values['number'] ?? '', department)
  const command: TicketCommand = {
    ...wanted,
    by: { role: 'department', id: department },
    ...(seen === null ? {} : { seen }),
    ...(mark === null ? {} : { key: mark }),
  }
  const answer = await desk.office.execute(number, command)
  if (answer.kind === 'unknown') throw refuse('not-found')
  if (answer.kind === 'refused') throw refusalByOffice(answer.why)
  const { ticket } = answer
  return { status: 200, body: showSummary(ticket, department, desk), version: ticket.version }
}

/** What a department does to its tickets. */
export function actRoutes(desk: Desk): readonly Route[] {
  const gives: Route['gives'] = { status: 200, about: 'The ticket as it is now', shape: ticketSummary }
  const route = <Body extends z.ZodType>(
    path: string,
    summary: string,
    body: Body,
    wantedOf: (call: Call<unknown, z.output<Body>>) => WithoutSender<Wanted> | Promise<WithoutSender<Wanted>>,
  ): Route =>
    writeRoute({
      path: `/tickets/{number}/${path}`,
      ...{ summary, body, gives },
      answer: async (call) => act(desk, call, await wantedOf(call)),
    })
  const write = (kind: 'reply' | 'supplement', path: string, summary: string) =>
    route(path, summary, writeRequest, async ({ department, values, body: { text, attachments } }) => {
      const number = values['number'] ?? ''
      // Whose the ticket is comes before what was sent to it.
      await needTicket(desk, number, department)
      return { kind, text, attachments: await attachmentsOf(desk, attachments, department, number) }
    })
  return [
    route('take', 'Takes the ticket on; from then on it cannot be objected to.', emptyRequest, () => ({
      kind: 'take',
    })),
    route(
      'objections',
      'Says that another body is responsible, by which duty line; a person at the hotline decides.',
      objectRequest,
      ({ body: { reason, line } }) => ({ kind: 'object', reason, line }),
    ),
    route('pauses', 'Asks that the clock may stand still until then.', askRequest, ({ body }) => ({
      ...{ kind: 'ask-pause', ...body },
    })),
    route('extensions', 'Asks for a later due date.', askRequest, ({ body }) => ({
      ...{ kind: 'ask-extension', ...body },
    })),
    route('resume', 'Ends a pause before its time.', emptyRequest, () => ({ kind: 'resume' })),
    write('reply', 'replies', 'Replies to the citizen, who is told at once and asked whether it is solved.'),
    write(
      'supplement',
      'supplements',
      'Adds to the ticket, also as a co-handling department; the citizen is not told.',
    ),
  ]
}
