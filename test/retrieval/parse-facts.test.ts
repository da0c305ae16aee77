import { describe, expect, it } from 'vitest'
import { parseFacts } from '../../src/retrieval/parse-facts.ts'
import { parseDay } from '../../src/retrieval/read/parse-day.ts'
import type { Reading } from '../../src/retrieval/read/reading.ts'

const reading = (metadata: Record<string, unknown>, title: string | null = null): Reading => ({
  title,
  metadata,
  blocks: [],
  warnings: [],
  quarantined: [],
})

describe('parseDay', () => {
  it.each([
    ['2026-1-5', '2026-01-05'],
    ['2026年11月23日', '2026-11-23'],
    ['2026/01/05', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026-01-05T00:00:00Z', '2026-01-05'],
    ['2026-02-30', null],
    ['见附件', null],
    [null, null],
  ])('reads %s as %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })
})

describe('parseFacts', () => {
  it('takes the title from the metadata, then from the reading, then from the file name', () => {
    expect(parseFacts('a/养犬.md', reading({ title: '养犬办法' }, '别的'), '').title).toBe('养犬办法')
    expect(parseFacts('a/养犬.md', reading({}, '养犬规定'), '').title).toBe('养犬规定')
    expect(parseFacts('a/养犬.md', reading({}), '').title).toBe('养犬')
  })

  it('understands the keys of a government index table', () => {
    const facts = parseFacts(
      'x.pdf',
      reading({ 发布机构: '云汀市民政局', 成文日期: '2026年1月5日', 时效性: '有效' }),
      '正文',
    )
    expect(facts).toMatchObject({ issuer: '云汀市民政局', published: '2026-01-05', status: '有效' })
  })

  it('takes the place from the folders where the document names none, and keeps an empty one nationwide', () => {
    expect(parseFacts('云汀市/滨江区/a.pdf', reading({}), '').region).toEqual(['云汀市', '滨江区'])
    expect(parseFacts('云汀市/a.md', reading({ region: '' }), '').region).toEqual([])
    expect(parseFacts('laws/a.md', reading({}), '').region).toEqual([])
    expect(parseFacts('a.md', reading({ region: '安徽省池州市贵池区' }), '').region).toEqual([
      '安徽省',
      '池州市',
      '贵池区',
    ])
  })

  it('tells the language from the text where none is given', () => {
    expect(parseFacts('a.md', reading({}), 'How to register a dog').language).toBe('en')
    expect(parseFacts('a.md', reading({}), '用app办理养犬登记').language).toBe('zh')
    expect(parseFacts('a.md', reading({ language: 'en' }), '养犬').language).toBe('en')
  })

  it('never fails on odd values', () => {
    const facts = parseFacts(
      'a.md',
      reading({ title: 12, supersedes: '旧办法', topics: { a: 1 }, effective: ['x'] }),
      '',
    )
    expect(facts).toMatchObject({ title: '12', supersedes: ['旧办法'], topics: [], effective: null })
  })
})
