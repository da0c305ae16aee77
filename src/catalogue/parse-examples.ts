import { z } from 'zod'
import type { Located } from './located.ts'
import { parseRecords, type TextFile } from './parse-records.ts'

/** What people say whose demand belongs to a class. */
export interface SubjectExamples {
  code: string
  zh: readonly string[]
  en: readonly string[]
}

const sentences = z.array(z.string().min(2)).default([])
const shape = z.object({ zh: sentences, en: sentences }).strict()

/** Reads a file of example sentences: six-digit code → sentences in both languages. */
export const parseExamples = (file: TextFile): Located<SubjectExamples>[] =>
  parseRecords(file, shape).map(({ key, line, value }) => ({ line, value: { code: key, ...value } }))
