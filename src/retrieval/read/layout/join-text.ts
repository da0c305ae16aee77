/** Letters as wide as they are high. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’—…①-⓿]/u
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u
/** May not stand at the beginning of a line, so they stay with the letter before. */
const closing = /[，。、；：？！）》〉」』】〕”’…—,.;:?!)\]}%％℃°]/u
const opening = /[（《〈「『【〔“‘(\[{]/u

export const isWide = (letter: string): boolean => wide.test(letter)

/** How wide a text is in letter heights. */
export function widthInEms(text: string): number {
  let width = 0
  for (const letter of text) width += wide.test(letter) ? 1 : letter === ' ' ? 0.28 : 0.52
  return width
}

/** What a line break may not divide: a Chinese letter with the marks around it, or a word. */
export function firstToken(text: string): string {
  const letters = [...text.trimStart()]
  let end = 0
  while (end < letters.length && opening.test(letters[end] ?? '')) end += 1
  const word = (letter: string | undefined) => letter !== undefined && letter !== ' ' && !wide.test(letter)
  if (word(letters[end])) while (word(letters[end])) end += 1
  else end += 1
  while (end < letters.length && closing.test(letters[end] ?? '')) end += 1
  return letters.slice(0, end).join('')
}

const lastLetter = (text: string) => [...text].at(-1) ?? ''
const firstLetter = (text: string) => text[Symbol.iterator]().next().value ?? ''
/** Letters that words of Latin script end and begin with, so that a space belongs between. */
const spaced = (letter: string) => latin.test(letter) || /[,.;:!?)\]}"'%&(\[{–-]/u.test(letter)

/** Joins two pieces of one line; `gap` is the room between them in letter heights. */
export function joinPieces(before: string, after: string, gap: number): string {
  if (before === '' || after === '') return before + after
  const [last, first] = [lastLetter(before), firstLetter(after)]
  if (/\s/u.test(last) || /\s/u.test(first)) return before + after
  if (/^[-–—•·]$/u.test(before)) return gap > 0.1 ? `${before} ${after}` : before + after
  const both = wide.test(last) && wide.test(first)
  if (both && gap > 0.8) return `${before}　${after}`
  return gap > (wide.test(last) || wide.test(first) ? 0.6 : 0.16) ? `${before} ${after}` : before + after
}

/** Joins two lines of one paragraph: Chinese without a space, words with one, a divided word without its hyphen. */
export function joinLines(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()]
  const [last, first] = [lastLetter(head), firstLetter(tail)]
  if (/\p{Ll}-$/u.test(head) && /^\p{Ll}/u.test(tail)) return head.slice(0, -1) + tail
  return spaced(last) && spaced(first) && !/[-–/]$/u.test(head) ? `${head} ${tail}` : head + tail
}

/** True where a text ends a sentence or announces what follows. */
export const endsSentence = (text: string): boolean => /[。！？；：!?;:.…]["'”’」』）)》]*$/u.test(text.trimEnd())
