import { useRef, useState } from 'preact/hooks'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { ticketSays } from '../ticket-says.ts'
import { NoteForm } from './note-form.tsx'

const answers = ['yes', 'partly', 'no'] as const

/** Asks whether a demand is solved; a word more may be added before the answer is sent. */
export function VisitForm({ number, onSay }: { number: string; onSay: Say }) {
  const { words } = useSurroundings()
  const [answer, setAnswer] = useState<(typeof answers)[number] | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const leave = () => {
    buttons.current?.querySelector<HTMLButtonElement>('[aria-pressed=true]')?.focus()
    setAnswer(null)
  }
  return (
    <div class="says visit">
      <h4>{words('ticket.visit.ask')}</h4>
      <div ref={buttons} class="choices" role="group" aria-label={words('ticket.visit.ask')}>
        {answers.map((each) => (
          <button key={each} type="button" aria-pressed={answer === each} onClick={() => setAnswer(each)}>
            {words(`ticket.visit.${each}`)}
          </button>
        ))}
      </div>
      {answer !== null && (
        <NoteForm
          key={answer}
          label={words('ui.ticket.visit.note')}
          submit={words('ui.send')}
          onSubmit={(note) => onSay(ticketSays(words, `visit.${answer}`, number, note))}
          onCancel={leave}
        />
      )}
    </div>
  )
}
