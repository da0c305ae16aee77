import { readFileSync } from 'node:fs'

/** @typedef {(id: string, values?: Readonly<Record<string, string | number>>) => string} Tell */

/**
 * The words of the phrase files for those who run this, in their language: `tell(id, values)`. Throws on an unknown id or a blank left
 * open, which a test rules out. Plain JavaScript: it is needed before anything is installed.
 * @param {'zh' | 'en'} language
 * @returns {Tell}
 */
export function tellOperator(language) {
  const file = new URL(`../prompts/phrases.${language}.json`, import.meta.url)
  /** @type {Record<string, string | undefined>} */
  const phrases = JSON.parse(readFileSync(file, 'utf8'))
  return (id, values = {}) => {
    const text = phrases[id]
    if (text === undefined) throw new Error(`No phrase '${id}' in ${language}`)
    return text.replaceAll(/\{(\w+)\}/gu, (_, name) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Phrase '${id}' lacks a value for {${name}}`)
      return String(value)
    })
  }
}
