import { isTicketNotice } from '../../timeline.ts'
import type { ChatState } from '../chat-state.ts'
import { useSurroundings } from '../surroundings.ts'

/** Tells a screen reader each new reply once, whole: not its sentences as they are written, and not the history. */
export function Announcer({ state: { news } }: { state: ChatState }) {
  const { words } = useSurroundings()
  return (
    <div
      class="hidden announcer"
      aria-live={news?.reply.kind === 'emergency' ? 'assertive' : 'polite'}
      aria-atomic="true"
    >
      {news !== null && (
        <p key={news.sequence}>{words(isTicketNotice(news.reply) ? 'ui.noticed' : 'ui.answered') + news.reply.text}</p>
      )}
    </div>
  )
}
