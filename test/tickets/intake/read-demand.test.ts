import { describe, expect, it } from 'vitest'
import { readDemand, readKind } from '../../../src/tickets/intake/read-demand.ts'
import { saysNothing, subjectLine } from '../../../src/tickets/intake/subject-line.ts'

describe('read-demand', () => {
  it.each([
    ['我要投诉楼上半夜装修', 'complaint'],
    ['我要举报饭店用地沟油', 'report'],
    ['我有个建议：多修座椅', 'suggestion'],
    ['我要表扬社区小陈', 'praise'],
    ['请你们派人来修路灯', 'request'],
    ['I want to complain about my neighbour', 'complaint'],
    ['I would like to report an unlicensed clinic', 'report'],
  ])('hears that "%s" says itself what it is', (text, kind) => {
    expect(readDemand(text, null)).toEqual({ kind, explicit: true })
  })

  it.each([
    ['沿江路路灯不亮三天了', 'request'],
    ['楼下烧烤店油烟太大', 'complaint'],
    ['有人往河里偷排污水', 'report'],
    ['The neighbours are too loud at night', 'complaint'],
  ])('sees in "%s" a demand that is only described', (text, kind) => {
    expect(readDemand(text, null)).toEqual({ kind, explicit: false })
  })

  it.each([
    '怎么投诉物业',
    '我要投诉，流程是什么？',
    '居住证怎么办',
    '夜间施工几点以后算扰民',
    'Can I complain here?',
    '你好',
  ])('takes "%s" for no demand', (text) => expect(readDemand(text, null)).toBeNull())

  const unsure = { consultation: 0.1, request: 0.2, complaint: 0.3, report: 0.2, suggestion: 0.1, praise: 0.1 }
  const meaning = (change: Partial<typeof unsure>) => ({ ...unsure, complaint: 0, ...change })

  it('goes by what the text means where its words say nothing', () => {
    expect(readDemand('希望多装几个站牌', meaning({ suggestion: 2 }))).toEqual({ kind: 'suggestion', explicit: true })
    expect(readDemand('燃气费变了没通知', meaning({ complaint: 0.9 }))).toEqual({ kind: 'complaint', explicit: false })
    expect(readDemand('燃气费变了没通知', unsure)).toBeNull()
  })

  it('takes a question for a demand only where it surely means one', () => {
    expect(readDemand('能不能给我们加个垃圾桶？', meaning({ request: 2 }))).toEqual({
      kind: 'request',
      explicit: false,
    })
    expect(readDemand('能不能给我们加个垃圾桶？', meaning({ request: 0.5 }))).toBeNull()
    expect(readDemand('能不能提取公积金？', meaning({ consultation: 0.9 }))).toBeNull()
  })

  it('lets what a message says itself go before what it means', () => {
    expect(readKind('我要投诉：谢谢你们的好服务', meaning({ praise: 5 }))).toBe('complaint')
    expect(readKind('我要反映楼上的事', meaning({ consultation: 5, complaint: 0.9 }))).toBe('complaint')
    expect(readKind('我要反映楼上的事', null)).toBe('complaint')
  })

  it('takes for no demand what only sounds like one and means a question', () => {
    expect(readDemand('想了解电梯坏了物业的责任', meaning({ consultation: 9 }))).toBeNull()
  })

  it('knows the kind of a demand that is put as a question', () => {
    expect(readKind('我想投诉物业乱收费，找谁？', null)).toBe('complaint')
    expect(readKind('I want to complain about the bus. How?', null)).toBe('complaint')
  })
})

describe('subject-line', () => {
  it.each([
    ['您好，我要投诉幸福小区物业乱收费，已经三个月了', '幸福小区物业乱收费'],
    ['路灯坏了', '路灯坏了'],
  ])('makes of "%s" the line "%s"', (text, line) => expect(subjectLine(text)).toBe(line))

  it('is never longer than thirty characters', () => {
    expect(subjectLine('路灯坏了'.repeat(20))).toHaveLength(30)
  })

  it.each(['我要投诉', '你好，我要举报', 'I want to complain', ''])('hears that "%s" says nothing', (text) =>
    expect(saysNothing(text)).toBe(true),
  )
})
