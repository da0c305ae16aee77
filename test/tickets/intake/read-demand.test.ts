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
    expect(readDemand(text)).toEqual({ kind, explicit: true })
  })

  it.each([
    ['沿江路路灯不亮三天了', 'request'],
    ['楼下烧烤店油烟太大', 'complaint'],
    ['有人往河里偷排污水', 'report'],
    ['The neighbours are too loud at night', 'complaint'],
  ])('sees in "%s" a demand that is only described', (text, kind) => {
    expect(readDemand(text)).toEqual({ kind, explicit: false })
  })

  it.each([
    '怎么投诉物业',
    '我要投诉，流程是什么？',
    '居住证怎么办',
    '夜间施工几点以后算扰民',
    'Can I complain here?',
    '你好',
  ])('takes "%s" for no demand', (text) => expect(readDemand(text)).toBeNull())

  it('knows the kind of a demand that is put as a question', () => {
    expect(readKind('我想投诉物业乱收费，找谁？')).toBe('complaint')
    expect(readKind('I want to complain about the bus. How?')).toBe('complaint')
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
