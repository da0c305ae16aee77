import { useEffect, useRef } from 'preact/hooks'
import { openReplies, timeline } from '../../timeline.ts'
import type { Wire } from '../../wire.ts'
import type { Say } from '../create-chat.ts'
import { isAwaited, isWithPerson, type ChatState, type SentMessage } from '../chat-state.ts'
import { readChanges } from '../draft-changes.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'
import { Marked } from './marked.tsx'
import { Reply } from './reply.tsx'
import { SentFiles } from './sent-files.tsx'
import { Welcome } from './welcome.tsx'

interface TranscriptProps {
  state: ChatState
  onSay: Say
}

/** The conversation, oldest first. What is new moves to the top, so that it is read from its beginning. */
export function Transcript({ state, onSay }: TranscriptProps) {
  const { words } = useSurroundings()
  const list = useRef<HTMLDivElement>(null)
  const { messages, replies } = state
  const newest = messages[messages.length - 1]?.id
  useEffect(() => {
    const frame = list.current
    const exchange = frame?.lastElementChild
    if (frame === null || state.replies.length + messages.length === 0 || !(exchange instanceof HTMLElement)) return
    // Who is filling something in keeps it in view.
    if (frame.querySelector('form:focus-within') === null) frame.scrollTop = exchange.offsetTop - 12
  }, [newest, replies.length])
  const open = openReplies(messages, replies)
  return (
    <div ref={list} class="transcript" role="log" aria-live="off" aria-label={words('ui.conversation')} tabIndex={0}>
      {messages.length === 0 && <Welcome onAsk={onSay} />}
      {timeline(messages, replies).map((moment) =>
        moment.kind === 'notice' ? (
          <Notice key={moment.event.sequence} event={moment.event} open={open} onSay={onSay} />
        ) : (
          <Exchange key={moment.message.id} {...moment} state={state} open={open} onSay={onSay} />
        ),
      )}
    </div>
  )
}

interface MomentProps {
  /** The replies whose choices still stand, by sequence. */
  open: ReadonlySet<number>
  onSay: Say
}

/** What was told unasked: a step of a ticket. */
function Notice({ event, open, onSay }: MomentProps & { event: Wire['replyEvent'] }) {
  const { words, moment } = useSurroundings()
  return (
    <section class="exchange told">
      <h3>
        <Icon name="bell" />
        {words('ui.notice')} <time dateTime={event.at}>{moment(event.at)}</time>
      </h3>
      <Reply reply={event.reply} latest={open.has(event.sequence)} onSay={onSay} />
    </section>
  )
}

interface ExchangeProps extends MomentProps {
  message: SentMessage
  replies: readonly Wire['replyEvent'][]
  state: ChatState
}

function Exchange({ message, replies, state, open, onSay }: ExchangeProps) {
  const { words } = useSurroundings()
  return (
    <section class="exchange">
      <h3 class="question">
        <span class="hidden">{words('ui.you')}: </span>
        <Words message={message} />
        {message.place !== null && (
          <span class="point">
            <Icon name="place" />
            {words('ui.place.sent')}
          </span>
        )}
        {message.text === '' && message.place === null && words('ui.files')}
      </h3>
      <SentFiles attachments={message.attachments} />
      {message.state === 'unsent' && <Unsent message={message} />}
      {isAwaited(state, message) && <Writing message={message} state={state} />}
      {replies.map((event) => (
        <Reply key={event.sequence} reply={event.reply} latest={open.has(event.sequence)} onSay={onSay} />
      ))}
    </section>
  )
}

/** The words of a message; corrections of a card in short. */
function Words({ message: { text } }: { message: SentMessage }) {
  const { words, start } = useSurroundings()
  const changes = readChanges(text)
  if (changes === null) return <>{start.placeNames[text] ?? text}</>
  return (
    <>
      <b>{words('ui.draft.changed')}</b>
      {[...changes].map(([field, value]) => (
        <span key={field} class="change">
          {words('draft.row', { label: words(`draft.${field}`), value: value || words('ui.draft.empty') })}
        </span>
      ))}
    </>
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
    refused: 'fault',
  } as const
  return (
    <div class="unsent" role="alert">
      <p>
        <b>{words('ui.state.unsent')}</b> {problem?.kind === 'files-gone' && words('ui.files.gone')}
        {problem !== null && problem.kind !== 'files-gone' && words(`ui.state.${why[problem.kind]}`, { seconds })}
      </p>
      <button type="button" onClick={() => void chat.retry(message.id)}>
        {words('ui.state.retry')}
      </button>
    </div>
  )
}
