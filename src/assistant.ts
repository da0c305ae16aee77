import type { Clock } from './core/clock.ts'
import type { Conversation } from './core/conversation.ts'
import type { ConversationEvent } from './core/channel.ts'
import type { DeskDoor } from './core/desk-office.ts'
import type { Log } from './core/log.ts'
import type { Message } from './core/message.ts'
import type { Outcome } from './core/outcome.ts'
import { render } from './core/render.ts'
import { runPipeline, type PipelineResult } from './core/run-pipeline.ts'
import type { Say, Step } from './core/step.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import { pastOthers } from './past-others.ts'
import { prepareAct, type ActOptions } from './act-on-tickets.ts'
import { recallPersonalData, unmask } from './steps/recall-personal-data.ts'
import { startTurn, type PersonalDatum, type Turn } from './core/turn.ts'

export interface AssistantOptions extends ActOptions {
  store: Store
  pipeline: readonly Step[]
  clock: Clock
  log: Log
  knowledgeVersion: () => string
  /** What a conversation's watchers are told while a turn runs. */
  announce: (conversation: string, event: ConversationEvent) => void
  /** Called with a reply once it is stored. */
  send: (entry: OutboxEntry) => void
  /** Told of every settled turn and how long it took, for the figures. */
  observe: (result: PipelineResult, milliseconds: number) => void
  /** A turn that takes longer goes to a person, milliseconds. */
  patience: number
}

export interface Assistant {
  /** Stores a message, then answers it in its turn. Resolves once it is stored; the same id twice is answered once. */
  receive(message: Message): Promise<'new' | 'repeated'>
  /** Answers what was accepted before a crash and not settled. Resolves with the number of messages. */
  resume(): Promise<number>
  /** Resolves when no turn is under way. */
  idle(): Promise<void>
}

const exchangesRemembered = 6
/** How far back the personal data of a demand may have been told. */
const exchangesRecalled = 100

/** Opens turns, runs the pipeline over them, and settles what comes out of it in one transaction. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { store, log } = options
  /** The last turn of each conversation: turns of one conversation follow one another. */
  const queues = new Map<string, Promise<void>>()

  async function answer(message: Message): Promise<void> {
    const began = performance.now()
    const conversation = await store.conversations.find(message.conversation)
    if (conversation === null) throw new Error('The conversation of a stored message is missing.')
    const history = await store.conversations.history(conversation.id, exchangesRemembered)
    const { language, holder, region } = conversation
    const turn = startTurn(message, { language: message.language ?? language, holder, region, history })
    const say: Say = (sentence) =>
      options.announce(conversation.id, { kind: 'sentence', message: message.id, sentence })
    const result = await runWithin(options, turn, say)
    const entry = await settle(options, conversation, message, result)
    options.observe(result, performance.now() - began)
    log('info', 'turn settled', { conversation: conversation.id, message: message.id, outcome: result.outcome.kind })
    for (const { step, fault } of result.trace)
      if (fault !== null) log('error', 'step failed', { step, fault: fault.split(':')[0] ?? '' })
    if (entry !== null) {
      options.announce(conversation.id, { kind: 'reply', entry })
      options.send(entry)
    }
  }

  function enqueue(message: Message): void {
    const before = queues.get(message.conversation) ?? Promise.resolve()
    const now = before
      .then(() => answer(message))
      .catch((error: unknown) =>
        log('error', 'turn not settled', {
          message: message.id,
          error: error instanceof Error ? error.name : 'unknown',
        }),
      )
      .finally(() => {
        if (queues.get(message.conversation) === now) queues.delete(message.conversation)
      })
    queues.set(message.conversation, now)
  }

  /** A message may be stored and yet wait for nobody: its first acknowledgement was lost with the connection to the store. */
  const settledOrUnderWay = async ({ conversation, id }: Message): Promise<boolean> =>
    queues.has(conversation) || (await store.conversations.exchange(conversation, id)) !== null

  return {
    async receive(message) {
      const accepted = await store.conversations.accept(message)
      if (accepted === 'new' || !(await settledOrUnderWay(message))) enqueue(message)
      return accepted
    },
    async resume() {
      const messages = await store.conversations.unsettled()
      messages.forEach(enqueue)
      return messages.length
    },
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values())
    },
  }
}

