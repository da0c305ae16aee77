import type { HandedFile } from '../../src/core/attachments.ts'
import { refuse } from './refusal.ts'

/** What a client posted. Every value keeps its place: one name may come several times. */
export interface Form {
  fields: URLSearchParams
  /** attribute[code]=value and attribute[code][]=value. */
  attributes: ReadonlyMap<string, readonly string[]>
  files: readonly HandedFile[]
  /** Of all of it. */
  bytes: number
}

/** Most bytes of the words of a form. */
const wordsLimit = 128 * 1024
const attributeName = /^attribute\[(?<code>[^\]]{1,100})\](?:\[\d*\])?$/u

/** Reads a body and stops at the limit, whatever length it is said to have. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refuse(400, 'form-too-large')
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > limit) throw refuse(400, 'form-too-large')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function readParts(type: string, bytes: Uint8Array<ArrayBuffer>) {
  const parts = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refuse(400, 'form')
  })
  const fields = new URLSearchParams()
  const files: HandedFile[] = []
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.append(name, value)
    // An empty file field of a page is nothing that anybody chose.
    else if (value.size > 0 || value.name !== '')
      files.push({ name: value.name, content: new Uint8Array(await value.arrayBuffer()) })
  }
  return { fields, files }
}

/** Reads a form, as the specification has it or in parts with files; `fileBytes` is what all files together may have. */
export async function readForm(request: Request, fileBytes: number): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  const inParts = /^multipart\/form-data\b/iu.test(type)
  if (!inParts && !/^application\/x-www-form-urlencoded\b/iu.test(type)) throw refuse(400, 'form')
  const bytes = await readBytes(request, inParts ? fileBytes + wordsLimit : wordsLimit)
  const { fields, files } = inParts
    ? await readParts(type, bytes)
    : { fields: new URLSearchParams(new TextDecoder().decode(bytes)), files: [] }
  const attributes = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const code = attributeName.exec(name)?.groups?.['code']
    if (code !== undefined && value.trim() !== '') attributes.set(code, [...(attributes.get(code) ?? []), value.trim()])
  }
  return { fields, attributes, files, bytes: bytes.byteLength }
}
