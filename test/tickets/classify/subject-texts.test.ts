import { describe, expect, it } from 'vitest'
import { ownPart, subjectTexts } from '../../../src/tickets/classify/subject-texts.ts'

describe('what a class is told by', () => {
  it('leaves out what its explanation sends elsewhere', () => {
    expect(ownPart('流动摊、地摊在路边卖货；固定店铺把东西摆到门外归“店外经营”。', 'zh')).toBe('流动摊、地摊在路边卖货')
    expect(ownPart('Stalls and carts; a shop that spreads outside belongs to shops trading outside.', 'en')).toBe(
      'Stalls and carts',
    )
  })

  it('is its name, its explanation and the examples of the language', () => {
    const both = (zh: string, en: string) => ({ zh, en })
    const classes = [
      { code: '010101', name: both('摊贩', 'Vendors'), description: both('摆摊', 'Stalls'), term: null },
      { code: '010102', name: both('路灯', 'Lamps'), description: both('不亮', 'Dark'), term: null },
    ]
    const examples = [{ code: '010102', zh: ['路灯坏了'], en: [] }]
    expect(subjectTexts(classes, examples, 'zh')).toEqual([
      { label: 0, text: '摊贩：摆摊' },
      { label: 1, text: '路灯：不亮' },
      { label: 1, text: '路灯坏了' },
    ])
    expect(subjectTexts(classes, examples, 'en')).toHaveLength(2)
  })
})
