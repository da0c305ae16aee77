import type { Request } from 'express'
import { phrase, type Speak } from '../core/phrase.ts'

/** A refusal of the host itself: a code for programs and a sentence for people, in the language of the caller's browser. */
export function createFailure(speak: Speak) {
  return (request: Request, error: 'bad-request' | 'not-found' | 'internal' | 'too-many-requests', seconds = 60) => {
    const language = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
    return { error, message: speak(phrase(`ui.failure.${error}`, { seconds: String(seconds) }), language) }
  }
}

export type Failure = ReturnType<typeof createFailure>
