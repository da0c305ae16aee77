import { describe, expect, it } from 'vitest'
import type { Passage, Unit } from '../../src/core/passage.ts'
import { startTurn, type QuestionPart, type Turn } from '../../src/core/turn.ts'
import { supports } from '../../src/steps/support/supports.ts'
import { createExtractiveWriter } from '../../src/writers/extractive/create-extractive-writer.ts'

const unit = (kind: Unit['kind'], text: string, score: number, lead: string | null = null): Unit => ({
  kind,
  text,
  lead,
  score,
  sentences: text.split(/(?<=[。；])/u).map((sentence) => ({ text: sentence, score: score / 2 })),
})

const passage = (units: readonly Unit[], change: Partial<Passage> = {}): Passage => ({
  id: 'p1',
  document: '云汀市/办法.md',
  title: '云汀市停车收费办法',
  issuer: null,
  section: [],
  text: units.map(({ text, lead }) => (lead === null ? text : `${lead}\n${text}`)).join('\n'),
  units,
  before: '',
  after: '',
  beforeId: null,
  afterId: null,
  score: 1,
  validity: 'in-force',
  amended: false,
  effective: null,
  expires: null,
  region: ['云汀市'],
  url: null,
  ...change,
})

const part = (text: string, passages: readonly Passage[], semantic = 0.8): QuestionPart => ({
  text,
  passages,
  asides: [],
  match: { lexical: 0.3, semantic },
})

const turnOf = (...parts: readonly QuestionPart[]): Turn => ({
  ...startTurn(
    {
      id: 'm',
      conversation: 'c',
      from: { channel: 'test', user: 'u' },
      at: new Date(0),
      text: parts.map(({ text }) => text).join(''),
      media: [],
      place: null,
      spoken: false,
      language: 'zh',
    },
    { language: 'zh', history: [], holder: 'assistant', region: null },
  ),
  parts,
  passages: parts.flatMap(({ passages }) => passages),
})

const write = (...parts: readonly QuestionPart[]) =>
  createExtractiveWriter().write(turnOf(...parts), { signal: new AbortController().signal, say: () => undefined })

