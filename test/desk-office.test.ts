import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAssistant, type Assistant } from '../src/assistant.ts'
import type { DeskOffice } from '../src/core/desk-office.ts'
import type { DeskActor, DeskCommand } from '../src/core/desk.ts'
import { phrase } from '../src/core/phrase.ts'
import type { Step } from '../src/core/step.ts'
import type { Store } from '../src/core/store.ts'
import { offerPerson } from '../src/steps/offer-person.ts'
import { yieldToOperator } from '../src/steps/yield-to-operator.ts'
import { openTestTickets } from './channels/open-house.ts'
import { makeOperator, openTestDesk } from './desk/makers.ts'
import { openTestStore } from './fakes/memory-store.ts'
import { makeConversation, makeMessage } from './store/makers.ts'

let now: Date
let store: Store
let desk: DeskOffice
let assistant: Assistant

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
/** Says "danger" for an emergency; all else is a person's matter. */
const alarm: Step = {
  name: 'alarm',
  run: async (turn) =>
    turn.message.text === '着火了'
      ? { kind: 'emergency', service: 'fire', number: '119', advice: phrase('emergency.fire') }
      : turn,
}

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00+08:00')
  const clock = () => now
  store = await openTestStore(clock)
  desk = openTestDesk({ store, clock })
  const house = { store, clock, log: () => undefined, announce: () => undefined, send: () => undefined }
  assistant = createAssistant({
    ...house,
    ...openTestTickets(house),
    ...{
      desk,
      pipeline: [alarm, yieldToOperator, offerPerson({})],
      speak: ({ id, values }) => [id, values['count'] ?? values['opens']].filter(Boolean).join(' '),
      patience: 5000,
    },
    knowledgeVersion: () => 'test',
    observe: () => undefined,
  })
})
afterEach(() => store.close())

let count = 0
async function say(text: string, conversation = 'conversation-1') {
  await store.conversations.open(makeConversation({ id: conversation }))
  await assistant.receive(makeMessage({ id: `m-${(count += 1)}`, conversation, text, at: now }))
  await assistant.idle()
}
const waiting = async (operator = makeOperator()) =>
  (await desk.queue(operator)).map(({ conversation }) => conversation)
const numberOf = async (conversation = 'conversation-1') =>
  (await store.desk.ofConversation(conversation))?.case.number ?? 'none'
const holder = async () => (await store.conversations.find('conversation-1'))?.holder
const by = (id: string): DeskActor => ({ role: 'operator', id })
const take = (id: string): DeskCommand => ({ kind: 'take', by: by(id), operator: id })

describe('the wish for a person', () => {
  it('puts the conversation in the queue under the number that the citizen was told', async () => {
    await say('转人工')
    expect(await waiting()).toEqual(['conversation-1'])
    const told = (await store.outbox.since('conversation-1', 0)).at(-1)?.reply.ticket
    expect(await numberOf()).toBe(told)
    expect(await holder()).toBe('operator')
  })

  const told = async (conversation: string) => (await store.outbox.since(conversation, 0)).at(-1)?.reply.text
  it('is answered with how many are before, and out of hours with when people are back', async () => {
    await say('转人工', 'conversation-1')
    expect(await told('conversation-1')).toBe('handover.asked-for')
    await say('转人工', 'conversation-2')
    expect(await told('conversation-2')).toBe('handover.asked-for\ndesk.before 1')
    now = new Date('2026-11-27T21:00:00+08:00')
    await say('转人工', 'conversation-3')
    expect(await told('conversation-3')).toBe('handover.asked-for\ndesk.closed 11月30日星期一 08:00')
    expect(await waiting()).toHaveLength(3)
  })

  it('comes before others where somebody was in danger a moment ago', async () => {
    await say('转人工', 'conversation-1')
    later(60)
    await say('着火了', 'conversation-2')
    await say('转人工', 'conversation-2')
    expect(await waiting()).toEqual(['conversation-2', 'conversation-1'])
  })

  it('is over once the citizen goes back to the assistant, and may come again', async () => {
    await say('转人工')
    const number = await numberOf()
    await say('继续问助手')
    expect(await waiting()).toEqual([])
    expect((await store.desk.find(number))?.case).toMatchObject({ state: 'over', outcome: 'assistant' })
    await say('转人工')
    expect(await waiting()).toEqual(['conversation-1'])
    expect(await numberOf()).not.toBe(number)
  })
})

describe('an operator', () => {
  it('is one of those who take it at the same moment; the others are told that it is taken', async () => {
    await say('转人工')
    const number = await numberOf()
    const answers = await Promise.all(['anna', 'bo', 'cai'].map((id) => desk.execute(number, take(id))))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused', 'refused'])
    expect(await waiting()).toEqual([])
  })

  it('gives the conversation back to the assistant with how it ended', async () => {
    await say('转人工')
    const number = await numberOf()
    await desk.execute(number, take('anna'))
    await desk.execute(number, { kind: 'end', by: by('anna'), outcome: 'answered', note: '已解释' })
    expect(await holder()).toBe('assistant')
    expect((await store.desk.history(number)).at(-1)).toMatchObject({ kind: 'ended', note: '已解释' })
  })

  it('who is absent loses it to the queue, where it keeps its turn', async () => {
    await say('转人工')
    await desk.execute(await numberOf(), take('anna'))
    later(30)
    await say('转人工', 'conversation-2')
    expect(await desk.sweep()).toBe(0)
    later(60)
    expect(await desk.sweep()).toBe(1)
    expect(await waiting(makeOperator({ id: 'bo' }))).toEqual(['conversation-1', 'conversation-2'])
    expect(await holder()).toBe('operator')
  })

  it('is told where there is no such conversation', async () => {
    expect(await desk.execute('20260101-0001', take('anna'))).toEqual({ kind: 'unknown' })
  })
})
