export type Language = 'zh' | 'en'
export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string

/** Put in by the build from the phrase files, so that the widget can speak without a connection too. */
declare const builtInWords: Readonly<Record<Language, Readonly<Record<string, string>>>>

/** The widget's words in a language; blanks are written {name}. */
export const wordsIn =
  (language: Language): Words =>
  (id, values = {}) =>
    (builtInWords[language][id] ?? id).replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''))
