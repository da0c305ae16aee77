import type { Language } from '../core/language.ts'
import { relateRegion } from '../core/region.ts'
import type { Region } from '../core/region.ts'
import type { DocumentEntry } from './document-entry.ts'
import type { KnowledgeIndex } from './open-index.ts'
import { withoutQuestionWords } from './question-words.ts'
import type { ShardValidity } from './shard-validity.ts'
import { termsOf } from './terms.ts'

const most = 6
/** Characters: shorter questions lack their subject, longer ones do not fit a button. */
const lengths: Readonly<Record<Language, readonly [number, number]>> = { zh: [8, 24], en: [15, 60] }

/** Whether a question says by itself what it is about: some of its words stand in the title. */
function namesSubject(question: string, title: string): boolean {
  const subject = new Set(termsOf(title))
  return termsOf(withoutQuestionWords(question)).some((term) => subject.has(term))
}

/** A question the document asks itself and answers: a question–answer unit, or a heading that is one. */
function ownQuestion(
  { facts, passages }: DocumentEntry,
  [least, longest]: readonly [number, number],
): string | undefined {
  const asked = passages.flatMap(({ section, units }) => [
    ...section.filter((heading) => /[?？]$/u.test(heading)),
    ...units.filter(({ kind }) => kind === 'question').map(({ text }) => text.split('\n')[0] ?? ''),
  ])
  return asked
    .map((question) => question.replace(/^(?:问\s*[：:]|[一二三四五六七八九十]+、|\d+[.、])\s*/u, '').trim())
    .find((question) => question.length >= least && question.length <= longest && namesSubject(question, facts.title))
}

/** Questions the knowledge is sure to answer, one a document, those of the place itself first; in force when the index was built. */
export function suggestQuestions(
  index: KnowledgeIndex,
  validity: ShardValidity,
  language: Language,
  region: Region | null,
): string[] {
  const documents = index.shards[language]?.documents ?? []
  const states = validity(language, new Date(index.manifest.builtAt))
  const own = documents.filter(
    ({ facts }, position) =>
      states[position] === 'in-force' && (region === null || relateRegion(facts.region, region) === 'applies'),
  )
  const nearest = own.toSorted((a, b) => b.facts.region.length - a.facts.region.length)
  const questions = nearest.flatMap((document) => ownQuestion(document, lengths[language]) ?? [])
  return [...new Set(questions)].slice(0, most)
}
