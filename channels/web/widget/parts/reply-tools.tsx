import { useEffect, useState } from 'preact/hooks'
import type { Wire } from '../../wire.ts'
import { copyText } from '../copy-text.ts'
import { replyText, spokenText } from '../plain-words.ts'
import { printText } from '../print-text.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

const copiedFor = 3000

/** Read aloud, and copy and print what is worth keeping. */
export function ReplyTools({ reply }: { reply: Wire['reply'] }) {
  const { words, settings } = useSurroundings()
  const lasting = reply.sources.length > 0 || reply.ticket !== null
  const [copied, setCopied] = useState<string | null>(null)
  async function copy() {
    setCopied((await copyText(replyText(reply, words))) ? 'ui.copied' : 'ui.copy-failed')
    setTimeout(() => setCopied(null), copiedFor)
  }
  return (
    <div class="tools">
      {lasting && (
        <>
          <button type="button" onClick={() => void copy()}>
            <Icon name="copy" />
            <span role="status">{words(copied ?? 'ui.copy')}</span>
          </button>
          <button type="button" onClick={() => printText(settings.title ?? words('ui.title'), replyText(reply, words))}>
            <Icon name="print" />
            {words('ui.print')}
          </button>
        </>
      )}
      {'speechSynthesis' in globalThis && <Listen text={spokenText(reply)} />}
    </div>
  )
}

function Listen({ text }: { text: string }) {
  const { words, language } = useSurroundings()
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => speechSynthesis.cancel(), [])
  function toggle() {
    speechSynthesis.cancel()
    if (speaking) return setSpeaking(false)
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = language === 'zh' ? 'zh-CN' : 'en'
    speech.rate = 0.9
    speech.onend = speech.onerror = () => setSpeaking(false)
    speechSynthesis.speak(speech)
    setSpeaking(true)
  }
  return (
    <button type="button" aria-pressed={speaking} onClick={toggle}>
      <Icon name="sound" />
      {words(speaking ? 'ui.listen.stop' : 'ui.listen')}
    </button>
  )
}