describe('the extractive writer', () => {
  it('quotes the unit that answers, whole, with its source', async () => {
    const draft = await write(
      part('停车一天最多收多少钱', [
        passage([unit('paragraph', '泊位由市政府划定。', 0.6), unit('paragraph', '每日收费不超过60元。', 1.5)]),
      ]),
    )
    expect(draft?.sentences[0]?.text).toBe('每日收费不超过60元。')
    expect(draft?.sentences[0]?.citations[0]?.document).toBe('云汀市/办法.md')
  })

  it('marks the words that answer', async () => {
    const draft = await write(part('停车一天最多收多少钱', [passage([unit('paragraph', '每日收费不超过60元。', 1.5)])]))
    const sentence = draft?.sentences[0]
    const [from, to] = sentence?.marks[0] ?? [0, 0]
    expect(sentence?.text.slice(from, to)).toBe('60元')
  })

  it('shows a list with its lead-in', async () => {
    const draft = await write(
      part('要带什么材料', [passage([unit('list', '- 身份证\n- 行驶证', 1.5, '办理时提交下列材料：')])]),
    )
    expect(draft?.sentences[0]?.text).toBe('办理时提交下列材料：\n- 身份证\n- 行驶证')
  })

  it('shows only the answer of a question and answer', async () => {
    const draft = await write(
      part('停车要钱吗', [passage([unit('question', '停车收费吗？\n收费，30分钟内免费。', 1.5)])]),
    )
    expect(draft?.sentences[0]?.text).toBe('收费，30分钟内免费。')
  })

  it('puts the answering clause first where the quote is long', async () => {
    const long = `第三条　泊位分为核心区和一般区两类，由市交通运输主管部门会同公安机关划定并向社会公布，每年调整一次。核心区每日收费不超过60元，一般区每日收费不超过30元。${'收费单位应当在显著位置公示标准，接受监督，不得擅自提高。'.repeat(2)}`
    const article = {
      ...unit('article', long, 1.5),
      sentences: long.split(/(?<=。)/u).map((text) => ({ text, score: text.includes('60元') ? 0.8 : 0.4 })),
    }
    const draft = await write(part('核心区停一天多少钱', [passage([article])]))
    expect(draft?.sentences[0]?.text).toContain('每日收费不超过60元')
    expect(draft?.sentences[0]?.text.length).toBeLessThan(61)
    expect(draft?.sentences[1]?.text).toContain('第三条')
  })

  it('puts no clause first where another quote fits about as well, and may be the answer', async () => {
    const about = (figure: string) =>
      `核心区每日收费不超过${figure}元。${'收费单位应当在显著位置公示标准，接受监督，不得擅自提高。'.repeat(4)}`
    const asIfBest = (text: string, ahead: number) => ({
      ...unit('article', text, 1.5 + ahead),
      sentences: text.split(/(?<=。)/u).map((each) => ({ text: each, score: each.includes('元') ? 0.8 : 0.4 })),
    })
    const firstOf = async (ahead: number) => {
      const other = `一般区收费每日封顶30元。${'车主对收费有异议的，可以拨打服务电话投诉，由区交通运输主管部门处理。'.repeat(3)}`
      const draft = await write(
        part('核心区停一天多少钱', [passage([asIfBest(about('60'), ahead), asIfBest(other, 0)])]),
      )
      return draft?.sentences[0]?.text
    }
    expect(await firstOf(0.5)).toBe('核心区每日收费不超过60元。')
    expect(await firstOf(0.01)).toContain('不得擅自提高')
  })

  it('puts no bare figure first', async () => {
    const long = `${'The city publishes the table of parking charges every year in its gazette, and each car park shows it at the gate. '.repeat(3)}Highest charge for a day in the core area, large vehicles, trailers and coaches of every kind that are parked there with a permit of the district: 60 yuan.`
    const article = {
      ...unit('article', long, 1.5),
      sentences: long.split(/(?<=[.])\s/u).map((text) => ({ text, score: text.includes('60 yuan') ? 0.8 : 0.4 })),
    }
    const turn = {
      ...turnOf(part('How much is a day in the core area?', [passage([article])])),
      language: 'en' as const,
    }
    const draft = await createExtractiveWriter().write(turn, {
      signal: new AbortController().signal,
      say: () => undefined,
    })
    expect(draft?.sentences[0]?.text).not.toBe('60 yuan')
    expect(draft?.sentences[0]?.text.length).toBeGreaterThan(100)
  })

  it('cuts a very long unit to an unbroken stretch around the best sentence', async () => {
    const text = `${'甲'.repeat(300)}。收费60元。${'乙'.repeat(300)}。`
    const article = { ...unit('article', text, 1.5), sentences: [{ text: '收费60元。', score: 0.9 }] }
    const draft = await write(part('怎么收费', [passage([article])]))
    const shown = draft?.sentences.at(-1)?.text ?? ''
    expect(shown).toContain('收费60元。')
    expect(text.includes(shown)).toBe(true)
    expect(shown.length).toBeLessThanOrEqual(330)
  })

  it('says nothing where nothing fits', async () => {
    expect(
      await write(part('今天天气怎么样', [passage([unit('paragraph', '每日收费不超过60元。', 0.4)])], 0.4)),
    ).toBeNull()
    expect(await write(part('停车多少钱', []))).toBeNull()
  })

  it('names the part of a question that is not covered', async () => {
    const draft = await write(
      part('停车多少钱？', [passage([unit('paragraph', '每日收费不超过60元。', 1.5)])]),
      part('火星上呢？', [], 0),
    )
    expect(draft?.coverage).toBe('partial')
    expect(draft?.uncovered).toEqual(['火星上呢？'])
  })

  it('writes only what its sources support', async () => {
    const draft = await write(
      part('停车一天最多收多少钱', [passage([unit('row', '核心区：首小时：6元；日封顶：60元', 1.5, '收费标准')])]),
    )
    expect(draft?.sentences.every(supports)).toBe(true)
  })
})
