import type { z } from 'zod'
import type { Attachment } from '../../core/ticket.ts'
import type { attachment } from './wire.ts'

/** A file of a ticket. Where a photo was taken is left out: the ticket says where it happened. */
export const showAttachment = ({ id, kind, name, type, bytes, digest }: Attachment): z.output<typeof attachment> => ({
  ...{ id, kind, name, type, bytes, digest },
})
