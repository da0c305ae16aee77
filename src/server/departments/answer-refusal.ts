import type { ErrorRequestHandler } from 'express'
import type { Language } from '../../core/language.ts'
import type { Speak } from '../../core/phrase.ts'
import { languageOf } from './language-of.ts'
import { refusalOf, type Refusal } from './refusal.ts'

export interface Saying {
  speak: Speak
  language: Language
}

/** A refusal as it is sent: a code for programs and a sentence for people. */
export const sayRefusal = ({ code, words, issues }: Refusal, { speak, language }: Saying) => ({
  error: code,
  message: speak(words, language),
  ...(issues.length === 0 ? {} : { issues }),
})

/** Tells the sender why not. A fault of our own is passed on, for the host to log. */
export const answerRefusal =
  (speak: Speak): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const refusal = refusalOf(error)
    if (refusal === null || response.headersSent) return next(error)
    if (refusal.status === 401) response.set('WWW-Authenticate', 'Bearer realm="departments"')
    if (refusal.status === 503) response.set('Retry-After', '5')
    response.status(refusal.status).json(sayRefusal(refusal, { speak, language: languageOf(request) }))
  }
