import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { createExampleGuesser } from '../../src/retrieval/guess-by-examples.ts'

const embedders = createEmbedders({ modelsFolder: join(import.meta.dirname, '../../knowledge/models'), workers: 1 })
afterAll(async () => void (await Promise.all([embedders.zh.close(), embedders.en.close()])))

const examples = {
  praise: {
    zh: ['护士照顾我妈特别细心', '司机等我跑过来才关门很暖心', '窗口的工作人员态度真好'],
    en: ['The nurse was wonderful', 'What a kind driver'],
  },
  complaint: {
    zh: ['医生两句话就把我打发了', '司机嫌近不拉我', '窗口让我跑了四趟', '服务员骂人'],
    en: ['The doctor did not listen', 'The driver refused me'],
  },
}
const guess = createExampleGuesser({ embedders, examples })
const signal = new AbortController().signal

describe('guessing by examples', () => {
  it('gives the chance of each meaning, whatever the matter', async () => {
    const kind = await guess('门诊的大夫又耐心又温柔', 'zh', signal)
    expect(kind['praise']).toBeGreaterThan(kind['complaint'] ?? 1)
    const rude = await guess('柜台的人冲我大吼', 'zh', signal)
    expect(rude['complaint']).toBeGreaterThan(rude['praise'] ?? 1)
    expect((rude['complaint'] ?? 0) + (rude['praise'] ?? 0)).toBeCloseTo(1, 5)
  })

  it('learns each language from its own examples', async () => {
    const kind = await guess('the clerk was so friendly', 'en', signal)
    expect(kind['praise']).toBeGreaterThan(0.5)
  })

  it('tries again what failed', async () => {
    let broken = true
    const embed = (text: string, by: AbortSignal) =>
      broken ? Promise.reject(new Error('no model')) : embedders.zh.embed(text, by)
    const again = createExampleGuesser({ embedders: { ...embedders, zh: { ...embedders.zh, embed } }, examples })
    await expect(again('谢谢大夫', 'zh', signal)).rejects.toThrow('no model')
    broken = false
    expect(Object.keys(await again('谢谢大夫', 'zh', signal))).toEqual(['praise', 'complaint'])
  })
})
