import { describe, expect, it } from 'vitest'
import type { SubjectClass } from '../../../src/core/dispatch.ts'
import { createClassifier, type RememberCentres } from '../../../src/tickets/classify/create-classifier.ts'

const subject = (code: string, name: string): [string, SubjectClass] => [
  code,
  { code, name: { zh: name, en: name }, description: { zh: '', en: '' }, term: null },
]
const subjects = new Map([
  subject('010000', '城市'),
  subject('010100', '街面'),
  subject('010101', '路灯'),
  subject('010102', '井盖'),
  subject('010103', '噪声'),
])
const examples = [
  { code: '010101', zh: ['路灯不亮', '灯坏了'], en: [] },
  { code: '010102', zh: ['井盖没了'], en: [] },
  { code: '010102', zh: ['盖子翻了'], en: [] },
  { code: '010103', zh: ['半夜很吵'], en: [] },
]
const mixture = { lexical: 0.5, piece: 0.5, sharpness: 10 }

/** A text's signs, counted in 64 drawers: alike where texts share signs. */
function countSigns(text: string): Float32Array {
  const vector = new Float32Array(64)
  for (const sign of text) vector[sign.charCodeAt(0) % 64] = (vector[sign.charCodeAt(0) % 64] ?? 0) + 1
  const length = Math.hypot(...vector)
  return vector.map((value) => value / Math.max(1, length))
}

const findAnew: RememberCentres = (_language, _texts, find) => find()
const make = (remember = findAnew, embed = async (text: string) => countSigns(text)) =>
  createClassifier(
    { subjects, examples, embed, termsOf: (text) => [...text].map((sign) => sign.charCodeAt(0)), remember },
    { zh: mixture, en: mixture },
  )
const { signal } = new AbortController()

describe('classifying', () => {
  it('puts the class first whose examples are nearest', async () => {
    const [best] = await make().classify('门口的路灯坏了好几天', 'zh', signal)
    expect(best?.code).toBe('010101')
  })

  it('ranks small classes only, and their chances add up to one', async () => {
    const guesses = await make().classify('井盖', 'zh', signal)
    expect(guesses.map(({ code }) => code).toSorted()).toEqual(['010101', '010102', '010103'])
    expect(guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1)
  })

  it('joins examples that several files give for a class', async () => {
    const [best] = await make().classify('盖子翻了', 'zh', signal)
    expect(best?.code).toBe('010102')
  })

  it('finds the matter in the middle of a long story', async () => {
    const story = '我住了二十年，儿女都在外地工作。路灯不亮，灯坏了。这几天身体也不好，邻居们都很和气，谢谢你们听我讲。'
    const [best] = await make().classify(story, 'zh', signal)
    expect(best?.code).toBe('010101')
  })

  it('learns once, however many demands come at the same time', async () => {
    let learned = 0
    const classifier = make((_language, _texts, find) => {
      learned += 1
      return find()
    })
    await Promise.all(['路灯', '井盖', '吵'].map((text) => classifier.classify(text, 'zh', signal)))
    expect(learned).toBe(1)
  })

  it('tries again with the next demand where learning failed', async () => {
    let calls = 0
    const classifier = make(findAnew, async (text) => {
      calls += 1
      if (calls === 1) throw new Error('The model is not there yet')
      return countSigns(text)
    })
    await expect(classifier.classify('路灯', 'zh', signal)).rejects.toThrow('not there yet')
    expect((await classifier.classify('路灯', 'zh', signal))[0]?.code).toBe('010101')
  })

  it('stops where nobody waits any more', async () => {
    await expect(make().classify('路灯', 'zh', AbortSignal.abort())).rejects.toThrow()
  })
})
