import type { PersonalDatum } from '../core/turn.ts'
import { personalPatterns } from './personal-patterns.ts'
import { readDigits } from './read-digits.ts'
import { visibleText } from './visible-text.ts'

type Kind = PersonalDatum['kind']

const labels: Readonly<Record<Kind, string>> = {
  name: '姓名',
  'identity-number': '证件号',
  phone: '电话',
  'bank-card': '银行卡号',
  address: '地址',
  plate: '车牌',
  email: '邮箱',
}
/** Numbers of public services are no one's data, alone or several in a row. */
const publicNumber = /^(?:1(?:10|19|20|22)|12\d{3}|95\d{3,4}|96\d{3,4}|400\d{7}|800\d{7})$/u
const isPublic = (value: string): boolean =>
  publicNumber.test(value.replaceAll(/\D/gu, '')) ||
  value.split(/[\s,，、/]+/u).every((part) => publicNumber.test(part))
const isDate = (value: string): boolean => /^(?:19|20)\d{2}[\s-]\d{1,2}(?:[\s-]\d{1,2})?/u.test(value)

const kinds: readonly Kind[] = ['name', 'identity-number', 'phone', 'bank-card', 'address', 'plate', 'email']

/** The highest number that a placeholder of this label bears in earlier texts. */
const highestNumber = (label: string, texts: readonly string[]): number =>
  texts
    .flatMap((text) => [...text.matchAll(new RegExp(`〔${label}(\\d{1,4})〕`, 'gu'))])
    .reduce((highest, [, number]) => Math.max(highest, Number(number)), 0)

/** Gives every value one placeholder ("〔电话1〕"), the same for the same value. */
function createPlaceholders(earlier: readonly string[]): {
  masked: readonly PersonalDatum[]
  placeholderFor: (kind: Kind, value: string) => string
} {
  const masked: PersonalDatum[] = []
  const known = new Map<string, string>()
  const counts = new Map(kinds.map((kind) => [kind, highestNumber(labels[kind], earlier)]))
  return {
    masked,
    placeholderFor(kind, value) {
      const before = known.get(value)
      if (before !== undefined) return before
      const count = (counts.get(kind) ?? 0) + 1
      const placeholder = `〔${labels[kind]}${count}〕`
      counts.set(kind, count)
      known.set(value, placeholder)
      masked.push({ placeholder, kind, value })
      return placeholder
    },
  }
}

/**
 * Takes personal data out of a text, and with it what cannot be seen. The placeholders ("〔电话1〕") are reversible by the list that comes
 * with them; their numbers go on from those in `earlier` texts of the conversation, so that none stands for two values. The time it
 * takes grows no faster than the text.
 */
export function findPersonalData(
  text: string,
  earlier: readonly string[] = [],
): { text: string; masked: readonly PersonalDatum[] } {
  const { masked, placeholderFor } = createPlaceholders(earlier)
  const replace = (said: string, { kind, pattern, group, holds }: (typeof personalPatterns)[number]) =>
    said.replaceAll(pattern, (...match: readonly unknown[]) => {
      const whole = String(match[0])
      const value = String(match[group])
      const number = kind === 'phone' || kind === 'bank-card'
      if (value.includes('〔') || (number && (isPublic(value) || isDate(value))) || holds?.(value) === false)
        return whole
      const at = whole.lastIndexOf(value)
      return `${whole.slice(0, at)}${placeholderFor(kind, value)}${whole.slice(at + value.length)}`
    })
  const [addresses, rest] = [personalPatterns.slice(0, 1), personalPatterns.slice(1)]
  const withoutMail = addresses.reduce(replace, visibleText(text))
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of readDigits(withoutMail)) {
    pieces.push(withoutMail.slice(from, start), placeholderFor(kind, withoutMail.slice(start, end)))
    from = end
  }
  pieces.push(withoutMail.slice(from))
  return { text: rest.reduce(replace, pieces.join('')), masked }
}
