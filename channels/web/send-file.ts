import type { OpenFile } from '../../src/core/attachments.ts'

/** Pictures that every browser shows and that run nothing; all else is for saving. */
const shown: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Gives out a kept file so that no browser takes it for a page, guesses at its type or keeps it. */
export function sendFile({ attachment: { name, type }, content }: OpenFile): Response {
  const ascii = name.replaceAll(/[^\w. -]/gu, '_')
  return new Response(content, {
    headers: {
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'content-length': String(content.byteLength),
      'content-disposition': `${shown.has(type) ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
