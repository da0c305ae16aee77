import { createAttachments } from './attachments/create-attachments.ts'
import type { Attachments, ConversationFiles, FileLimits } from './core/attachments.ts'
import type { Clock } from './core/clock.ts'
import { attachmentIn, type FileOwner, type FileReader } from './core/files.ts'
import { fileOf } from './core/media-of.ts'
import type { Store } from './core/store.ts'
import type { AttachmentOf, SentBefore } from './steps/continue-intake.ts'

export interface FileOffice {
  attachments: Attachments
  /** What channels are offered. */
  files: ConversationFiles
  /** What intakes are offered. */
  attachmentOf: AttachmentOf
  sentBefore: SentBefore
}

const conversationOf = (id: string): FileOwner => ({ kind: 'conversation', id })

/** Everything to do with files over one store. */
export function openFiles(options: {
  store: Pick<Store, 'files' | 'cases' | 'tickets' | 'conversations'>
  clock: Clock
  limits: FileLimits
}): FileOffice {
  const { store, limits } = options
  const attachments = createAttachments({ ...options, files: store.files })

  /** The ticket of the conversation that has the file: what a department replied with, for one. */
  async function ticketWith(conversation: string, id: string): Promise<FileReader | null> {
    const claimed = await store.cases.attachment(id)
    const ticket = claimed === null ? null : await store.tickets.find(claimed.ticket)
    return ticket?.conversation === conversation ? { ticket: ticket.number } : null
  }

  async function read(id: string, reader: FileReader) {
    const file = await store.files.find(id, reader)
    const content = file === null ? null : await store.files.content(id, reader)
    return file === null || content === null ? null : { attachment: attachmentIn(file), content }
  }

  const find: ConversationFiles['find'] = async (conversation, id) => {
    const file = await store.files.find(id, { owner: conversationOf(conversation) })
    return file === null ? null : attachmentIn(file)
  }

  return {
    attachments,
    files: {
      limits,
      attach: (conversation, file) => attachments.attach(conversationOf(conversation), file),
      find,
      async open(reader, id) {
        if ('ticket' in reader) return read(id, reader)
        const own = await read(id, { owner: conversationOf(reader.conversation) })
        const ticket = own === null ? await ticketWith(reader.conversation, id) : null
        return ticket === null ? own : read(id, ticket)
      },
      remove: (conversation, id) => store.files.remove(id, conversationOf(conversation)),
    },
    attachmentOf: async (media, conversation) => {
      const id = fileOf(media)
      return id === null ? null : find(conversation, id)
    },
    sentBefore: async (conversation, ids) =>
      (await store.conversations.messages(conversation)).filter(({ id }) => ids.includes(id)),
  }
}
