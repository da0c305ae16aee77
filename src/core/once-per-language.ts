import type { Language } from './language.ts'

/** Does costly work for each language once, when it is first asked for. What failed is tried again with the next who asks. */
export function oncePerLanguage<T>(work: (language: Language) => Promise<T>): (language: Language) => Promise<T> {
  const known = new Map<Language, Promise<T>>()
  return (language) => {
    const working = known.get(language) ?? work(language)
    known.set(language, working)
    working.catch(() => known.delete(language))
    return working
  }
}
