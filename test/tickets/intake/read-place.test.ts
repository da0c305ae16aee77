import { describe, expect, it } from 'vitest'
import { readEnglishPlace } from '../../../src/tickets/intake/read-english-place.ts'
import { readChinesePlace } from '../../../src/tickets/intake/read-place.ts'

const names = ['云汀市', '云汀', '滨江区', '滨江', '云麓区', '云麓', '青禾县', '青禾', 'Binjiang', 'Yunlu']

describe('read-place', () => {
  it.each([
    ['我要投诉幸福小区的物业乱收费', '幸福小区'],
    ['沿江路和解放路交叉口的路灯坏了', '沿江路和解放路交叉口'],
    ['滨江区沿江路18号门口有个井盖不见了', '滨江区沿江路18号门口'],
    ['我家住在幸福花园3号楼2单元，楼上漏水', '幸福花园3号楼2单元'],
    ['我住〔地址1〕，晚上太吵', '〔地址1〕'],
    ['解放路小学对面有人摆摊', '解放路小学对面'],
    ['我想反映一下和平路菜市场卫生太差', '和平路菜市场'],
    ['阳光苑5栋301', '阳光苑5栋301'],
    ['新河路8号门口的路灯不亮', '新河路8号门口'],
  ])('finds the place in "%s"', (text, said) => {
    expect(readChinesePlace(text, names)).toMatchObject({ said, exact: true })
  })

  it('says that a district alone is not exact', () => {
    expect(readChinesePlace('滨江区的路灯坏了', names)).toMatchObject({ said: '滨江区', exact: false })
    expect(readEnglishPlace('a lamp in Binjiang District is broken', names)).toMatchObject({
      said: 'Binjiang District',
      exact: false,
    })
  })

  it.each(['小区门口的路灯坏了', '我们小区电梯坏了', '公司拖欠工资三个月', '理发店关门跑路', '横穿马路太危险'])(
    'finds no named place in "%s"',
    (text) => expect(readChinesePlace(text, names)).toBeNull(),
  )

  it.each([
    [
      'The lamp at the corner of Riverside Road and Liberation Street is out',
      'at the corner of Riverside Road and Liberation Street',
    ],
    ['I live in Maple Court, Building 3, Unit 2', 'Maple Court, Building 3, Unit 2'],
  ])('finds the place in "%s"', (text, said) => {
    expect(readEnglishPlace(text, names)).toMatchObject({ said, exact: true })
  })
})
