import { correctSpelling } from './correct-spelling.ts'
import { decodePinyin } from './decode-pinyin.ts'
import { normalizeForModel } from './normalize.ts'
import type { Shard } from './open-shard.ts'
import { createSynonymRewriter } from './synonyms.ts'
import type { Synonym } from './synonyms.ts'
import { termsOf } from './terms.ts'
import { createVocabulary } from './vocabulary.ts'

/** The ways a question can be meant, the asker's own wording first. Each is looked up; a passage counts by the one it fits best. */
export interface ReadQuestion {
  readings: readonly string[]
  /** True where the Latin letters of the question were pinyin: it is a Chinese question then, whatever its letters. */
  wasPinyin: boolean
}

export type QuestionReader = (text: string) => ReadQuestion

/** Words whose answer is remembered: the pairs of everyday language. */
const remembered = 20_000

/** Looks a word up once: questions are made of the same few thousand pairs of characters. */
function rememberAnswers(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= remembered) answers.clear()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

/** Reads questions in the light of the knowledge: pinyin and misspellings first, then what people say for what documents say. */
export function createQuestionReader(shard: Shard | undefined, synonyms: readonly Synonym[]): QuestionReader {
  const rewrite = createSynonymRewriter(synonyms)
  if (shard === undefined) return (text) => ({ readings: [normalizeForModel(text)], wasPinyin: false })
  const vocabulary = createVocabulary(shard.vocabulary, synonyms)
  const known = rememberAnswers((word) => termsOf(word).every((term) => shard.lexical.documents.has(term)))
  return (text) => {
    const plain = normalizeForModel(text)
    const decoded = decodePinyin(plain, vocabulary, known)
    const spelled = decoded ?? plain
    const meant = correctSpelling(spelled, vocabulary, known) ?? spelled
    const readings = [decoded === null ? plain : meant, meant, rewrite(meant) ?? meant]
    return { readings: [...new Set(readings)], wasPinyin: decoded !== null && !/[a-z]{4}/u.test(decoded) }
  }
}
