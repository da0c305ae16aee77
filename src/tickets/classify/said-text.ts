/** Placeholders that stand for personal data, such as 〔电话1〕. */
const placeholders = /〔[^〔〕]{1,12}〕/gu

/** What a text says apart from placeholders and web addresses. */
export const saidText = (text: string): string =>
  text
    .replaceAll(placeholders, ' ')
    .replaceAll(/https?:\/\/[^\s\u3000-\u9fff）)]+/gu, ' ')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()

/** True where hardly a word is left to judge by. */
export const saysNothing = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length < 2

/** The text without the names of places, which say where and not what. */
export const withoutPlaces =
  (names: readonly string[]) =>
  (text: string): string => {
    const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length)
    const rest = longestFirst.reduce((said, name) => said.replaceAll(name, ''), text).trim()
    return saysNothing(rest) ? text : rest
  }
