import { useState } from 'preact/hooks'
import type { Wire } from '../../wire.ts'
import { copyText } from '../copy-text.ts'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'
import { SentFiles } from './sent-files.tsx'
import { TicketActions } from './ticket-actions.tsx'
import { TicketStages } from './ticket-stages.tsx'

interface CardProps {
  ticket: Wire['ticket']
  /** What was filed, where it is known. */
  draft?: Wire['reply']['draft']
  onSay: Say
}

/** A filed demand: its number, where it stands, who has it until when, and what its citizen can do. */
export function TicketCard({ ticket, draft = null, onSay }: CardProps) {
  const { words } = useSurroundings()
  return (
    <section class="card ticket-card" aria-label={`${words('ui.ticket')} ${ticket.number}`}>
      <header>
        <h4>
          {ticket.title} <span class="number-of">{ticket.number}</span>
        </h4>
        <CopyButton text={ticket.number} label="ui.copy" />
      </header>
      <TicketFacts ticket={ticket} />
      <TicketStages ticket={ticket} />
      <TicketNotes ticket={ticket} />
      <TicketActions ticket={ticket} onSay={onSay} />
      {draft !== null && (
        <details>
          <summary>{words('ui.ticket.draft')}</summary>
          <dl class="fields">
            {draft.fields.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <SecretLink page={ticket.page} />
    </section>
  )
}

/** Who has it and until when; an end is said in the stages. */
function TicketFacts({ ticket: { body, due, late, pausedUntil, endedAs } }: { ticket: Wire['ticket'] }) {
  const { words, moment } = useSurroundings()
  const until = pausedUntil === null ? null : moment(pausedUntil)
  return (
    <dl class="fields short">
      {body !== null && (
        <div>
          <dt>{words('ui.ticket.body')}</dt>
          <dd>{body}</dd>
        </div>
      )}
      {due !== null && endedAs === null && (
        <div>
          <dt>{words('ui.ticket.due')}</dt>
          <dd>
            {until === null ? moment(due) : words('ui.ticket.paused', { until })}
            {late && <b class="late"> {words('ui.ticket.late')}</b>}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What went otherwise than straight on, and what was answered. */
function TicketNotes({ ticket: { state, reworks, endedAs, replies } }: { ticket: Wire['ticket'] }) {
  const { words, moment } = useSurroundings()
  const notes = [
    ...(state === 'objected' ? [words('ui.ticket.objected')] : []),
    ...(reworks > 0 ? [words('ui.ticket.reworks', { count: reworks })] : []),
  ]
  return (
    <>
      {endedAs !== null && <p class={`ended ${endedAs}`}>{words(`ui.ticket.ended.${endedAs}`)}</p>}
      {notes.map((note) => (
        <p key={note} class="note">
          <Icon name="warning" />
          <span>{note}</span>
        </p>
      ))}
      {replies.length > 0 && (
        <details>
          <summary>
            {words('ui.ticket.replies')} ({replies.length})
          </summary>
          <ol class="answers">
            {replies.map(({ at, body, text, attachments }) => (
              <li key={at}>
                <p class="small">
                  {body} <time dateTime={at}>{moment(at)}</time>
                </p>
                <p class="text">{text}</p>
                <SentFiles attachments={attachments} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

/** The link that opens the demand without this conversation. */
function SecretLink({ page }: { page: string }) {
  const { words, settings, language } = useSurroundings()
  const address = `${settings.base}${page}?language=${language}`
  return (
    <details>
      <summary>{words('ui.ticket.link')}</summary>
      <p class="small">{words('ui.ticket.link.hint')}</p>
      <div class="row">
        <CopyButton text={address} label="ui.ticket.link.copy" />
        <a class="button" href={address} target="_blank" rel="noreferrer noopener">
          {words('ui.ticket.link.open')}
        </a>
      </div>
    </details>
  )
}

const copiedFor = 3000

function CopyButton({ text, label }: { text: string; label: string }) {
  const { words } = useSurroundings()
  const [copied, setCopied] = useState<string | null>(null)
  async function copy() {
    setCopied((await copyText(text)) ? 'ui.copied' : 'ui.copy-failed')
    setTimeout(() => setCopied(null), copiedFor)
  }
  return (
    <button type="button" onClick={() => void copy()}>
      <Icon name="copy" />
      <span role="status">{words(copied ?? label)}</span>
    </button>
  )
}
