import { useEffect, useRef, useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'

interface NoteFormProps {
  label: string
  hint?: string
  /** What the button that sends it says. */
  submit: string
  required?: boolean
  onSubmit: (note: string) => void
  onCancel: () => void
}

/** Asks for a few words before something is done; it takes the focus, and Escape leaves it. */
export function NoteForm({ label, hint, submit, required = false, onSubmit, onCancel }: NoteFormProps) {
  const { words } = useSurroundings()
  const [note, setNote] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!required || note.trim() !== '') onSubmit(note.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <label>
        {label}
        <textarea
          ref={field}
          rows={2}
          maxLength={500}
          required={required}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      {hint !== undefined && <p class="small">{hint}</p>}
      <div class="row">
        <button type="submit" class="primary">
          {submit}
        </button>
        <button type="button" onClick={onCancel}>
          {words('ui.cancel')}
        </button>
      </div>
    </form>
  )
}
