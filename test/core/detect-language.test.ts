import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/core/detect-language.ts'

describe('detect-language', () => {
  it.each([
    'zhufang gongjijin zenme tiqu',
    'juzhuzheng zenme ban',
    'wo xiang wen yixia shebao ka diu le zenme ban',
    'Gongjijin daikuan lilü duoshao?',
    'zhùfáng gōngjījīn zěnme tíqǔ',
    'zhu4fang2 gong1ji1jin1 ti2qu3',
    'laojia hukou keyi qian dao Yunting ma',
    'gongjijin APP zenme yong',
    'dibao biaozhun shi duoshao qian',
    'ni hao',
  ])('takes the pinyin "%s" for Chinese', (text) => {
    expect(detectLanguage(text)).toBe('zh')
  })

  it.each([
    'how do I get a hukou',
    'residence permit renewal',
    'hukou transfer documents',
    'change house name',
    'is the gongjijin paid monthly',
    'dibao application requirements',
    'license renewal fee',
    'house sale',
    'minimum wage',
    'can she wait here?',
    'Yunting metro opening hours',
    'women care license',
    'How do I get a new 居住证',
  ])('takes "%s" for English', (text) => {
    expect(detectLanguage(text)).toBe('en')
  })

  it.each(['居住证怎么办', '居住證怎麼辦', '請問住房公積金點樣提取', 'APP登不上', 'gjj怎么提', '點樣申請居住證呀'])(
    'takes "%s" for Chinese',
    (text) => {
      expect(detectLanguage(text)).toBe('zh')
    },
  )

  it.each(['', '12345', '？？', '😀', 'Как получить вид на жительство?', 'ok'])(
    'takes the standard where "%s" says nothing',
    (text) => {
      expect(detectLanguage(text, 'en')).toBe('en')
      expect(detectLanguage(text, 'zh')).toBe('zh')
    },
  )

  it('reads a hundred thousand letters without trying every way to cut them', () => {
    for (const seed of ['zhuang', 'xian', 'a', 'e n '])
      expect(['zh', 'en']).toContain(detectLanguage(`${seed.repeat(100_000 / seed.length)} x`))
  })
})
