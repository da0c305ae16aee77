import { z } from 'zod'
import type { Language } from './language.ts'

/** A fixed wording by name, with what goes into its blanks. Its words stand in prompts/phrases.<language>.json. */
export interface Phrase {
  id: string
  values: Readonly<Record<string, string>>
}

export const phrase = (id: string, values: Readonly<Record<string, string>> = {}): Phrase => ({ id, values })

/** Gives a phrase's words in a language; throws on an unknown id or a blank left open, which a test rules out. */
export type Speak = (phrase: Phrase, language: Language) => string

const phraseFile = z.record(z.string(), z.string())

/**
 * Makes `Speak` from the two parsed phrase files. Blanks are written {name}; what goes into {region} is a path of places, which English
 * readers see by the names in `places` ('云汀市' → 'Yunting').
 */
export function createSpeak(
  files: Readonly<Record<Language, unknown>>,
  places: Readonly<Record<string, string>> = {},
): Speak {
  const english = (path: string) =>
    path
      .split('/')
      .map((name) => places[name] ?? name)
      .join(', ')
  const words = { zh: phraseFile.parse(files.zh), en: phraseFile.parse(files.en) }
  return ({ id, values }, language) => {
    const text = words[language][id]
    if (text === undefined) throw new Error(`No phrase '${id}' in ${language}`)
    return text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Phrase '${id}' lacks a value for {${name}}`)
      return language === 'en' && name === 'region' ? english(value) : value
    })
  }
}
