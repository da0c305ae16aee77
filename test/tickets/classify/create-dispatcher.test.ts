import { describe, expect, it } from 'vitest'
import type { Catalogue, CatalogueLine, SubjectClass, SubjectGuess, Term } from '../../../src/core/dispatch.ts'
import type { Region } from '../../../src/core/region.ts'
import { createDispatcher } from '../../../src/tickets/classify/create-dispatcher.ts'

const subject = (code: string, term: Term | null = null): [string, SubjectClass] => [
  code,
  { code, name: { zh: code, en: code }, description: { zh: '', en: '' }, term },
]
const line = (name: string, code: string, lead: string, rest: Partial<CatalogueLine> = {}): CatalogueLine => ({
  line: name,
  subject: code,
  region: [],
  lead,
  coHandling: [],
  duty: { zh: '', en: '' },
  basis: '',
  excluded: null,
  ...rest,
})
const river: Region = ['云汀市', '滨江区']
const hill: Region = ['云汀市', '云麓区']

const catalogue: Catalogue = {
  version: 'v1',
  subjects: new Map([
    subject('010000'),
    subject('010100'),
    subject('010101', 'ordinary'),
    subject('010102', 'complex'),
    subject('010201', 'ordinary'),
    subject('020101', 'utility'),
    subject('030101', 'ordinary'),
    subject('040101', 'ordinary'),
  ]),
  departments: new Map(),
  lines: [
    line('L-small', '010101', 'streets', { coHandling: ['police'] }),
    line('L-small-river', '010101', 'river', { region: river }),
    line('L-small-2', '010102', 'streets'),
    line('L-middle', '010100', 'streets'),
    line('L-large', '010000', 'city'),
    line('L-water', '020101', 'water'),
    line('L-court', '040101', 'court', { excluded: 'court' }),
    line('L-rest', '', 'hotline'),
  ],
}

function advise(guesses: readonly SubjectGuess[], demand: { text?: string; region?: Region | null } = {}) {
  const dispatcher = createDispatcher({
    catalogue,
    classify: async () => guesses,
    judgeUrgency: (text, term) => (text.includes('漏电') ? 'danger' : term),
    findRegions: (text) => [...(text.includes('滨江') ? [river] : []), ...(text.includes('云麓') ? [hill] : [])],
    sureFrom: 0.6,
  })
  return dispatcher.advise(
    { text: demand.text ?? '马路上全是摊子', language: 'zh', region: demand.region ?? null },
    new AbortController().signal,
  )
}
const sure = (code: string): SubjectGuess[] => [{ code, confidence: 0.9 }]

describe('dispatching', () => {
  it('gives a sure class to the body of its line, with the line and who helps', async () => {
    expect(await advise(sure('010101'))).toMatchObject({
      subject: '010101',
      lead: 'streets',
      coHandling: ['police'],
      line: 'L-small',
      reason: 'line',
      catalogue: 'v1',
    })
  })

  it('prefers the line of the district that the draft names', async () => {
    expect(await advise(sure('010101'), { region: river })).toMatchObject({ lead: 'river', line: 'L-small-river' })
  })

  it('prefers the line of the district that only the text names, inside the city of the draft', async () => {
    const advice = await advise(sure('010101'), { text: '滨江区这边全是摊子', region: ['云汀市'] })
    expect(advice).toMatchObject({ lead: 'river', line: 'L-small-river' })
  })

  it('leaves it to a person when the text names another district than the draft', async () => {
    const advice = await advise(sure('010101'), { text: '我住云麓，说的是滨江区这边，全是摊子', region: hill })
    expect(advice).toMatchObject({ lead: null, reason: 'unsure-place' })
  })

  it('leaves it to a person when the text names two places of different bodies', async () => {
    const advice = await advise(sure('010101'), { text: '滨江区和云麓区交界全是摊子' })
    expect(advice).toMatchObject({ lead: null, reason: 'unsure-place' })
  })

  it('is not held up by two places where one body has both', async () => {
    expect(await advise(sure('020101'), { text: '滨江区和云麓区都没水' })).toMatchObject({ lead: 'water' })
  })

  it('falls back to the middle class, the large class and the owner of the rest', async () => {
    expect(await advise(sure('010201'))).toMatchObject({ line: 'L-large', lead: 'city' })
    expect(await advise(sure('030101'))).toMatchObject({ line: 'L-rest', lead: 'hotline' })
  })

  it('is sure of the body where several unsure classes lead to it, and quotes the line of the class around them', async () => {
    const advice = await advise([
      { code: '010102', confidence: 0.4 },
      { code: '010101', confidence: 0.35 },
      { code: '020101', confidence: 0.2 },
    ])
    expect(advice).toMatchObject({ lead: 'streets', subject: '010100', line: 'L-middle', term: 'complex' })
    expect(advice.confidence).toBeCloseTo(0.75)
  })

  it('abstains below the threshold and lists its guesses', async () => {
    const guesses = [
      { code: '010101', confidence: 0.5 },
      { code: '020101', confidence: 0.4 },
    ]
    expect(await advise(guesses)).toMatchObject({
      lead: null,
      subject: null,
      line: null,
      reason: 'unsure-subject',
      confidence: 0.5,
      guesses,
    })
  })

  it('says that nothing was said where only a placeholder is left', async () => {
    expect(await advise(sure('010101'), { text: '〔电话1〕 。' })).toMatchObject({ lead: null, reason: 'nothing-said' })
  })

  it('takes the term of the class and raises it by what the text says', async () => {
    expect((await advise(sure('020101'))).term).toBe('utility')
    expect((await advise(sure('020101'), { text: '水表漏电了' })).term).toBe('danger')
  })

  it('names the route of what is not dispatched', async () => {
    expect(await advise(sure('040101'))).toMatchObject({ excluded: 'court', line: 'L-court' })
  })
})
