/** Markup that is safe to send: made by `html` only. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | null | false | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? '')

function show(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'markup' in part ? part.markup : part.map(show).join('')
}

/** A template whose values are escaped; what `html` itself made, and lists of it, are put in as they are. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: pieces.map((piece, index) => piece + show(parts[index] ?? null)).join(''),
})

/** A whole page as a response. */
export const htmlResponse = (page: Html, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`<!doctype html>\n${page.markup}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
