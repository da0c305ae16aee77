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
