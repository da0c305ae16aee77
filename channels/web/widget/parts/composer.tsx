import type { Ref } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Say } from '../create-chat.ts'
import { useSurroundings } from '../surroundings.ts'
import { useFiles, type Files } from '../use-files.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { FilePicker } from './file-picker.tsx'
import { Icon } from './icon.tsx'
import { PlaceForm } from './place-form.tsx'

/** Where one writes, with files and a place where they help; a person is one press away, always. */
export function Composer({ field, onSay }: { field: Ref<HTMLTextAreaElement>; onSay: Say }) {
  const { words } = useSurroundings()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState<Adding>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const files = useFiles()
  const ready = !files.going && (text.trim() !== '' || files.files.some(({ state }) => state === 'there'))
  function send() {
    if (!ready) return
    onSay(text.trim(), { attachments: files.take() })
    setText('')
    setAdding(null)
  }
  function leave() {
    setAdding(null)
    adder.current?.focus()
  }
  return (
    <div class="composer">
      <Adder adding={adding} files={files} onAdding={setAdding} onSay={onSay} onLeave={leave} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <button
          ref={adder}
          type="button"
          class="add"
          aria-expanded={adding !== null}
          aria-label={words('ui.add')}
          onClick={() => setAdding(adding === null ? 'choice' : null)}
        >
          <Icon name="add" />
        </button>
        <Field field={field} text={text} onText={setText} onSend={send} onFiles={files.add} />
        <button type="submit" class="primary send" aria-disabled={files.going}>
          <Icon name="send" />
          <span>{words('ui.send')}</span>
        </button>
      </form>
      <People onSay={onSay} />
    </div>
  )
}

type Adding = 'choice' | 'place' | null

interface AdderProps {
  adding: Adding
  files: Files
  onAdding: (adding: Adding) => void
  onSay: Say
  onLeave: () => void
}

/** What can go with a message. */
function Adder({ adding, files, onAdding, onSay, onLeave }: AdderProps) {
  const { words } = useSurroundings()
  return (
    <div class="adder">
      {adding === 'choice' && (
        <div
          class="row"
          role="group"
          aria-label={words('ui.add')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            onLeave()
          }}
        >
          <FilePicker files={files} onChosen={onLeave} />
          <button type="button" onClick={() => onAdding('place')}>
            <Icon name="place" />
            {words('ui.place')}
          </button>
        </div>
      )}
      {adding === 'place' && (
        <PlaceForm
          onCancel={onLeave}
          onPlace={(text, place) => {
            onLeave()
            onSay(text, { place })
          }}
        />
      )}
      {adding !== 'place' && <ChosenFiles files={files} />}
    </div>
  )
}

interface FieldProps {
  field: Ref<HTMLTextAreaElement>
  text: string
  onText: (text: string) => void
  onSend: () => void
  /** Called with pictures that are pasted. */
  onFiles: (files: readonly File[]) => void
}

function Field({ field, text, onText, onSend, onFiles }: FieldProps) {
  const { words } = useSurroundings()
  return (
    <>
      <label class="hidden" for="question">
        {words('ui.ask')}
      </label>
      <textarea
        id="question"
        ref={field}
        rows={1}
        maxLength={2000}
        value={text}
        placeholder={words('ui.ask.placeholder')}
        enterkeyhint="send"
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onPaste={(event) => {
          const pasted = Array.from(event.clipboardData?.files ?? [])
          if (pasted.length === 0) return
          event.preventDefault()
          onFiles(pasted)
        }}
        onKeyDown={(event) => {
          // While an input method composes, Enter picks characters.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          onSend()
        }}
      />
    </>
  )
}

function People({ onSay }: { onSay: Say }) {
  const { words, settings } = useSurroundings()
  return (
    <div class="people">
      <button type="button" onClick={() => onSay(words('ui.person.say'))}>
        <Icon name="person" />
        {words('ui.person')}
      </button>
      <a href={`tel:${settings.hotline}`}>
        <Icon name="phone" />
        {words('ui.call', { number: settings.hotline })}
      </a>
    </div>
  )
}
