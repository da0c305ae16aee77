import { useEffect, useRef, useState } from 'preact/hooks'
import type { More } from '../chat-state.ts'
import { useSurroundings } from '../surroundings.ts'
import { useFiles } from '../use-files.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { FilePicker } from './file-picker.tsx'

interface NoteFormProps {
  label: string
  hint?: string
  /** What the button that sends it says. */
  submit: string
  required?: boolean
  /** Whether files may go along; they count as well as words. */
  withFiles?: boolean
  onSubmit: (note: string, attachments: More['attachments']) => void
  onCancel: () => void
}

/** Asks for a few words before something is done; it takes the focus, and Escape leaves it. */
export function NoteForm({
  label,
  hint,
  submit,
  required = false,
  withFiles = false,
  onSubmit,
  onCancel,
}: NoteFormProps) {
  const { words } = useSurroundings()
  const [note, setNote] = useState('')
  const files = useFiles()
  const there = files.files.some(({ state }) => state === 'there')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (files.going || (required && note.trim() === '' && !there)) return
        onSubmit(note.trim(), files.take())
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
          required={required && !there}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      {hint !== undefined && <p class="small">{hint}</p>}
      {withFiles && <ChosenFiles files={files} />}
      <div class="row">
        {withFiles && <FilePicker files={files} />}
        <button type="submit" class="primary" aria-disabled={files.going}>
          {submit}
        </button>
        <button type="button" onClick={onCancel}>
          {words('ui.cancel')}
        </button>
      </div>
    </form>
  )
}
