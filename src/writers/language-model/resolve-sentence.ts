import type { Sentence } from '../../core/draft.ts'
import type { Citation } from '../../core/passage.ts'
import type { Supports } from '../../core/writer.ts'
import { stretchesOf } from './choose-quote.ts'
import type { Source } from './choose-sources.ts'

const inlineTokens = /\s*[[［【(（]\s*P\d+(?:\s*[,，、]\s*P\d+)*\s*[\]］】)）]/giu
const emphasis = /\*\*|__|`/gu
const lineMark = /^\s*(?:[-*•]|\d{1,2}[.、)）])\s+/u

/** A question–answer page's question stands in it word for word, and answers nothing. */
const isQuestion = /[?？]$/u
/** Characters; whatever is longer is no sentence, and would be slow to check. */
const longest = 600

/** A sentence's words without the marks that models like to add. */
const plain = (text: string): string =>
  text.replaceAll(inlineTokens, '').replaceAll(emphasis, '').replace(lineMark, '').replaceAll(/\s+/gu, ' ').trim()

function cite({ id, section, found }: Source, quote: string): Citation {
  const { document, title, issuer, validity, amended, effective, expires, region, url } = found
  return { passage: id, document, title, issuer, quote, section, validity, amended, effective, expires, region, url }
}

/** Quotes the shortest good stretch that supports the text by itself; nothing where even the whole passage does not. */
function supportFrom(source: Source, text: string, supports: Supports): Citation[] {
  if (!supports({ text, citations: [cite(source, source.text)] })) return []
  const quote = stretchesOf(source, text).find((stretch) => supports({ text, citations: [cite(source, stretch)] }))
  return [cite(source, quote ?? source.text)]
}

/** Quotes from several passages that support the text only together; nothing where they do not. */
function supportTogether(sources: readonly Source[], text: string, supports: Supports): readonly Citation[] {
  const narrow = sources.map((source) => cite(source, stretchesOf(source, text)[0] ?? source.text))
  const wide = sources.map((source) => cite(source, source.text))
  return [narrow, wide].find((citations) => supports({ text, citations })) ?? []
}

/**
 * Turns a model's sentence and its tokens into one with resolved quotes, or null: where a token is unknown, or what it stands for does
 * not support the sentence, or the sentence asks.
 */
export function resolveSentence(
  said: { text: string; tokens: readonly string[] },
  sources: ReadonlyMap<string, Source>,
  supports: Supports,
): Sentence | null {
  const text = plain(said.text)
  const cited = [...new Set(said.tokens)].map((token) => sources.get(token))
  const known = cited.filter((source) => source !== undefined)
  if (
    text === '' ||
    text.length > longest ||
    isQuestion.test(text) ||
    known.length === 0 ||
    known.length < cited.length
  )
    return null
  const alone = known.flatMap((source) => supportFrom(source, text, supports))
  const citations = alone.length > 0 || known.length === 1 ? alone : supportTogether(known, text, supports)
  return citations.length === 0 ? null : { text, citations, marks: [] }
}
