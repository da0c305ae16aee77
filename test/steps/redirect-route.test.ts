import { describe, expect, it } from 'vitest'
import { redirectRoute } from '../../src/steps/redirect-route.ts'
import { legalRoutes } from './load-tables.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const step = redirectRoute({ table: legalRoutes })
const routeFor = async (text: string) => {
  const result = await step.run(makeTurn(text), makeTools())
  return 'kind' in result && result.kind === 'redirect' ? result.route : null
}

describe('redirect-route', () => {
  it.each([
    ['帮我判一下遗产该给谁', 'court'],
    ['你们给评评理谁对谁错', 'court'],
    ['请你们裁定一下房子归谁', 'court'],
    ['替我们断一断孩子抚养权给谁', 'court'],
    ['please decide who gets the house', 'court'],
    ['法院判决我不服', 'court'],
    ['交警给我的罚单我不服', 'reconsideration'],
    ['我要申请劳动仲裁', 'arbitration'],
    ['我要信访', 'petition'],
    ['申请政府信息公开', 'disclosure'],
    ['举报镇长受贿', 'supervision'],
  ])('points "%s" to %s', async (text, route) => {
    expect(await routeFor(text)).toBe(route)
  })

  it.each([
    '遗产继承顺序是什么',
    '遗产怎么分',
    '一审判决不服几日内上诉',
    '城管罚我我不服，多少天内能去复议',
    '仲裁要交多少钱',
    '居住证给谁办理',
    '请律师打官司的费用能援助吗，我请的打官司的不管',
    '信访多久答复',
    '评残结果归谁管',
    '孩子户口该跟谁',
  ])('leaves the question "%s" to the knowledge', async (text) => {
    expect(await routeFor(text)).toBeNull()
  })
})
