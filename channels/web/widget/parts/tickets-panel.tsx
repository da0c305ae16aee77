import { useEffect, useRef } from 'preact/hooks'
import type { ChatState } from '../chat-state.ts'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { Panel } from './panel.tsx'
import { TicketCard } from './ticket-card.tsx'

interface TicketsProps {
  state: ChatState
  /** The demand to begin with. */
  number: string | null
  onSay: Say
  onClose: () => void
}

/** The demands of this conversation, newest first. */
export function TicketsPanel({ state: { tickets, replies }, number, onSay, onClose }: TicketsProps) {
  const { words } = useSurroundings()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = tickets.findIndex((each) => each.number === number)
    if (at > 0) list.current?.children[at]?.scrollIntoView({ block: 'start' })
  }, [number])
  const draftOf = (filed: string) =>
    replies.find(({ reply }) => reply.kind === 'ticket' && reply.ticket === filed)?.reply.draft ?? null
  return (
    <Panel title={words('ui.tickets')} onClose={onClose}>
      <div ref={list} class="settings tickets" tabIndex={0} role="region" aria-label={words('ui.tickets')}>
        {tickets.map((ticket) => (
          <TicketCard key={ticket.number} ticket={ticket} draft={draftOf(ticket.number)} onSay={onSay} />
        ))}
      </div>
    </Panel>
  )
}
