import type { SubjectClass } from '../../core/dispatch.ts'
import type { Language } from '../../core/language.ts'

/** A text that belongs to a class, by the class's place in the list of small classes. */
export interface SubjectText {
  label: number
  text: string
}

/** What people say whose demand belongs to a class; a class may have several entries. */
export interface ExampleSentences {
  code: string
  zh: readonly string[]
  en: readonly string[]
}

/** Parts of an explanation that say what belongs elsewhere. */
const elsewhere: Readonly<Record<Language, RegExp>> = {
  zh: /归[“上下前各]|归[^，。；]{1,12}[”类]|归[^，。；]{1,8}$|另有|各有/u,
  en: /\bbelongs? to\b|\bown class(?:es)?\b|\bsee\b|\bfor (?:the )?[\w ]+ (?:company|police)\b/iu,
}

/** What an explanation says of its class itself, without what it sends to others. */
export const ownPart = (description: string, language: Language): string =>
  description
    .split(language === 'zh' ? /[；。]/u : /[;.]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !elsewhere[language].test(part))
    .join(language === 'zh' ? '；' : '; ')

/** What small classes are told by: their examples, and their name with the own part of their explanation. */
export function subjectTexts(
  classes: readonly SubjectClass[],
  examples: readonly ExampleSentences[],
  language: Language,
): SubjectText[] {
  const byCode = new Map<string, readonly string[]>()
  for (const entry of examples) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), ...entry[language]])
  return classes.flatMap(({ code, name, description }, label) => {
    const own = ownPart(description[language], language)
    const told = `${name[language]}${language === 'zh' ? '：' : ': '}${own}`
    return [...new Set([told, ...(byCode.get(code) ?? [])])].map((text) => ({ label, text }))
  })
}
