import { describe, expect, it } from 'vitest'
import { ticketSays } from '../../channels/web/widget/ticket-says.ts'
import type { Words } from '../../channels/web/widget/words.ts'
import { phrase } from '../../src/core/phrase.ts'
import { readTicketWish } from '../../src/steps/read-ticket-wish.ts'
import { speak } from '../channels/open-house.ts'

const number = '20261123-0001'
const said = { courteous: 'unsaid', contacted: 'unsaid' }
const wordsIn =
  (language: 'zh' | 'en'): Words =>
  (id, values = {}) =>
    speak(
      phrase(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))),
      language,
    )

describe.each(['zh', 'en'] as const)('what a button says of a ticket (%s)', (language) => {
  const words = wordsIn(language)
  const note =
    language === 'zh' ? '门牌是１２０３，灯还没有解决，态度不好；请撤回' : 'it is no. 1203, not solved, rude, withdraw'
  const wishOf = (act: string, more = '') => readTicketWish(ticketSays(words, act, number, more))

  it.each([
    ['do.urge', { kind: 'urge' }],
    ['do.withdraw.sure', { kind: 'withdraw', surely: true }],
    ['do.reopen', { kind: 'reopen' }],
    ['rate.courteous', { kind: 'rate', courteous: 'yes' }],
    ['rate.rude', { kind: 'rate', courteous: 'no' }],
    ['visit.yes', { kind: 'visit', visit: { solved: 'yes', ...said, note: '' } }],
    ['visit.partly', { kind: 'visit', visit: { solved: 'partly', ...said, note: '' } }],
    ['visit.no', { kind: 'visit', visit: { solved: 'no', ...said, note: '' } }],
  ])('is read as that: %s', (act, wish) => {
    expect(wishOf(act)).toMatchObject({ number, wish })
  })

  it.each([
    ['do.supplement', { kind: 'supplement', text: note }],
    ['do.withdraw.sure', { kind: 'withdraw', surely: true, text: note }],
    ['do.reopen', { kind: 'reopen', reason: note }],
    ['visit.yes', { kind: 'visit', visit: { solved: 'yes', ...said, note } }],
    ['visit.partly', { kind: 'visit', visit: { solved: 'partly', ...said, note } }],
    ['visit.no', { kind: 'visit', visit: { solved: 'no', ...said, note } }],
  ])('keeps a note whole, whatever it speaks of: %s', (act, wish) => {
    expect(wishOf(act, note)).toMatchObject({ number, digits: null, wish })
  })
})
