import type { Reception } from '../../../src/core/channel.ts'
import { refuse } from '../refusal.ts'

/** Pictures that every browser shows and that run nothing; all else is for saving. */
const shown: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** Gives out a file of a demand. Its address is not to be guessed, and only the sender of the demand is told it. */
export async function sendMedia(reception: Reception, number: string, id: string): Promise<Response> {
  const file = await reception.files.open({ ticket: number }, id)
  if (file === null) throw refuse(404, 'media')
  const { type } = file.attachment
  return new Response(file.content, {
    headers: {
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'content-disposition': shown.has(type) ? 'inline' : 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
