import type { SubjectGuess } from '../../core/dispatch.ts'
import type { Language } from '../../core/language.ts'

/** The small classes that a text may belong to, best first; their chances add up to 1 at most. */
export type Classify = (text: string, language: Language, signal: AbortSignal) => Promise<readonly SubjectGuess[]>
