import { describe, expect, it } from 'vitest'
import { comparePlace } from '../../../src/tickets/duplicates/compare-place.ts'
import { saidOpposite } from '../../../src/tickets/duplicates/said-opposite.ts'
import { makeDemand } from './make-demand.ts'

const compare = (a: string, b: string) =>
  comparePlace(makeDemand('路灯不亮', { where: a }), makeDemand('路灯不亮', { where: b }))

describe('places as they are called', () => {
  it.each([
    ['金桂苑五号楼', '建设路金桂苑5栋'],
    ['文昌路与学府路交叉口', '学府路文昌路口'],
    ['实验第三中学后墙', '实验三中'],
  ])('%s is %s', (a, b) => {
    expect(compare(a, b).likeness).toBeGreaterThan(0.6)
    expect(compare(a, b).otherBuilding).toBe(false)
  })

  it.each([
    ['丽景花园', '东方明珠花园'],
    ['麓山路', '滨河路'],
    ['18路', '22路'],
  ])('%s is not %s', (a, b) => {
    expect(compare(a, b).likeness).toBeLessThan(0.35)
  })

  it('tell two buildings of one estate apart', () => {
    expect(compare('丽景花园3栋', '丽景花园五号楼')).toMatchObject({ otherBuilding: true, sameBuilding: false })
    expect(compare('丽景花园3栋', '丽景花园三号楼')).toMatchObject({ otherBuilding: false, sameBuilding: true })
  })
})

describe('opposite wishes', () => {
  it.each([
    ['要求取消早市', '请不要取消早市'],
    ['反对加装电梯', '希望尽快加装电梯'],
    ['Please close the night market', 'Please do not close the night market'],
  ])('%s / %s', (a, b) => {
    expect(saidOpposite(a, b)).toBe(true)
  })

  it.each([
    ['要求取消早市', '早市太吵，建议关闭'],
    ['路灯不亮', '路灯坏了，不要拖了'],
    ['希望加装电梯', '什么时候加装电梯'],
  ])('are not read into %s / %s', (a, b) => {
    expect(saidOpposite(a, b)).toBe(false)
  })
})
