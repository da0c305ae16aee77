import type { PersonalDatum } from '../core/turn.ts'

type Kind = PersonalDatum['kind']

/** A stretch of a text that is somebody's number. */
export interface DigitSpan {
  kind: Kind
  start: number
  end: number
}

interface Group {
  text: string
  start: number
  end: number
}

const mostDigits = 22
/** What people put between the digits of one number. */
const gap = /^[\s\-‐-―−.·_/]{1,3}$/u
const date = /(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)/u
/** Behind the digits: they count money or things. */
const amount = /^\s?(?:元|块|万|亿|人|次|件|份|公里|米|平方|吨|度|kwh|yuan|rmb)/iu

const province = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])'
const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
/** GB 11643 with or without its check character, whatever that says: a mistyped identity number is still somebody's. */
const identity = new RegExp(`^${province}\\d{4}(?:18|19|20)\\d{2}${day}\\d{3}[\\dXx]?$`, 'u')
const oldIdentity = new RegExp(`^${province}\\d{4}\\d{2}${day}\\d{3}$`, 'u')
const mobile = /^(?:00)?(?:86)?1[3-9]\d{9}$/u
const landline = /^(?:00)?(?:86)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u
const unionPay = /^62\d{14,17}$/u
const card = /^[3-6]\d{14,18}$/u

/** Luhn's check of a card number. */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function kindOf(digits: string): Kind | null {
  if (identity.test(digits)) return 'identity-number'
  if (mobile.test(digits) || landline.test(digits)) return 'phone'
  if (unionPay.test(digits) || (card.test(digits) && isCardNumber(digits))) return 'bank-card'
  if (oldIdentity.test(digits)) return 'identity-number'
  // No public number is that long; who glues numbers together means several of his own.
  return digits.length > mostDigits ? 'identity-number' : null
}

/** The longest number that starts with this group: at most as many groups as a number has digits. */
function numberFrom(groups: readonly Group[], first: number, text: string): { last: number; kind: Kind } | null {
  let digits = ''
  let best: { last: number; kind: Kind } | null = null
  for (let at = first; at < groups.length; at++) {
    const group = groups[at]
    const before = groups[at - 1]
    if (group === undefined) break
    if (
      at > first &&
      (before === undefined || !gap.test(text.slice(before.end, Math.min(group.start, before.end + 4))))
    )
      break
    digits += group.text
    if (at > first && digits.length > mostDigits) break
    const kind = kindOf(digits)
    if (kind !== null) best = { last: at, kind }
  }
  return best
}

/** Finds identity, telephone and card numbers however their digits are grouped; dates, amounts and hotlines are none. */
export function readDigits(text: string): readonly DigitSpan[] {
  const groups: Group[] = [...text.matchAll(/\d+(?:[Xx](?![A-Za-z0-9]))?/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const spans: DigitSpan[] = []
  for (let at = 0; at < groups.length; at++) {
    const first = groups[at]
    const found = numberFrom(groups, at, text)
    const last = groups[found?.last ?? at]
    if (found === null || first === undefined || last === undefined) continue
    const counts = found.last === at && amount.test(text.slice(last.end, last.end + 5))
    if (counts || (first.end - first.start <= mostDigits && date.test(text.slice(first.start, last.end)))) continue
    spans.push({ kind: found.kind, start: first.start, end: last.end })
    at = found.last
  }
  return spans
}
