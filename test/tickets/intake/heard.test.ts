import { describe, expect, it } from 'vitest'
import type { Heard } from '../../../src/core/intake.ts'
import { grounded } from '../../../src/tickets/intake/grounded.ts'
import { asked, intake, told } from './make-intake.ts'

const nothing: Heard = { kind: null, subject: null, where: null, when: null, wish: null }
const text = '打烊以后那家店门口还在放音响，就是老粮站拐进来第二个门脸，礼拜天晚上更厉害，叫他们小点声'
const heard: Heard = {
  kind: 'report',
  subject: '店门口放音响',
  where: '老粮站拐进来第二个门脸',
  when: '礼拜天晚上',
  wish: '叫他们小点声',
}

describe('what a model hears of a demand', () => {
  it('fills what the rules do not see', () => {
    expect(asked(intake.begin(told(text, { heard }))).draft).toMatchObject({
      kind: 'report',
      subject: '店门口放音响',
      where: { said: '老粮站拐进来第二个门脸' },
      when: { said: '礼拜天晚上' },
      wish: '叫他们小点声',
    })
  })

  it('counts only as far as the message says it', () => {
    const lies: Heard = {
      ...heard,
      where: '解放路100号',
      when: '昨天下午三点',
      wish: '赔偿五千元',
      subject: '食品安全事故',
    }
    expect(grounded(lies, text)).toEqual({ ...nothing, kind: 'report' })
    const { draft } = asked(intake.begin(told(text, { heard: lies })))
    expect(JSON.stringify(draft)).not.toMatch(/解放路|下午三点|五千|食品/u)
  })

  it('takes no personal data and no lines into the subject', () => {
    const said = '〔姓名1〕家漏水，电话〔电话1〕'
    expect(grounded({ ...nothing, subject: '〔姓名1〕家漏水' }, said)?.subject).toBeNull()
    expect(grounded({ ...nothing, subject: '漏\n水' }, said)?.subject).toBeNull()
    expect(grounded({ ...nothing, subject: '家漏水' }, said)?.subject).toBe('家漏水')
  })

  it('is not needed', () => {
    expect(asked(intake.begin(told(text))).draft.description).toBe(text)
    expect(grounded(null, text)).toBeNull()
  })
})
