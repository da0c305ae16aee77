import { describe, expect, it } from 'vitest'
import type { Media } from '../../src/core/message.ts'
import type { TicketProgress } from '../../src/core/ticket-progress.ts'
import type { Exchange, Turn } from '../../src/core/turn.ts'
import { answerTicketQuery } from '../../src/steps/answer-ticket-query.ts'
import { speak } from '../channels/open-house.ts'
import { photo } from '../store/case-makers.ts'
import { makeDraft } from '../store/makers.ts'
import { makeProgress } from './make-progress.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const own = makeProgress()
const replied = makeProgress({ state: 'replied', actions: ['withdraw', 'supplement', 'visit'] })

/** Demands of conversation c1, whose contact ends with 5678. */
const stepWith = (...known: readonly TicketProgress[]) =>
  answerTicketQuery({
    speak,
    attachmentOf: (media) => Promise.resolve(media.url === 'attachment:lost' ? null : photo({ id: media.name })),
    tickets: {
      find: async (number, proof) => {
        const fits = proof.kind === 'conversation' ? proof.conversation === 'c1' : proof.kind === 'shown'
        const right = proof.kind === 'digits' ? proof.digits === '5678' : fits
        return (right ? known.find((each) => each.number === number) : null) ?? null
      },
      isHandover: async (number, conversation) => number === '20261123-0009' && conversation === 'c1',
      of: async (conversation) => (conversation === 'c1' ? known : []),
    },
  })

const ask = (text: string, ...known: readonly TicketProgress[]) =>
  stepWith(...(known.length === 0 ? [own] : known)).run(makeTurn(text), makeTools())
const elsewhere = (text: string) => {
  const turn = makeTurn(text)
  return stepWith(own).run({ ...turn, message: { ...turn.message, conversation: 'c2' } }, makeTools())
}

const media = (name: string, url = `attachment:${name}`): Media => ({
  kind: 'photo',
  name,
  type: 'image/jpeg',
  bytes: 1,
  url,
})
const send = (
  text: string,
  files: readonly Media[],
  given: Partial<Turn> = {},
  ...known: readonly TicketProgress[]
) => {
  const turn = makeTurn(text, given)
  return stepWith(...(known.length === 0 ? [own] : known)).run(
    { ...turn, message: { ...turn.message, media: files } },
    makeTools(),
  )
}
const filed: Exchange = makeExchange('确认登记', { outcome: { kind: 'ticket', filed: makeDraft() } })

describe('files that come with a message about a ticket', () => {
  const added = (text: string, ...ids: readonly string[]) => ({
    kind: 'act',
    number: own.number,
    command: { kind: 'supplement', text, attachments: ids.map((id) => ({ id })) },
  })

  it('are added with the words that are', async () => {
    expect(await send('补充：水更深了', [media('a'), media('b')])).toMatchObject(added('水更深了', 'a', 'b'))
  })

  it('are added to the ticket that the message names', async () => {
    expect(await send(`${own.number}`, [media('a')])).toMatchObject(added('', 'a'))
  })

  it('are added without a word to the one that was just filed or talked about', async () => {
    expect(await send('', [media('a')], { history: [filed] })).toMatchObject(added('', 'a'))
    const asked = makeExchange('进度', { outcome: { kind: 'status', number: own.number } })
    expect(await send('', [media('a')], { history: [asked] })).toMatchObject(added('', 'a'))
  })

  it('are left to others where nothing was just filed, the ticket takes no more, or they are not kept', async () => {
    for (const [files, history, known] of [
      [[media('a')], [], own],
      [[media('a')], [filed, makeExchange('医保怎么报销')], own],
      [[media('a')], [filed], makeProgress({ actions: [] })],
      [[media('a', 'attachment:lost')], [filed], own],
    ] as const)
      expect(await send('', files, { history }, known)).toMatchObject({ message: { text: '' } })
  })
})

