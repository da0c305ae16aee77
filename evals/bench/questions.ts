import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '../../src/load-data.ts'

const line = z.object({
  question: z.union([z.string(), z.array(z.string())]),
  document: z.string(),
  region: z.string().nullish(),
  language: z.enum(['zh', 'en']).nullish(),
})

export interface BenchQuestion {
  question: string
  document: string
  region: string
  language: 'zh' | 'en'
}

/** Our own questions with the document that answers each, from the answers eval; follow-ups are left out. */
export function readQuestions(): readonly BenchQuestion[] {
  return readFileSync(join(projectFolder, 'evals/answers/cases.jsonl'), 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .flatMap((text) => {
      const parsed = line.safeParse(JSON.parse(text))
      if (!parsed.success || typeof parsed.data.question !== 'string') return []
      const { question, document, region, language } = parsed.data
      return [{ question, document, region: region ?? '云汀市', language: language ?? 'zh' }]
    })
}
