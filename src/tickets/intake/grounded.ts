import type { Heard } from '../../core/intake.ts'

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')

/** Longest subject line, signs. */
const longestSubject = 40

/** Whether at least four in five pairs of neighbouring signs stand in the text as well. */
function saysAsMuch(subject: string, text: string): boolean {
  const signs = [...bare(subject)]
  const pairs = signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`)
  const whole = bare(text)
  return pairs.length > 0 && pairs.filter((pair) => whole.includes(pair)).length / pairs.length >= 0.8
}

/**
 * What a model heard, without what the text does not say: a place, a time and a wish count only as they stand there, letter by letter; a
 * subject only in the text's own words and without personal data.
 */
export function grounded(heard: Heard | null, text: string): Heard | null {
  if (heard === null) return null
  const quoted = (part: string | null) => (part !== null && part !== '' && text.includes(part) ? part : null)
  const { subject } = heard
  const named =
    subject !== null && subject.length <= longestSubject && !/[〔〕\n]/u.test(subject) && saysAsMuch(subject, text)
  return {
    kind: heard.kind,
    subject: named ? subject : null,
    where: quoted(heard.where),
    when: quoted(heard.when),
    wish: quoted(heard.wish),
  }
}
