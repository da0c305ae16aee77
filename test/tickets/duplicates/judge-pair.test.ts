import { describe, expect, it } from 'vitest'
import { tellReason } from '../../../src/tickets/duplicates/tell-reason.ts'
import chinese from '../../../prompts/phrases.zh.json' with { type: 'json' }
import { judge, makeDemand } from './make-demand.ts'

const burst = '门口自来水管爆了，水流了一地，没人来修'
const pipe = { subject: '050102' }

describe('two demands', () => {
  it('of one person about one matter are a repeat, known by the number however it is written', async () => {
    const a = makeDemand('五号楼电梯坏了三天没人修', { phone: '139 1234 5678', subject: '040402' })
    const b = makeDemand('上次报过五号楼电梯坏了没人修，还是没人来', {
      phone: '+86-13912345678',
      subject: '040402',
      at: '2026-11-23T09:00',
    })
    expect(await judge(a, b)).toMatchObject({ answer: 'repeat', unasked: true })
    expect(await judge(b, a)).toMatchObject({ answer: 'repeat', unasked: true })
  })

  it('of two people about one event are an incident, never a repeat', async () => {
    const found = await judge(
      makeDemand(burst, pipe),
      makeDemand('水管爆了，水流了一地', { ...pipe, at: '2026-11-22T20:30' }),
    )
    expect(found).toMatchObject({ answer: 'incident', unasked: true })
    expect(found.reasons.every((reason) => reason.kind !== 'person')).toBe(true)
  })

  it('in two buildings are not joined unasked, though people use the same words', async () => {
    const other = makeDemand(burst, { ...pipe, where: '建设路金桂苑8号楼', at: '2026-11-22T20:30' })
    const found = await judge(makeDemand(burst, pipe), other)
    expect(found.unasked).toBe(false)
    expect(found.reasons).toContainEqual({ kind: 'building', speaks: 'against' })
  })

  it('in two districts are not joined, though text and name of the place are the same', async () => {
    const elsewhere = makeDemand(burst, { ...pipe, region: ['云汀市', '青禾县'], at: '2026-11-22T20:30' })
    const found = await judge(makeDemand(burst, pipe), elsewhere)
    expect(found.unasked).toBe(false)
    expect(found.reasons).toContainEqual({ kind: 'region', speaks: 'against' })
  })

  it('weeks apart are another event', async () => {
    const found = await judge(makeDemand(burst, { ...pipe, at: '2026-09-22T20:00' }), makeDemand(burst, pipe))
    expect(found.unasked).toBe(false)
    expect(found.joins).toBeLessThan(0.5)
  })

  it('about the same noise night after night are one matter of the one who suffers it', async () => {
    const said = (at: string) => ({ at, phone: '13912345678', subject: '020201' })
    const found = await judge(
      makeDemand('楼上每天半夜蹦迪吵得睡不着', said('2026-11-20T23:50')),
      makeDemand('楼上昨晚又蹦迪到两点，吵得睡不着，报过了没人管', said('2026-11-22T02:10')),
    )
    expect(found).toMatchObject({ answer: 'repeat', unasked: true })
  })

  it('that want the opposite are not joined unasked', async () => {
    const market = { subject: '010303', where: '青石巷早市' }
    const found = await judge(
      makeDemand('要求取消青石巷早市，太吵了', market),
      makeDemand('请不要取消青石巷早市，买菜方便', { ...market, at: '2026-11-22T21:00' }),
    )
    expect(found.unasked).toBe(false)
    expect(found.reasons).toContainEqual({ kind: 'said-opposite', speaks: 'against' })
  })

  it('are left to a person where the later one says that it is another', async () => {
    const mine = { phone: '13912345678' }
    const found = await judge(
      makeDemand('小区门口路灯不亮', mine),
      makeDemand('小区门口另一个路灯不亮', { ...mine, at: '2026-11-23T20:00' }),
    )
    expect(found.unasked).toBe(false)
  })

  it('far apart on the map are two, whatever they call their place', async () => {
    const at = (latitude: number) => ({ said: '文化广场', region: null, point: { latitude, longitude: 120 } })
    const [a, b] = [makeDemand(burst, pipe), makeDemand(burst, { ...pipe, at: '2026-11-22T20:10' })]
    expect(await judge({ ...a, where: at(30) }, { ...b, where: at(30.0003) })).toMatchObject({ unasked: true })
    expect(await judge({ ...a, where: at(30) }, { ...b, where: at(30.05) })).toMatchObject({ unasked: false })
  })

  it('give reasons that are written in both languages and hold nothing that was said', async () => {
    const pairs = [
      await judge(makeDemand(burst, pipe), makeDemand(burst, { ...pipe, where: '建设路金桂苑8号楼' })),
      await judge(
        makeDemand('楼上吵', { phone: '13912345678' }),
        makeDemand('另一个楼上又吵，报过了', { phone: '13912345678' }),
      ),
      await judge(makeDemand('取消早市', pipe), makeDemand('保留早市', { region: ['云汀市', '青禾县'] })),
    ]
    const reasons = pairs.flatMap((pair) => pair.reasons)
    expect(reasons.length).toBeGreaterThan(8)
    for (const reason of reasons) expect(chinese).toHaveProperty([tellReason(reason).id])
    expect(JSON.stringify(reasons)).not.toMatch(/13912345678|金桂苑|早市|水管/u)
  })
})
