import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { namePlace } from '../../place-names.ts'
import type { Wire } from '../../wire.ts'
import type { ChatState } from '../chat-state.ts'
import type { Say } from '../create-chat.ts'
import type { Preferences } from '../memory.ts'
import { SurroundingsProvider, useSurroundings } from '../surroundings.ts'
import { useNarrow } from '../use-narrow.ts'
import { Composer } from './composer.tsx'
import { Announcer } from './announcer.tsx'
import { Connection } from './connection.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { Icon } from './icon.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { TicketsPanel } from './tickets-panel.tsx'
import { Transcript } from './transcript.tsx'

type Beside =
  | { kind: 'settings' }
  | { kind: 'document'; source: Wire['source'] }
  | { kind: 'tickets'; number: string | null }
  | null

interface DialogProps {
  state: ChatState
  preferences: Preferences
  region: readonly string[] | null
  onChange: (change: Partial<Preferences>) => void
  onClose: () => void
}

/** The chat window: in a corner of a wide page, whole on a phone, where it keeps the focus inside. */
export function ChatDialog({ state, preferences, region, onChange, onClose }: DialogProps) {
  const here = useSurroundings()
  const { words, settings, chat } = here
  const narrow = useNarrow()
  const { dialog, field } = useOpenDialog(narrow)
  const { beside, show, hide } = useBeside()
  const say: Say = (text, more) => void chat.send(text, more)
  const ways = {
    showSource: (source: Wire['source']) => show({ kind: 'document', source }),
    showTickets: (number: string | null) => show({ kind: 'tickets', number }),
  }
  return (
    <SurroundingsProvider value={{ ...here, ...ways }}>
      <dialog
        ref={dialog}
        class={`dialog ${beside === null ? '' : 'wide'}`}
        aria-labelledby="title"
        aria-modal={narrow}
        onCancel={(event) => {
          event.preventDefault()
          if (beside === null) onClose()
          else hide()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !narrow && !event.defaultPrevented) onClose()
        }}
      >
        {beside?.kind === 'document' && <DocumentPanel source={beside.source} onClose={hide} />}
        {beside?.kind === 'settings' && (
          <SettingsPanel state={state} preferences={preferences} region={region} onChange={onChange} onClose={hide} />
        )}
        {beside?.kind === 'tickets' && (
          <TicketsPanel
            state={state}
            number={beside.number}
            onClose={hide}
            onSay={(...said) => {
              hide()
              say(...said)
            }}
          />
        )}
        <div class="chat" inert={narrow && beside !== null}>
          <header class="bar">
            <h2 id="title" tabIndex={-1}>
              {settings.title ?? words('ui.title')}
            </h2>
            <button type="button" class="bare" aria-label={words('ui.menu')} onClick={() => show({ kind: 'settings' })}>
              <Icon name="settings" />
              <span>{words('ui.settings')}</span>
            </button>
            <button type="button" class="bare" aria-label={words('ui.close')} onClick={onClose}>
              <Icon name="close" />
              <span>{words('ui.close')}</span>
            </button>
            <button type="button" class="place" onClick={() => show({ kind: 'settings' })}>
              <Icon name="place" />
              <span class="hidden">{words('ui.settings.region')}: </span>
              {namePlace(region ?? [], here.start.placeNames) || words('ui.settings.region.any')}
            </button>
          </header>
          <Connection state={state} />
          {state.tickets.length > 0 && (
            <button type="button" class="own-tickets" onClick={() => show({ kind: 'tickets', number: null })}>
              <Icon name="document" />
              {words('ui.tickets.count', { count: state.tickets.length })}
            </button>
          )}
          <Announcer state={state} />
          <Transcript state={state} onSay={say} />
          <Composer field={field} onSay={say} />
        </div>
      </dialog>
    </SurroundingsProvider>
  )
}

/** Opens the element as a modal one on narrow windows, and puts the focus where writing starts. */
function useOpenDialog(narrow: boolean) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // Before the effects of what is inside: the conversation scrolls to its end only once it is shown.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (narrow) element.showModal()
    else element.show()
    // On a phone the keyboard would cover the welcome.
    if (narrow) element.querySelector<HTMLElement>('#title')?.focus()
    else field.current?.focus()
    return () => element.close()
  }, [narrow])
  return { dialog, field }
}

/** What is open beside the conversation; closing it gives the focus back to what opened it. */
function useBeside() {
  const [beside, setBeside] = useState<Beside>(null)
  const opener = useRef<HTMLElement | null>(null)
  return {
    beside,
    show(next: Exclude<Beside, null>) {
      const root = document.querySelector('civicline-widget')?.shadowRoot
      const active = root?.activeElement
      if (active instanceof HTMLElement && active.closest('.panel') === null) opener.current = active
      setBeside(next)
    },
    hide() {
      setBeside(null)
      // The conversation is inert until it is drawn again.
      setTimeout(() => opener.current?.focus())
    },
  }
}
