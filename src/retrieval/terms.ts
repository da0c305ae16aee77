import { stemmer } from 'stemmer'
import { normalize } from './normalize.ts'

/** A term as one number: two Chinese characters, or the hash of a Latin word or a figure. */
export type Term = number

const runs = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*/gu

/** Web addresses say nothing of the subject, and their parts would pass for words. */
const address = /https?:\/\/[^\s\u3000-\u9fff）)]+/gu

/** A hash below 2^29: no Chinese pair comes down there, since its first character stands in the upper 16 bits. */
function hashWord(word: string): Term {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return (hash >>> 0) & 0x1fffffff
}

function pairs(run: string): Term[] {
  if (run.length === 1) return [(run.charCodeAt(0) << 16) >>> 0]
  const terms: Term[] = []
  for (let index = 0; index + 1 < run.length; index += 1)
    terms.push(((run.charCodeAt(index) << 16) | run.charCodeAt(index + 1)) >>> 0)
  return terms
}

/** The terms of a text in order, repeated as they occur: pairs of neighbouring Chinese characters, stemmed Latin words, figures. */
export const termsOf = (text: string): Term[] =>
  (normalize(text).replaceAll(address, ' ').match(runs) ?? []).flatMap((run) =>
    run.charCodeAt(0) >= 0x3400 ? pairs(run) : [hashWord(stemmer(run.replace(/'s?$/u, '')))],
  )
