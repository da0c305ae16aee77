import { timeline } from '../timeline.ts'
import type { Wire } from '../wire.ts'
import type { ChatState } from './chat-state.ts'
import type { Words } from './words.ts'

/** A reply as plain text with its sources, for the clipboard, the printer and the voice. */
export function replyText(reply: Wire['reply'], words: Words): string {
  const sources = reply.sources.map(({ number, title, issuer, section, url }) =>
    [`[${number}] ${title}`, issuer, section.join(' › '), url].filter(Boolean).join(' · '),
  )
  const ticket = reply.ticket === null ? [] : [`${words('ui.ticket')} ${reply.ticket}`]
  return [reply.text, ...ticket, ...(sources.length > 0 ? ['', `${words('ui.sources')}:`, ...sources] : [])].join('\n')
}

/** What is read aloud: the answer without the numbers of its sources. */
export const spokenText = (reply: Wire['reply']): string => reply.text.replace(/\[\d+\]/gu, '')

/** The whole conversation as plain text. */
export const conversationText = ({ messages, replies }: ChatState, words: Words): string =>
  timeline(messages, replies)
    .map((moment) =>
      moment.kind === 'notice'
        ? `${words('ui.notice')}: ${replyText(moment.event.reply, words)}`
        : [
            `${words('ui.you')}: ${moment.message.text}`,
            ...moment.replies.map(({ reply }) => `${words('ui.assistant')}: ${replyText(reply, words)}`),
          ].join('\n\n'),
    )
    .join('\n\n\n')