/** Runs the pipeline within the assistant's patience; a turn that takes longer is handed to a person. */
async function runWithin(options: AssistantOptions, turn: Turn, say: Say): Promise<PipelineResult> {
  const signal = AbortSignal.timeout(options.patience)
  const late: Outcome = {
    kind: 'handover',
    handover: { reason: 'fault', summary: turn.query, tried: ['The turn took too long.'] },
  }
  try {
    return await runPipeline(options.pipeline, turn, { signal, say })
  } catch (error) {
    if (!signal.aborted) throw error
    return {
      turn,
      outcome: late,
      trace: [{ step: 'time-out', milliseconds: options.patience, ended: 'handover', fault: 'TimeoutError' }],
    }
  }
}

/**
 * The personal data behind the placeholders of what is filed or read back to the person it belongs to: this message's, and earlier ones',
 * which stand in the stored messages only.
 */
async function personalData(
  { conversations }: Store,
  conversation: string,
  { turn, outcome }: PipelineResult,
): Promise<readonly PersonalDatum[]> {
  const shown =
    ['ticket', 'handover', 'act'].includes(outcome.kind) || turn.intake !== null || outcome.kind === 'question'
  const known = new Set(turn.masked.map(({ placeholder }) => placeholder))
  const placeholders = JSON.stringify([outcome, turn.intake]).match(/〔[^〔〕]{1,12}〕/gu) ?? []
  if (!shown || placeholders.every((placeholder) => known.has(placeholder))) return turn.masked
  const [messages, history] = await Promise.all([
    conversations.messages(conversation),
    conversations.history(conversation, exchangesRecalled),
  ])
  return [...turn.masked, ...recallPersonalData(messages, history, exchangesRemembered)]
}

/** An outcome as its person reads it: what they told of themselves stands in their draft in the clear. */
const readable = (outcome: Outcome, masked: readonly PersonalDatum[]): Outcome =>
  outcome.kind === 'ticket' || (outcome.kind === 'question' && outcome.asks === 'intake')
    ? unmask(outcome, masked)
    : outcome

/** Sets who holds the conversation from now on. */
async function setHolder(desk: DeskDoor, store: Store, conversation: string, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'handover') await store.conversations.update(conversation, { holder: 'operator' })
  if (outcome.kind !== 'reply') return
  await store.conversations.update(conversation, outcome.gives)
  if (outcome.gives.holder === 'assistant') await desk.leave(store, conversation)
}

/**
 * The one place that acts: in one transaction it files what the outcome files, sets who holds the conversation, records the exchange and
 * queues the reply. Null where nothing is to be sent: the turn had been settled before, or a person holds the conversation.
 */
async function settle(
  options: AssistantOptions,
  { id, address }: Conversation,
  message: Message,
  result: PipelineResult,
): Promise<OutboxEntry | null> {
  const { turn, outcome, trace } = result
  const now = options.clock()
  const masked = await personalData(options.store, id, result)
  const act = await prepareAct(options, { conversation: id, message, result, masked, now })
  let after: () => void = () => undefined
  const settleOnce = async (store: Store): Promise<OutboxEntry | null> => {
    if ((await store.conversations.exchange(id, message.id)) !== null) return null
    const deed = await act(store)
    after = deed?.after ?? after
    const reply = render(readable(outcome, masked), {
      message: message.id,
      language: turn.language,
      speak: options.speak,
      ticket: deed?.hidden === true ? null : (deed?.number ?? null),
      ...(deed?.told === undefined ? {} : { told: deed.told }),
      turn: unmask({ intake: turn.intake, intent: turn.intent }, masked),
    })
    const settled = await store.conversations.settle({
      conversation: id,
      message: message.id,
      at: message.at,
      text: turn.message.text,
      query: turn.query,
      region: turn.region,
      outcome: outcome.kind === 'ticket' && deed?.joined === true ? { ...outcome, joined: deed.number } : outcome,
      passages: turn.passages,
      writer: turn.draft?.writer ?? null,
      knowledgeVersion: options.knowledgeVersion(),
      trace,
      reply,
      settledAt: now,
    })
    if (!settled) throw new Error('Another process settled this message first.')
    await setHolder(options.desk, store, id, outcome)
    return outcome.kind === 'relay' ? null : store.outbox.queue({ conversation: id, address, reply, queuedAt: now })
  }
  const entry = await pastOthers(() => options.store.transaction(settleOnce))
  after()
  return entry
}
