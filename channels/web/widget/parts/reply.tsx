import type { Wire } from '../../wire.ts'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { ticketSays } from '../ticket-says.ts'
import { DraftCard } from './draft-card.tsx'
import { Emergency } from './emergency.tsx'
import { Feedback } from './feedback.tsx'
import { Icon } from './icon.tsx'
import { Marked } from './marked.tsx'
import { ReplyTools } from './reply-tools.tsx'
import { Sources } from './sources.tsx'
import { TicketCard } from './ticket-card.tsx'
import { VisitForm } from './visit-form.tsx'

/** One reply with all it carries. Choices and next questions belong to the latest only. */
export function Reply({ reply, latest, onSay }: { reply: Wire['reply']; latest: boolean; onSay: Say }) {
  const { words, tickets } = useSurroundings()
  const number = reply.ticket ?? ''
  const asksVisit = reply.choices.some(({ say }) => say === ticketSays(words, 'visit.no', number))
  const visited = tickets.some((ticket) => ticket.number === number && !ticket.actions.includes('visit'))
  const asksDraft = reply.kind === 'question' && reply.draft !== null
  const choices = <Says heading={words('ui.choices')} says={reply.choices} kind="choices" onSay={onSay} />
  if (reply.kind === 'emergency') return <Emergency reply={reply}>{latest && choices}</Emergency>
  return (
    <article class={`reply kind-${reply.kind}`} aria-label={words('ui.assistant')}>
      {asksDraft ? <DraftCard reply={reply} latest={latest} onSay={onSay} /> : <Sentences reply={reply} />}
      {reply.sentences.length > 0 &&
        reply.notes.map((note) => (
          <p key={note} class="note">
            <Icon name="warning" />
            <span>{note}</span>
          </p>
        ))}
      <Filed reply={reply} onSay={onSay} />
      <Sources sources={reply.sources} />
      <ReplyTools reply={reply} />
      {reply.sources.length > 0 && <Feedback message={reply.message} />}
      {latest && asksVisit && !visited && <VisitForm number={number} onSay={onSay} />}
      {latest && !asksVisit && choices}
      {latest && (
        <Says
          heading={words('ui.next')}
          says={reply.suggestions.map((each) => ({ label: each, say: each }))}
          kind="asks"
          onSay={onSay}
        />
      )}
    </article>
  )
}

/** The demand that was filed, as it stands now; elsewhere the way to it. Of a handover only the number is known. */
function Filed({ reply, onSay }: { reply: Wire['reply']; onSay: Say }) {
  const { words, tickets, showTickets } = useSurroundings()
  const { ticket: number, kind, draft } = reply
  if (number === null) return null
  const ticket = tickets.find((each) => each.number === number)
  if (ticket === undefined)
    return (
      <p class="ticket">
        {words('ui.ticket')} <b>{number}</b>
      </p>
    )
  if (kind === 'ticket') return <TicketCard ticket={ticket} draft={draft} onSay={onSay} />
  return (
    <button type="button" class="see-ticket" onClick={() => showTickets(number)}>
      <Icon name="document" />
      <span>
        {number} · {words('ui.ticket.see')}
      </span>
    </button>
  )
}

function Sentences({ reply }: { reply: Wire['reply'] }) {
  const { words, showSource } = useSurroundings()
  if (reply.sentences.length === 0) return <p class="text">{reply.text}</p>
  return (
    <>
      {reply.sentences.map(({ text, marks, sources }, index) => (
        <p key={index} class="text">
          <Marked text={text} marks={marks} />
          {reply.sources
            .filter(({ number }) => sources.includes(number))
            .map((source) => (
              <button
                key={source.number}
                type="button"
                class="cite"
                aria-label={words('ui.source', { number: source.number, title: source.title })}
                onClick={() => showSource(source)}
              >
                {source.number}
              </button>
            ))}
        </p>
      ))}
    </>
  )
}

interface SaysProps {
  heading: string
  says: readonly { label: string; say: string }[]
  kind: 'choices' | 'asks'
  onSay: Say
}

function Says({ heading, says, kind, onSay }: SaysProps) {
  const { start } = useSurroundings()
  if (says.length === 0) return null
  return (
    <div class="says">
      <h4>{heading}</h4>
      <ul class={kind}>
        {says.map(({ label, say }) => (
          <li key={say}>
            <button type="button" onClick={() => onSay(say)}>
              {start.placeNames[label] ?? label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
