import type { Ref } from 'preact'
import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

/** Where one writes; a person is one press away, always. */
export function Composer({ field, onSay }: { field: Ref<HTMLTextAreaElement>; onSay: (text: string) => void }) {
  const { words, settings } = useSurroundings()
  const [text, setText] = useState('')
  function send() {
    if (text.trim() === '') return
    onSay(text.trim())
    setText('')
  }
  return (
    <div class="composer">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
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
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // While an input method composes, Enter picks characters.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" class="primary send">
          <Icon name="send" />
          <span>{words('ui.send')}</span>
        </button>
      </form>
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
    </div>
  )
}
