import { describe, expect, it } from 'vitest'
import { chunkText, toChunks } from '../../src/retrieval/chunks.ts'
import type { PlacedUnit } from '../../src/retrieval/units.ts'

const unit = (text: string, section: string[] = [], more: Partial<PlacedUnit> = {}): PlacedUnit => ({
  kind: 'paragraph',
  text,
  lead: null,
  section,
  ...more,
})
const sentence = (length: number) => `${'字'.repeat(length - 1)}。`

describe('toChunks', () => {
  it('gathers whole units up to about 400 characters', () => {
    const chunks = toChunks([unit(sentence(150)), unit(sentence(150)), unit(sentence(150)), unit(sentence(150))])
    expect(chunks.map(({ units }) => units.length)).toEqual([2, 2])
  })

  it('never crosses a heading', () => {
    const chunks = toChunks([unit('甲。', ['一']), unit('乙。', ['二'])])
    expect(chunks.map(({ section }) => section)).toEqual([['一'], ['二']])
  })

  it('cuts a long unit at item borders only, and later pieces carry the lead-in', () => {
    const items = Array.from({ length: 12 }, (_, index) => `（${index + 1}）${sentence(90)}`)
    const chunks = toChunks([unit(['第三条　下列情形不予办理：', ...items].join('\n'), [], { kind: 'article' })])
    const pieces = chunks.flatMap(({ units }) => units)
    expect(pieces.map(({ text }) => text).join('\n')).toBe(['第三条　下列情形不予办理：', ...items].join('\n'))
    expect(pieces.slice(1).every(({ lead }) => lead === '第三条　下列情形不予办理：')).toBe(true)
    expect(pieces.every(({ text }) => text.length <= 480)).toBe(true)
  })

  it('cuts a long paragraph between sentences and loses no character', () => {
    const text = Array.from({ length: 10 }, () => sentence(100)).join('')
    const pieces = toChunks([unit(text)]).flatMap(({ units }) => units)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.every((piece) => piece.text.endsWith('。'))).toBe(true)
  })

  it('says a lead shared by neighbours once', () => {
    const [chunk] = toChunks([
      unit('甲：1元', [], { kind: 'row', lead: '收费表' }),
      unit('乙：2元', [], { kind: 'row', lead: '收费表' }),
    ])
    expect(chunk === undefined ? '' : chunkText(chunk)).toBe('收费表\n甲：1元\n乙：2元')
  })

  it('says a lead once that stands before its rows as a line of its own', () => {
    const [chunk] = toChunks([
      unit('停车按时收费。\n标准如下：', [], { kind: 'article' }),
      unit('甲：1元', [], { kind: 'row', lead: '标准如下：' }),
      unit('乙：2元', [], { kind: 'row', lead: '标准如下：' }),
    ])
    expect(chunk === undefined ? '' : chunkText(chunk)).toBe('停车按时收费。\n标准如下：\n甲：1元\n乙：2元')
  })
})