describe('answer-ticket-query', () => {
  it.each([
    '20261123-0001到哪了',
    '工单２０２６１１２３－０００１进度',
    '20261123 - 0001',
    '20261123–0001?',
    'status of 20261123-0001',
    '我的工单到哪了',
    '怎么样了，有结果吗',
    '路灯的事处理得怎么样了',
    'what is the status of my complaint?',
    'How is my complaint going?',
    '不撤了，你们快点来',
  ])('tells how the ticket meant by "%s" stands', async (text) => {
    expect(await ask(text)).toEqual({ kind: 'status', number: '20261123-0001' })
  })

  it('knows nothing of a ticket of another conversation, as of one that does not exist', async () => {
    const others = await elsewhere('20261123-0001')
    expect(others).toMatchObject({ kind: 'reply', phrase: { id: 'ticket.unknown' } })
    expect(await elsewhere('20261123-0001 催一下')).toMatchObject({ phrase: { id: 'ticket.unknown' } })
    expect(await elsewhere('20261123-0002')).toMatchObject({ phrase: { id: 'ticket.unknown' } })
  })

  it('opens a ticket of another conversation to the last four digits of its contact', async () => {
    expect(await elsewhere('20261123-0001 尾号5678')).toEqual({ kind: 'status', number: '20261123-0001' })
    expect(await elsewhere('20261123-0001 5679')).toMatchObject({ phrase: { id: 'ticket.wrong-digits' } })
  })

  it('knows the number of a handover in its own conversation', async () => {
    expect(await ask('20261123-0009')).toMatchObject({ phrase: { id: 'ticket.handover' } })
    expect(await elsewhere('20261123-0009')).toMatchObject({ phrase: { id: 'ticket.unknown' } })
  })

  it.each([
    ['20261123-0001 催一下', { kind: 'urge', text: '' }],
    ['怎么还没人来处理', { kind: 'urge', text: '' }],
    ['请尽快处理，催一下：孩子上学很黑', { kind: 'urge', text: '孩子上学很黑' }],
    ['补充：是单元门口那盏', { kind: 'supplement', text: '是单元门口那盏', attachments: [] }],
    ['Add: it is the lamp by the gate', { kind: 'supplement', text: 'it is the lamp by the gate', attachments: [] }],
    ['20261123-0001 确定撤回', { kind: 'withdraw', reason: '确定撤回' }],
    ['20261123-0001 yes, withdraw', { kind: 'withdraw', reason: 'yes, withdraw' }],
  ])('reads "%s" as something to be done', async (text, command) => {
    expect(await ask(text)).toEqual({ kind: 'act', number: '20261123-0001', command })
  })

  it.each([
    ['解决了', 'yes', ''],
    ['已经修好了，谢谢', 'yes', '谢谢'],
    ['没解决，楼道的灯还是不亮', 'no', '楼道的灯还是不亮'],
    ['20261123-0001 解决了一部分：东边还黑', 'partly', '东边还黑'],
    ['20261123-0001 is not solved', 'no', ''],
    ['it has not been fixed', 'no', ''],
    ['20261123-0001 is solved', 'yes', ''],
  ])('reads "%s" as what the citizen says of the reply', async (text, solved, note) => {
    const visit = { solved, courteous: 'unsaid', contacted: 'unsaid', note }
    expect(await ask(text, replied)).toEqual({ kind: 'act', number: own.number, command: { kind: 'visit', visit } })
  })

  it('asks again before it withdraws', async () => {
    expect(await ask('撤回吧')).toMatchObject({
      kind: 'question',
      phrase: { id: 'ticket.withdraw.sure' },
      choices: [{ say: '20261123-0001 确定撤回' }],
    })
  })

  it('asks which of several tickets is meant', async () => {
    const other = makeProgress({ number: '20261123-0002', title: '井盖破损' })
    expect(await ask('催一下', own, other)).toMatchObject({
      kind: 'question',
      choices: [{ say: '20261123-0001 催一下' }, { say: '20261123-0002 催一下' }],
    })
    expect(await ask('井盖的进度怎么样', own, other)).toEqual({ kind: 'status', number: other.number })
  })

  it.each([
    '120261123-00012345678',
    '2026-11-23',
    '',
    '公积金提取的进度怎么查',
    '居住证办好了吗，一般要多久能办好',
    '取消婚姻登记要什么材料',
    '解决劳动争议找谁',
    'How do I cancel my residence permit appointment?',
  ])('lets "%s" pass', async (text) => {
    const turn = makeTurn(text)
    expect(await stepWith(own).run(turn, makeTools())).toBe(turn)
  })

  it('asks for the number where a conversation that has none asks after its ticket', async () => {
    expect(await elsewhere('查一下我的工单进度')).toMatchObject({ phrase: { id: 'ticket.which' } })
  })
})
