import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectLanguage } from '../../src/core/detect-language.ts'
import type { Language } from '../../src/core/language.ts'
import { projectFolder } from '../../src/load-data.ts'
import { parseCases } from '../retrieval/retrieval-case.ts'

export interface BenchQuestion {
  question: string
  documents: readonly string[]
  region: string
  language: Language
}

/** Our own questions with the documents that answer each, from the retrieval eval. Throws where there are none: figures over nothing would mislead. */
export function readQuestions(): readonly BenchQuestion[] {
  const file = join(projectFolder, 'evals/retrieval/cases.jsonl')
  const questions = parseCases(readFileSync(file, 'utf8'), 'cases').map(({ question, documents, region }) => ({
    question,
    documents,
    region: region === '' ? '云汀市' : region,
    language: detectLanguage(question),
  }))
  if (questions.length === 0) throw new Error(`${file} has no questions to measure with.`)
  return questions
}
