interface Said {
  id: string
  /** Sequence of the last reply that was there when it was said. */
  after: number
}
interface Told {
  sequence: number
  reply: { message: string }
}

/** What stands in a conversation: a message with its replies, or what was told unasked, such as a step of a ticket. */
export type Moment<M, R> = { kind: 'exchange'; message: M; replies: readonly R[] } | { kind: 'notice'; event: R }

const noticeName = /^ticket-\d{8}-\d+-\d+$/u

/** Whether a reply tells of a ticket unasked: its `message` is the name of the ticket's change. */
export const isTicketNotice = ({ message }: Told['reply']): boolean => noticeName.test(message)

/** A conversation in the order in which it happened. A reply to no message that is known here is a notice. */
export function timeline<M extends Said, R extends Told>(
  messages: readonly M[],
  replies: readonly R[],
): readonly Moment<M, R>[] {
  const known = new Set(messages.map(({ id }) => id))
  const notices = replies.filter(({ reply }) => !known.has(reply.message))
  const moments: Moment<M, R>[] = []
  let told = 0
  const tellUntil = (sequence: number) => {
    for (; (notices[told]?.sequence ?? Infinity) <= sequence; told += 1) {
      const event = notices[told]
      if (event !== undefined) moments.push({ kind: 'notice', event })
    }
  }
  for (const message of messages) {
    tellUntil(message.after)
    moments.push({ kind: 'exchange', message, replies: replies.filter(({ reply }) => reply.message === message.id) })
  }
  tellUntil(Number.MAX_SAFE_INTEGER)
  return moments
}

/** After which reply each stored message was said: by their times, and before the first reply to itself. */
export function placeMessages<M extends { id: string; at: string | Date }, R extends Told & { at: string | Date }>(
  messages: readonly M[],
  replies: readonly R[],
): readonly (M & Said)[] {
  const time = (at: string | Date) => new Date(at).getTime()
  return messages.map((message) => {
    const own = replies.find(({ reply }) => reply.message === message.id)
    const before = replies.filter(
      ({ sequence, at }) => time(at) <= time(message.at) && (own === undefined || sequence < own.sequence),
    )
    return { ...message, after: before[before.length - 1]?.sequence ?? 0 }
  })
}

/** The newest replies whose choices still stand: the last one to a message, and each ticket's last notice. */
export function openReplies<
  M extends Said,
  R extends { sequence: number; reply: { message: string; ticket: string | null } },
>(messages: readonly M[], replies: readonly R[]): ReadonlySet<number> {
  const known = new Set(messages.map(({ id }) => id))
  const [last] = replies.filter(({ reply }) => known.has(reply.message)).slice(-1)
  const notices = replies.filter(
    ({ sequence, reply }) =>
      !known.has(reply.message) &&
      !replies.some((later) => later.sequence > sequence && later.reply.ticket === reply.ticket),
  )
  return new Set([...(last === undefined ? [] : [last]), ...notices].map(({ sequence }) => sequence))
}
