import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDesk } from '../../desk/makers.ts'
import { createAssistant, type Assistant } from '../../../src/assistant.ts'
import type { Store } from '../../../src/core/store.ts'
import type { Step } from '../../../src/core/step.ts'
import { continueIntake } from '../../../src/steps/continue-intake.ts'
import { giveAnswer } from '../../../src/steps/give-answer.ts'
import { maskPersonalData } from '../../../src/steps/mask-personal-data.ts'
import { routeQuestion } from '../../../src/steps/route-question.ts'
import { clock, openTestTickets, speak } from '../../channels/open-house.ts'
import { openTestStore } from '../../fakes/memory-store.ts'
import { makeConversation, makeMessage } from '../../store/makers.ts'
import { intake } from './make-intake.ts'

const attachmentOf = () => Promise.resolve(null)
const pipeline: readonly Step[] = [
  maskPersonalData,
  continueIntake({ intake, attachmentOf }),
  routeQuestion({ intake, attachmentOf }),
  giveAnswer,
]

let store: Store
let lines: string[]

/** The assistant as it is after a start: it remembers nothing but what the store holds. */
const start = (): Assistant => {
  const house = {
    store,
    clock,
    log: (...line: readonly unknown[]) => void lines.push(JSON.stringify(line)),
    announce: () => undefined,
    send: () => undefined,
  }
  return createAssistant({
    desk: openTestDesk({ store, clock }),
    ...house,
    ...openTestTickets(house),
    pipeline,
    speak,
    knowledgeVersion: () => 'test',
    observe: () => undefined,
    patience: 5000,
  })
}

beforeEach(async () => {
  store = await openTestStore(clock)
  lines = []
  await store.conversations.open(makeConversation())
})
afterEach(() => store.close())

/** Says each message to an assistant that was just started. */
async function say(...said: readonly string[]): Promise<void> {
  for (const text of said) {
    const assistant = start()
    const count = (await store.conversations.messages('conversation-1')).length
    await assistant.receive(makeMessage({ id: `m-${count}`, text }))
    await assistant.idle()
  }
}

const history = async () => JSON.stringify(await store.conversations.history('conversation-1', 50))
const filed = async () => (await store.tickets.list(1))[0]

describe('a demand filed after restarts between all turns', () => {
  it('holds the real data of every turn, which stand in no history and no log', async () => {
    await say(
      '我要投诉楼上漏水，我叫刘芳，住阳光小区5号楼1单元301',
      '昨天晚上',
      '赔我天花板',
      '可以打我电话13712345678',
      '确认',
    )
    const ticket = await filed()
    expect(ticket?.draft).toMatchObject({
      kind: 'complaint',
      description: expect.stringContaining('刘芳'),
      where: { said: expect.stringContaining('5号楼1单元301') },
      contact: { name: '刘芳', phone: '13712345678' },
    })
    expect(JSON.stringify(ticket)).not.toContain('〔')
    expect((await history()) + lines.join('\n')).not.toMatch(/刘芳|13712345678|5号楼1单元301/u)
  })

  it('holds the data of the question it came from', async () => {
    await say('我叫刘芳，电话13712345678，楼上半夜装修怎么办？', '登记工单', '直接登记', '确认')
    expect((await filed())?.draft).toMatchObject({ contact: { name: '刘芳', phone: '13712345678' } })
    expect(JSON.stringify(await filed())).not.toContain('〔')
  })

  it('reads the person their own number back in the clear', async () => {
    await say('我建议公交车晚点收班', '刘芳，13712345678')
    const [exchange] = await store.conversations.exchanges('conversation-1', 1)
    expect(exchange?.reply.text).toContain('刘芳 13712345678')
    expect(JSON.stringify(exchange?.outcome)).not.toMatch(/刘芳|13712345678/u)
  })

  it('files nothing after small talk alone', async () => {
    await say('你好', '登记工单')
    expect(await filed()).toBeUndefined()
  })
})
