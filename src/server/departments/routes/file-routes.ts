import { z } from 'zod'
import { needTicket, ownerOf, type Desk } from '../desk.ts'
import { refusalOfFile, refuse } from '../refusal.ts'
import { fileRoute, readRoute, type Route } from '../route.ts'
import { showAttachment } from '../show-attachment.ts'
import { showDetail } from '../show-ticket.ts'
import { attachment, uploadRequest } from '../wire.ts'

/** The files of a department's tickets. */
export const fileRoutes = (desk: Desk): readonly Route[] => [
  fileRoute({
    path: '/tickets/{number}/attachments',
    summary:
      'Sends a file as the body, whatever type it declares: its content counts. A reply or supplement names it by its id then; one that none names is deleted after about a day.',
    query: uploadRequest,
    gives: { status: 201, about: 'The file as it is kept', shape: attachment },
    async answer({ department, values, query: { name }, body: content }) {
      const { number } = await needTicket(desk, values['number'] ?? '', department)
      const attached = await desk.attachments.attach(ownerOf(department, number), { name, content })
      if (attached.kind === 'refused') throw refusalOfFile(attached)
      return { status: 201, body: showAttachment(attached.attachment) }
    },
  }),
  readRoute({
    path: '/tickets/{number}/attachments/{id}',
    summary: 'A file of the ticket.',
    query: z.object({}),
    gives: { status: 200, about: 'The file', shape: null },
    async answer({ department, values }) {
      const { store } = desk
      const id = values['id'] ?? ''
      const ticket = await needTicket(desk, values['number'] ?? '', department)
      const reader = { ticket: ticket.number }
      const { attachments } = showDetail(ticket, await store.cases.history(ticket.number), department, desk)
      const shown = attachments.some((each) => each.id === id)
      const [file, content] = shown
        ? [await store.files.find(id, reader), await store.files.content(id, reader)]
        : [null, null]
      if (file === null || content === null) throw refuse('not-found')
      return { file: { attachment: file, content } }
    },
  }),
]
