import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { createExampleMatcher } from '../../src/retrieval/match-examples.ts'

const embedders = createEmbedders({ modelsFolder: join(import.meta.dirname, '../../knowledge/models'), workers: 1 })
afterAll(async () => {
  await Promise.all([embedders.zh.close(), embedders.en.close()])
})
const match = createExampleMatcher({
  embedders,
  examples: {
    fire: { zh: ['厨房油锅烧起来了', '楼上阳台起火了', '满屋子烟出不去'], en: ['the kitchen is on fire'] },
    police: { zh: ['有人在撬我家的锁', '一个男的跟着我不敢回家'], en: [] },
    none: { zh: ['消防证怎么办', '火锅店要什么证', '上个月被偷的车怎么查'], en: ['fire safety certificate'] },
  },
})
const signal = new AbortController().signal

describe('matching a message with examples', () => {
  it('names the meaning of the nearest one and how much nearer it is than what only sounds so', async () => {
    const fire = await match('灶台上的锅着起来了火苗好高', 'zh', signal)
    expect(fire?.kind).toBe('fire')
    expect(fire?.margin).toBeGreaterThan(0)
    expect((await match('有个陌生人一路尾随我', 'zh', signal))?.kind).toBe('police')
  })
  it('finds a question about certificates nearer to those', async () => {
    expect((await match('消防许可证要什么材料', 'zh', signal))?.margin).toBeLessThan(0)
  })
  it('compares with the examples of the message’s language', async () => {
    expect((await match('flames are coming out of my kitchen', 'en', signal))?.kind).toBe('fire')
  })
  it('tries again what failed', async () => {
    let broken = true
    const embed = async () => {
      if (broken) throw new Error('no model')
      return new Float32Array([1])
    }
    const one = { ...embedders.zh, embed }
    const matchAgain = createExampleMatcher({
      embedders: { zh: one, en: one },
      examples: { fire: { zh: ['着火了'], en: [] }, none: { zh: ['消防证'], en: [] } },
    })
    await expect(matchAgain('着火', 'zh', signal)).rejects.toThrow('no model')
    broken = false
    expect((await matchAgain('着火', 'zh', signal))?.kind).toBe('fire')
  })
})
