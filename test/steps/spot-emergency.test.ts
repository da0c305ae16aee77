import { describe, expect, it } from 'vitest'
import type { Recognize } from '../../src/steps/recognize.ts'
import { spotEmergency } from '../../src/steps/spot-emergency.ts'
import { emergencies } from './load-tables.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const step = spotEmergency({ table: emergencies })
const numberFor = async (text: string) => {
  const result = await step.run(makeTurn(text), makeTools())
  return 'kind' in result && result.kind === 'emergency' ? result.number : null
}

describe('spot-emergency', () => {
  it.each([
    ['楼道里全是烟，我们出不去', '119'],
    ['屋里都是浓烟跑不出来', '119'],
    ['走廊充满了烟，看不清路', '119'],
    ['好大的烟，出不去了', '119'],
    ['火太大我们下不去', '119'],
    ['小偷进我家了还没走', '110'],
    ['有人翻进我家院子了', '110'],
    ['陌生男人闯到我房间里', '110'],
    ['家里进贼了', '110'],
    ['床底下躲着贼，歹徒还在', '110'],
    ['窗帘点着了', '119'],
    ['门口一直在冒烟', '119'],
    ['我丈夫揍我，快来', '110'],
    ['外公下午出门没回来', '110'],
    ['他脸色发紫没有呼吸', '120'],
    ['小宝摔下床满脸是血', '120'],
    ['司机卡在驾驶室里了', '122'],
    ['活着没有任何意义', '12356'],
    ['有人正在砸我家门，这合法吗，快来', '110'],
  ])('gives the number for "%s"', async (text, number) => {
    expect(await numberFor(text)).toBe(number)
  })

  it.each([
    '房东要砸门赶我走合法吗',
    '物业砸门进屋是否合法',
    '小偷进小区物业赔吗',
    '家里着火烧坏邻居家东西要赔吗',
    '楼道里全是烟头谁来打扫',
    '走廊里都是烟味能投诉吗',
    '去年小偷进我家偷了电脑，现在能查案子吗',
    '有人进我家门口贴广告怎么投诉',
    '上班路上被车撞了，算工伤吗',
    '租的房子失火全烧没了，今晚住哪',
    '乌贼多少钱一斤',
    '我老公老打我，能叫法院不准他靠近吗，多久能下来',
    '城管打人怎么投诉',
    '孩子睡着了能代办吗',
    '老板联系不上了怎么办',
    '热水器冒火花能退货吗',
    '汽车冒黑烟怎么举报',
    '老人没意识了存款怎么取',
    '丈夫打我能申请保护令吗',
    '拿着刀具坐地铁行吗',
    '猝死算工伤吗',
    'is there a burning permit',
    '公交卡在车里丢了',
  ])('lets "%s" pass as a question', async (text) => {
    expect(await numberFor(text)).toBeNull()
  })

  it('hears a cry for help at the end of a long message', async () => {
    expect(await numberFor(`${'我先说说情况。'.repeat(2000)}救命，厨房着火了`)).toBe('119')
  })

  it('hears it in full-width letters as well', async () => {
    expect(await numberFor('ｍｙ ｈｏｕｓｅ ｉｓ ｏｎ ｆｉｒｅ')).toBe('119')
  })

  it('names the service of the first that matches, in order of urgency', async () => {
    const result = await step.run(makeTurn('着火了，有人受伤昏迷'), makeTools())
    expect(result).toMatchObject({ kind: 'emergency', service: 'fire', number: '119' })
  })
})

describe('spot-emergency with a sense of meaning', () => {
  const withSense = (recognize: Recognize) => spotEmergency({ table: emergencies, recognize })
  const outcome = async (step: ReturnType<typeof withSense>, text: string) => {
    const result = await step.run(makeTurn(text), makeTools())
    return 'kind' in result ? result : null
  }
  const near: Recognize = async () => ({ kind: 'water-rescue', fit: 0.8, margin: 0.1 })

  it('gives the number of the service whose examples are near', async () => {
    expect(await outcome(withSense(near), '浮板被浪卷走了她够不着岸')).toMatchObject({ service: 'water-rescue' })
  })
  it('lets the words of the table win', async () => {
    expect(await outcome(withSense(near), '我家厨房着火了')).toMatchObject({ service: 'fire' })
  })
  it('asks nothing of the meaning of questions about permits and compensation', async () => {
    expect(await outcome(withSense(near), '火灾理赔要什么材料')).toBeNull()
  })
  it('takes what is hardly nearer than ordinary talk for ordinary talk', async () => {
    expect(
      await outcome(
        withSense(async () => ({ kind: 'fire', fit: 0.9, margin: -0.05 })),
        '今天天气不错',
      ),
    ).toBeNull()
    expect(
      await outcome(
        withSense(async () => ({ kind: 'fire', fit: 0.2, margin: 0.1 })),
        '今天天气不错',
      ),
    ).toBeNull()
    expect(
      await outcome(
        withSense(async () => null),
        '今天天气不错',
      ),
    ).toBeNull()
  })
  it('goes by the words alone where the model fails or hangs', async () => {
    const broken = withSense(async () => Promise.reject(new Error('no model')))
    expect(await outcome(broken, '今天天气不错')).toBeNull()
    expect(await outcome(broken, '我家厨房着火了')).toMatchObject({ service: 'fire' })
    expect(
      await outcome(
        withSense(() => new Promise(() => undefined)),
        '今天天气不错',
      ),
    ).toBeNull()
  })
  it('does not weigh a long story as a whole', async () => {
    expect(await outcome(withSense(near), '这件事说来话长。'.repeat(40))).toBeNull()
  })
})
