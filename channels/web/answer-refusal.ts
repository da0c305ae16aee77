import type { Language } from '../../src/core/language.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import { html, htmlResponse } from './html.ts'
import { json } from './json.ts'
import { page } from './pages/page.ts'
import { refusalOf } from './refusal.ts'

/** Tells the caller why not, in JSON or as a page. A fault of our own is thrown on, for the host to log. */
export function answerRefusal(
  error: unknown,
  { speak, language, page: asPage }: { speak: Speak; language: Language; page: boolean },
): Response {
  const refusal = refusalOf(error)
  if (refusal === null) throw error
  const wait = refusal.retryAfter
  const headers: Record<string, string> = wait === null ? {} : { 'retry-after': String(wait) }
  const message = speak(
    refusal.phrase ?? phrase(`ui.failure.${refusal.code}`, { seconds: String(wait ?? 60) }),
    language,
  )
  if (!asPage) return json({ error: refusal.code, message }, refusal.status, headers)
  const words = (id: string) => speak(phrase(id), language)
  const content = html`<main class="plain">
    <h1>${message}</h1>
    <p><a class="button" href="/web/plain?language=${language}">${words('ui.plain.again')}</a></p>
  </main>`
  return htmlResponse(page({ title: message, language, words, content }), refusal.status, headers)
}
