import type { Language } from '../../src/core/language.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import { StoreUnavailable } from '../../src/core/store-unavailable.ts'
import { list } from './document.ts'
import { Refusal } from './refusal.ts'
import { sendDocument, type Format } from './write-document.ts'

const retryAfter = '30'

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StoreUnavailable) return new Refusal(503, phrase('open311.refused.unavailable'))
  throw error
}

/** Tells the caller why not, in the format asked for. A fault of our own is thrown on, for the host to log. */
export function answerRefusal(
  error: unknown,
  { format, language, speak }: { format: Format; language: Language; speak: Speak },
): Response {
  const { status, words } = refusalOf(error)
  const content = list('error', [{ code: status, description: speak(words, language) }])
  const headers = status === 503 ? { 'retry-after': retryAfter } : {}
  return sendDocument({ root: 'errors', content }, { format, status, headers })
}
