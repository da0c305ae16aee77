import type { Media } from './message.ts'
import type { Attachment } from './ticket.ts'

const scheme = 'attachment:'

/** A kept file as a message refers to it. */
export const mediaOf = ({ id, kind, name, type, bytes }: Attachment): Media => ({
  ...{ kind, name, type, bytes },
  url: scheme + id,
})

/** The id of the kept file behind a message's media; null for what lies elsewhere. */
export const fileOf = ({ url }: Media): string | null => (url.startsWith(scheme) ? url.slice(scheme.length) : null)
