import { useEffect, useRef } from 'preact/hooks'
import { isAwaited, isWithPerson, type ChatState, type SentMessage } from '../chat-state.ts'
import { useSurroundings } from '../surroundings.ts'
import { Marked } from './marked.tsx'
import { Reply } from './reply.tsx'
import { Welcome } from './welcome.tsx'

interface TranscriptProps {
  state: ChatState
  onSay: (text: string) => void
}

/** The conversation, oldest first. A new question moves to the top, so that its answer is read from its beginning. */
export function Transcript({ state, onSay }: TranscriptProps) {
  const { words } = useSurroundings()
  const list = useRef<HTMLDivElement>(null)
  const { messages, replies } = state
  const newest = messages[messages.length - 1]?.id
  useEffect(() => {
    const frame = list.current
    const exchange = frame?.lastElementChild
    if (frame === null || newest === undefined || !(exchange instanceof HTMLElement)) return
    frame.scrollTop = exchange.offsetTop - frame.offsetTop - 12
  }, [newest, replies.length])
  return (
    <div ref={list} class="transcript" role="log" aria-live="off" aria-label={words('ui.conversation')} tabIndex={0}>
      {messages.length === 0 && <Welcome onAsk={onSay} />}
      {messages.map((message) => (
        <Exchange key={message.id} message={message} state={state} onSay={onSay} />
      ))}
    </div>
  )
}

function Exchange({
  message,
  state,
  onSay,
}: {
  message: SentMessage
  state: ChatState
  onSay: (text: string) => void
}) {
  const { words, start } = useSurroundings()
  const last = state.replies[state.replies.length - 1]
  const own = state.replies.filter(({ reply }) => reply.message === message.id)
  return (
    <section class="exchange">
      <h3 class="question">
        <span class="hidden">{words('ui.you')}: </span>
        {start.placeNames[message.text] ?? message.text}
      </h3>
      {message.state === 'unsent' && <Unsent message={message} />}
      {isAwaited(state, message) && <Writing message={message} state={state} />}
      {own.map((event) => (
        <Reply key={event.sequence} reply={event.reply} latest={event === last} onSay={onSay} />
      ))}
    </section>
  )
}

/** What is there of an answer that is still being written. */
function Writing({ message, state }: { message: SentMessage; state: ChatState }) {
  const { words } = useSurroundings()
  const sentences = state.writing[message.id] ?? []
  const waiting = message.state === 'sending' ? 'sending' : isWithPerson(state) ? 'with-person' : 'reading'
  return (
    <div class="reply writing">
      {sentences.map(({ text, marks }, index) => (
        <p key={index} class="text">
          <Marked text={text} marks={marks} />
        </p>
      ))}
      <p class={`waiting ${waiting}`}>{words(`ui.state.${waiting}`)}</p>
    </div>
  )
}

function Unsent({ message }: { message: SentMessage }) {
  const { words, chat } = useSurroundings()
  const { problem } = message
  const seconds = problem?.kind === 'wait' ? problem.seconds : 0
  const why = {
    offline: 'offline.unsent',
    wait: 'wait',
    'too-long': 'too-long',
    gone: 'ended',
    fault: 'fault',
  } as const
  return (
    <div class="unsent" role="alert">
      <p>
        <b>{words('ui.state.unsent')}</b> {problem !== null && words(`ui.state.${why[problem.kind]}`, { seconds })}
      </p>
      <button type="button" onClick={() => void chat.retry(message.id)}>
        {words('ui.state.retry')}
      </button>
    </div>
  )
}
