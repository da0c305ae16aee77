import { describe, expect, it } from 'vitest'
import { saidText, saysNothing, withoutPlaces } from '../../../src/tickets/classify/said-text.ts'

describe('what a demand says', () => {
  it('is no placeholder and no web address', () => {
    expect(saidText('我叫〔姓名1〕，电话〔电话1〕，见 https://example.org/a?b=1。路灯坏了')).toBe(
      '我叫 ，电话 ，见 。路灯坏了',
    )
  })

  it('is nothing where only marks and figures are left', () => {
    expect(saysNothing(saidText('〔电话1〕，123……'))).toBe(true)
    expect(saysNothing('停水')).toBe(false)
  })

  it('is told without the places, longer names first', () => {
    expect(withoutPlaces(['云汀市', '云汀市滨江区', '滨江区'])('云汀市滨江区路灯坏了')).toBe('路灯坏了')
  })

  it('keeps the places where nothing else was said', () => {
    expect(withoutPlaces(['滨江区'])('滨江区')).toBe('滨江区')
  })
})
