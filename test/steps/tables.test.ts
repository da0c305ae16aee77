import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { startTurn } from '../../src/core/turn.ts'
import { emergencyTable, spotEmergency } from '../../src/steps/spot-emergency.ts'
import { isOutcome } from '../../src/core/step.ts'

const root = join(import.meta.dirname, '../..')
const table = emergencyTable.parse(parse(readFileSync(join(root, 'knowledge/emergencies.yaml'), 'utf8')))
const step = spotEmergency({ table })
const numberFor = async (text: string) => {
  const message = {
    id: 'm',
    conversation: 'c',
    from: { channel: 'test', user: 'u' },
    at: new Date(0),
    text,
    media: [],
    place: null,
    spoken: false,
    language: 'zh' as const,
  }
  const result = await step.run(
    startTurn(message, { language: 'zh', history: [], holder: 'assistant', region: null }),
    { signal: new AbortController().signal, say: () => undefined },
  )
  return isOutcome(result) && result.kind === 'emergency' ? `${result.service} ${result.number}` : null
}

describe('spot-emergency', () => {
  it.each([
    ['我家厨房着了', 'fire 119'],
    ['楼下电动车烧起来了快来人', 'fire 119'],
    ['我妈被困电梯里了', 'fire 119'],
    ['邻居家窗户冒黑烟', 'fire 119'],
    ['我不想活了', 'crisis-line 12356'],
    ['活着真没意思', 'crisis-line 12356'],
    ['我女儿说要跳楼', 'crisis-line 12356'],
    ['家里一股煤气味，头有点晕', 'gas 119'],
    ['天然气好像漏了', 'gas 119'],
    ['有人在撬我家门', 'police 110'],
    ['老公又打我', 'police 110'],
    ['孩子走丢了怎么办', 'police 110'],
    ['刚才我被电动车撞了', 'traffic 122'],
    ['路口出车祸了', 'traffic 122'],
    ['小孩掉河里了', 'water-rescue 110'],
    ['我爸摔倒起不来了', 'ambulance 120'],
    ['奶奶突然晕倒叫不醒', 'ambulance 120'],
    ['There is a fire in my kitchen', 'fire 119'],
    ['I want to kill myself', 'crisis-line 12356'],
  ])('gives the number for "%s"', async (text, expected) => {
    expect(await numberFor(text)).toBe(expected)
  })

  it.each([
    '消防证怎么办',
    '火灾报警器多少钱',
    '去年车祸受伤了工伤怎么认定',
    '燃气费怎么交',
    '110是什么电话',
    '楼下烧烤摊油烟太大',
    '脑梗能办门诊慢特病吗',
    '自杀保险赔吗',
    '电动车在楼道充电会不会着火，归谁管',
    '手机掉河里了驾照没了怎么补',
    '被打了公安不立案怎么办',
    '家暴保护令怎么申请',
    '救护车收费标准',
    '热死了空调补贴有吗',
    '抢修电话是多少',
    '孩子打疫苗在哪',
    'How do I get a fire safety permit?',
  ])('lets "%s" pass as a question', async (text) => {
    expect(await numberFor(text)).toBeNull()
  })
})
