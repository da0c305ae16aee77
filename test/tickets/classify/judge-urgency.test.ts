import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseUrgency } from '../../../src/catalogue/parse-urgency.ts'
import { projectFolder } from '../../../src/load-data.ts'
import { judgeUrgency } from '../../../src/tickets/classify/judge-urgency.ts'

const name = 'urgency.yaml'
const judge = judgeUrgency(parseUrgency({ name, text: readFileSync(join(projectFolder, 'knowledge', name), 'utf8') }))

describe('the urgency of a demand', () => {
  it.each([
    '楼下路灯杆漏电，孩子摸了一下手麻了',
    '门口那棵大树斜了，眼看就要倒下来',
    '路面塌了一个大坑，电动车差点掉进去',
    '有老人被困在电梯里了',
    '一进楼道就闻到一股煤气味',
    '外墙的瓷砖一直往下掉，昨天砸到一辆车',
    '小区门口的井盖不见了',
    '高压线垂下来了，离地面也就一米多',
    '一群流浪狗围着放学的孩子追',
    'The lamp post gave my son an electric shock',
    'A manhole cover is missing right outside the school gate',
    'There is a strong smell of gas in our stairwell',
  ])('is danger: %s', (text) => {
    expect(judge(text, 'ordinary')).toBe('danger')
  })

  it.each([
    '我们小区从昨天下午就没水了',
    '整栋楼停电六个小时了',
    '暖气片摸着冰凉，屋里只有十四度',
    '楼下水管爆了，水一直往外喷',
    '天然气突然停了，做不了饭',
    'We have had no water since last night',
    'The power has been out in the whole block',
  ])('is a supply that failed: %s', (text) => {
    expect(judge(text, 'ordinary')).toBe('utility')
  })

  it.each([
    '想问一下漏电保护器坏了找谁换',
    '邻居装修吵得我快要崩溃了，头都炸了',
    '摩托车半夜炸街',
    '我去年家里停电坏了冰箱，想问能不能赔偿',
    '老楼没电梯，老人上下楼困难',
    '电动车没电了，小区没地方充电',
    '物业威胁说不交费就停水停电',
    '饭店油烟一直往我家冒，孩子直咳嗽',
    '申请报停供暖怎么办理',
    '二手烟太呛了，电梯里抽烟没人管',
    'My scooter lost power and the shop refuses a refund',
    'How do I get a certificate for fire safety training?',
  ])('is neither where it only sounds so: %s', (text) => {
    expect(judge(text, 'ordinary')).toBe('ordinary')
  })

  it('is never lowered', () => {
    expect(judge('想咨询一下', 'danger')).toBe('danger')
    expect(judge('家里没水了', 'danger')).toBe('danger')
    expect(judge('想咨询一下', 'complex')).toBe('complex')
  })

  it('is not raised by what is over', () => {
    expect(judge('昨晚停电了，现在已经恢复供电了，想问为什么没有通知', 'ordinary')).toBe('ordinary')
  })
})
