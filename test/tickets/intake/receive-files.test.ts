import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../../src/core/ticket.ts'
import { photo } from '../../store/case-makers.ts'
import { asked, converse, intake, told } from './make-intake.ts'

const here = { latitude: 30.25, longitude: 120.2 }
const taken = { latitude: 30.2741, longitude: 120.1551 }
const placed = photo({ id: 'placed', point: taken })
const plain = photo({ id: 'plain', point: null })
const recording = photo({ id: 'recording', kind: 'audio', point: null })

const send = (before: ReturnType<typeof converse>, text: string, ...attachments: readonly Attachment[]) =>
  intake.goOn(asked(before), told(text, { language: 'zh', attachments }))
const begin = (text: string, ...attachments: readonly Attachment[]) =>
  intake.begin(told(text, { language: 'zh', attachments }))

describe('files that come while a demand is taken down', () => {
  it('are taken without a word, counted, and what was asked is asked again', () => {
    const one = send(converse('路灯坏了没人修'), '', plain)
    expect(one).toMatchObject({
      kind: 'ask',
      phrase: { id: 'intake.received.photo', values: { count: '1', question: 'intake.ask.where' } },
      intake: { asking: 'where', draft: { attachments: [{ id: 'plain' }] } },
    })
    expect(send(one, '', recording)).toMatchObject({
      phrase: { id: 'intake.received.audio', values: { count: '2' } },
      intake: { draft: { attachments: [{ id: 'plain' }, { id: 'recording' }] } },
    })
    expect(send(one, '', plain, recording)).toMatchObject({ phrase: { id: 'intake.received.mixed' } })
  })

  it('are taken once with the words that they come with, whatever the words do', () => {
    const before = converse('我要投诉烧烤店油烟太大', '沿江路18号')
    for (const text of ['昨晚十一点', '不是18号，是28号', '不知道', '先这样，提交吧']) {
      const move = send(before, text, plain)
      expect(asked(move).draft.attachments, text).toEqual([plain])
      expect(move, text).toMatchObject({ phrase: { id: 'intake.received.photo' } })
    }
  })

  it('begin a demand without a word, and are kept when it is told', () => {
    const move = begin('', plain)
    expect(move).toMatchObject({
      phrase: { id: 'intake.received.photo', values: { question: 'intake.ask.what' } },
      intake: { asking: 'what' },
    })
    expect(asked(send(move, '沿江路18号的路灯坏了没人修')).draft).toMatchObject({
      attachments: [plain],
      kind: 'request',
    })
  })

  it('are not there where nobody sent any', () => {
    expect(converse('路灯坏了没人修')).toMatchObject({ phrase: { id: 'intake.ask.where' } })
  })
})

describe('the place that a photo was taken at', () => {
  const points = (move: ReturnType<typeof converse>) => asked(move).draft.where?.point

  it('is the point of the place that was told', () => {
    expect(points(begin('沿江路18号的路灯坏了没人修', placed))).toEqual(taken)
    expect(points(send(send(converse('路灯坏了没人修'), '', placed), '沿江路18号'))).toEqual(taken)
  })

  it('makes a district exact enough, so that nobody asks for the spot in it', () => {
    expect(asked(begin('滨江区的路灯坏了没人修', placed)).asking).toBe('contact')
    expect(asked(begin('滨江区的路灯坏了没人修', plain)).asking).toBe('spot')
  })

  it('does not answer where, but stands there alone where the person cannot tell', () => {
    const sent = begin('路灯坏了没人修', placed)
    expect(asked(sent).asking).toBe('where')
    const card = send(send(sent, '不清楚'), '匿名')
    expect(asked(card)).toMatchObject({
      asking: 'confirm',
      draft: { where: { said: '30.27410, 120.15510', point: taken } },
    })
  })

  it('gives way to the point that the person gives', () => {
    const sent = begin('沿江路18号的路灯坏了没人修', placed)
    expect(points(intake.goOn(asked(sent), told('', { point: here })))).toEqual(here)
    const pinned = intake.begin(told('路灯坏了没人修', { point: here, attachments: [placed] }))
    expect(points(pinned)).toEqual(here)
  })

  it('is not used where the matter has no place: where somebody was with a parcel is nobody’s business', () => {
    const card = send(send(send(begin('我要投诉网购的东西不退款', placed), '昨天'), '退钱'), '匿名')
    expect(asked(card).draft.where).toBeNull()
  })
})

describe('a place without a word', () => {
  it('answers where', () => {
    const move = intake.goOn(asked(converse('路灯坏了没人修')), told('', { point: here, language: 'zh' }))
    expect(move).toMatchObject({
      phrase: { id: 'intake.received.place', values: { question: 'intake.ask.contact' } },
      intake: { asking: 'contact', draft: { where: { said: '30.25000, 120.20000', point: here } } },
    })
  })

  it('answers which spot in a district', () => {
    const move = intake.goOn(asked(converse('路灯坏了没人修', '滨江区')), told('', { point: here, language: 'zh' }))
    expect(asked(move)).toMatchObject({ asking: 'contact', draft: { where: { said: '滨江区', point: here } } })
  })

  it('begins a demand, and is its place', () => {
    const move = intake.begin(told('', { point: here, language: 'zh' }))
    expect(move).toMatchObject({ phrase: { id: 'intake.received.place' }, intake: { asking: 'what' } })
    expect(asked(send(move, '路灯坏了没人修'))).toMatchObject({ asking: 'contact', draft: { where: { point: here } } })
  })
})
