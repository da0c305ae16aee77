import { useRef, useState } from 'preact/hooks'
import type { Wire } from '../../wire.ts'
import type { More } from '../chat-state.ts'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { ticketSays } from '../ticket-says.ts'
import { NoteForm } from './note-form.tsx'
import { VisitForm } from './visit-form.tsx'

type Act = 'urge' | 'supplement' | 'withdraw' | 'reopen'
const acts: readonly Act[] = ['urge', 'supplement', 'withdraw', 'reopen']

type SayAct = (act: string, note?: string, attachments?: More['attachments']) => void

interface ActionsProps {
  ticket: Wire['ticket']
  onSay: Say
}

/** What the citizen can do to a demand now. Each is sent as words that could be typed as well. */
export function TicketActions({ ticket: { number, actions }, onSay }: ActionsProps) {
  const { words } = useSurroundings()
  const [asking, setAsking] = useState<Exclude<Act, 'urge'> | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const say: SayAct = (act, note = '', attachments = []) => {
    setAsking(null)
    onSay(ticketSays(words, act, number, note), { attachments })
  }
  const leave = () => {
    row.current?.querySelector<HTMLButtonElement>('[aria-expanded=true]')?.focus()
    setAsking(null)
  }
  const offered = acts.filter((act) => actions.includes(act))
  return (
    <>
      {actions.includes('visit') && <VisitForm number={number} onSay={onSay} />}
      {actions.includes('rate') && <Courtesy onSay={(answer) => say(`rate.${answer}`)} />}
      {offered.length > 0 && (
        <div ref={row} class="row acts">
          {offered.map((act) =>
            act === 'urge' ? (
              <button key={act} type="button" onClick={() => say('do.urge')}>
                {words('ticket.do.urge')}
              </button>
            ) : (
              <button key={act} type="button" aria-expanded={asking === act} onClick={() => setAsking(act)}>
                {words(`ticket.do.${act}`)}
              </button>
            ),
          )}
        </div>
      )}
      {asking !== null && <Asking key={asking} act={asking} onSay={say} onCancel={leave} />}
    </>
  )
}

function Courtesy({ onSay }: { onSay: (answer: 'courteous' | 'rude') => void }) {
  const { words } = useSurroundings()
  return (
    <div class="says">
      <h4>{words('ticket.rate.ask')}</h4>
      <div class="choices" role="group" aria-label={words('ticket.rate.ask')}>
        {(['courteous', 'rude'] as const).map((answer) => (
          <button key={answer} type="button" onClick={() => onSay(answer)}>
            {words(`ticket.rate.${answer}`)}
          </button>
        ))}
      </div>
    </div>
  )
}

interface AskingProps {
  act: Exclude<Act, 'urge'>
  onSay: SayAct
  onCancel: () => void
}

/** Withdrawing is confirmed, and may say why; what is added has to be said. */
function Asking({ act, onSay, onCancel }: AskingProps) {
  const { words } = useSurroundings()
  if (act === 'withdraw')
    return (
      <NoteForm
        label={words('ui.ticket.withdraw.why')}
        hint={words('ui.ticket.withdraw.hint')}
        submit={words('ticket.do.withdraw.sure')}
        onSubmit={(note) => onSay('do.withdraw.sure', note)}
        onCancel={onCancel}
      />
    )
  return (
    <NoteForm
      label={words(act === 'supplement' ? 'ui.ticket.supplement.what' : 'ui.ticket.reopen.why')}
      submit={words('ui.send')}
      required
      withFiles={act === 'supplement'}
      onSubmit={(note, attachments) => onSay(`do.${act}`, note === '' ? words('ui.files') : note, attachments)}
      onCancel={onCancel}
    />
  )
}
