import { describe, expect, it } from 'vitest'
import { mergeContact, readContact, readContactAnswer } from '../../../src/tickets/intake/read-contact.ts'

describe('read-contact', () => {
  it('takes the own name and number', () => {
    expect(readContact('我叫〔姓名1〕，电话〔电话1〕')).toEqual({
      wish: 'named',
      name: '〔姓名1〕',
      phone: '〔电话1〕',
      email: null,
    })
  })

  it.each(['对方电话是〔电话1〕，天天打来骚扰', '我的邻居叫〔姓名1〕'])(
    'does not take somebody else\'s for it: "%s"',
    (text) => expect(readContact(text)).toBeNull(),
  )

  it.each([
    ['匿名吧', 'anonymous'],
    ['我不想留名字', 'anonymous'],
    ['请保密', 'confidential'],
    ['别让物业知道是我', 'confidential'],
    ['就说是路人看见的', 'confidential'],
    ['不署名', 'anonymous'],
    ['Please keep my name private', 'confidential'],
    ['I want to stay anonymous', 'anonymous'],
  ])('hears in "%s" the wish to be %s', (text, wish) => expect(readContact(text)).toMatchObject({ wish }))

  it.each(['匿名吧，电话〔电话1〕', '我叫〔姓名1〕，不署名', 'Anonymous please, my number is 〔电话1〕'])(
    'keeps neither name nor number of whoever wants to be anonymous: "%s"',
    (text) => {
      const nothing = { wish: 'anonymous', name: null, phone: null, email: null }
      expect(readContact(text)).toEqual(nothing)
      expect(readContactAnswer(text)).toEqual(nothing)
    },
  )

  it('takes a number with the plea not to give it away as one for the hotline alone', () => {
    expect(readContact('绝对不能透露，我电话〔电话1〕')).toMatchObject({ wish: 'confidential', phone: '〔电话1〕' })
    expect(readContact('绝对不能透露')).toMatchObject({ wish: 'anonymous' })
  })

  it.each(['李女士，〔电话1〕', '〔电话1〕，李女士', '我姓李，〔电话1〕'])(
    'finds a name beside the number in "%s"',
    (text) => {
      expect(readContactAnswer(text)).toMatchObject({ name: expect.stringContaining('李'), phone: '〔电话1〕' })
    },
  )

  it.each(['不用了', '不想留', '用不着', 'no need, thanks'])('takes "%s" for declining', (text) =>
    expect(readContactAnswer(text)).toBe('declined'),
  )
})

describe('merge-contact', () => {
  const reached = { wish: 'named', name: '〔姓名1〕', phone: '〔电话1〕', email: null } as const
  const unknown = { wish: 'anonymous', name: null, phone: null, email: null } as const

  it('forgets what was told before by somebody who then wants to be anonymous', () =>
    expect(mergeContact(reached, unknown)).toEqual(unknown))

  it('keeps a number that somebody anonymous gives later for the hotline alone', () =>
    expect(mergeContact(unknown, reached)).toEqual({ ...reached, wish: 'confidential' }))

  it('does not take a name that slips out for a wish to be named', () =>
    expect(mergeContact(unknown, { ...reached, phone: null })).toEqual(unknown))
})
