/// <reference path="./virtual-words.d.ts" />
import all from 'virtual:words'

export type Language = 'zh' | 'en'
export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string

/** The widget's words in a language; blanks are written {name}. */
export const wordsIn =
  (language: Language): Words =>
  (id, values = {}) =>
    (all[language][id] ?? id).replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''))
