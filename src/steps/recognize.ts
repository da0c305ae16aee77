import type { Language } from '../core/language.ts'

/** What a message means, judged by examples; null where nothing is near. `fit` is a cosine, `margin` how much nearer than to the rest. */
export type Recognize = (
  text: string,
  language: Language,
  signal: AbortSignal,
) => Promise<{ kind: string; fit: number; margin: number } | null>
