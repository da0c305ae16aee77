import type { Language } from '../../src/core/language.ts'

/** The language asked for by `locale`, else by the client's headers, else Chinese. */
export function languageOf(request: Request, query: URLSearchParams): Language {
  const asked = query.get('locale')?.trim() || request.headers.get('accept-language') || 'zh'
  return /^en\b/iu.test(asked) ? 'en' : 'zh'
}
