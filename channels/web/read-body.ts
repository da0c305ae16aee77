import { Refusal } from './refusal.ts'

/** Most bytes of a request's body. */
export const bodyLimit = 32 * 1024

/** Reads a body, and stops at the limit whatever the declared length is: null where it is longer. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > limit) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Reads a body as text; one that is too long is refused. */
export async function readBody(request: Request, limit: number = bodyLimit): Promise<string> {
  const bytes = await readBytes(request, limit)
  if (bytes === null) throw new Refusal('too-large')
  return new TextDecoder().decode(bytes)
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
