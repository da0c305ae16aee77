import { Refusal } from './refusal.ts'

/** Most bytes of a request's body. */
export const bodyLimit = 32 * 1024

/** Reads a body as text, and stops at the limit whatever the declared length is. */
export async function readBody(request: Request, limit: number = bodyLimit): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Refusal('too-large')
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > limit) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Reads a JSON body; another type or broken JSON is refused. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  const text = await readBody(request)
  if (!/^application\/json\b/iu.test(type)) throw new Refusal('not-json')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('bad-request')
  }
}
