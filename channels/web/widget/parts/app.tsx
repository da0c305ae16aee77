import { useEffect, useRef, useState } from 'preact/hooks'
import { showMoment } from '../../show-moment.ts'
import type { Api } from '../api.ts'
import type { ChatState } from '../chat-state.ts'
import type { Chat } from '../create-chat.ts'
import type { Memory, Preferences } from '../memory.ts'
import type { Settings } from '../settings.ts'
import { SurroundingsProvider } from '../surroundings.ts'
import { useChat } from '../use-chat.ts'
import { useStart } from '../use-start.ts'
import { wordsIn, type Language } from '../words.ts'
import { ChatDialog } from './chat-dialog.tsx'
import { Launcher } from './launcher.tsx'

export interface AppProps {
  chat: Chat
  api: Api
  settings: Settings
  memory: Memory
  /** The page's language, where the site does not name one. */
  pageLanguage: Language
  /** Calls back when the page around the widget asks something. */
  onAsked: (listener: (question: string) => void) => void
}

/** The widget: a launcher, and the dialog it opens. */
export function App({ chat, api, settings, memory, pageLanguage, onAsked }: AppProps) {
  const state = useChat(chat)
  const [open, setOpen] = useState(false)
  const [preferences, setPreferences] = useState(() => memory.preferences())
  const launcher = useRef<HTMLButtonElement>(null)
  const language = preferences.language ?? settings.language ?? pageLanguage
  const region = preferences.region ?? settings.region
  const words = wordsIn(language)
  const start = useStart(api, language, region, open)
  const seen = useSeen(state, { open, memory })

  useEffect(() => void chat.resume(), [])
  useEffect(
    () =>
      onAsked((question) => {
        setOpen(true)
        if (question.trim() !== '') void chat.send(question.trim())
      }),
    [],
  )

  function change(changed: Partial<Preferences>) {
    const next = { ...preferences, ...changed }
    memory.keepPreferences(next)
    setPreferences(next)
    const { language, region } = changed
    if (language || region) void chat.change({ ...(language ? { language } : {}), ...(region ? { region } : {}) })
  }

  function close() {
    setOpen(false)
    setTimeout(() => launcher.current?.focus())
  }

  const modes = `${preferences.large ? ' large' : ''}${preferences.contrast ? ' contrast' : ''}`
  const moment = (at: string) => showMoment(at, language, start.timeZone)
  const nowhere = { showSource: () => {}, showTickets: () => {} }
  return (
    <SurroundingsProvider
      value={{ chat, api, settings, language, words, moment, start, tickets: state.tickets, ...nowhere }}
    >
      <div class={`widget${modes}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {!open && <Launcher button={launcher} news={!seen} onOpen={() => setOpen(true)} />}
        {open && (
          <ChatDialog state={state} preferences={preferences} region={region} onChange={change} onClose={close} />
        )}
      </div>
    </SurroundingsProvider>
  )
}

/** Whether the newest reply was there while the chat was open, now or on an earlier visit. */
function useSeen({ replies }: ChatState, { open, memory }: { open: boolean; memory: Memory }): boolean {
  const newest = replies[replies.length - 1]?.sequence ?? 0
  const [seen, setSeen] = useState(() => memory.seen())
  useEffect(() => {
    if (newest === 0 || (!open && seen !== null)) return
    setSeen(newest)
    memory.keepSeen(newest)
  }, [open, newest])
  return open || seen === null || newest <= seen
}
