import { bodyLimit, readBytes } from './read-body.ts'
import { Refusal } from './refusal.ts'

/** What a form without scripts sends: its fields, and the files chosen in it. */
export interface SentForm {
  fields: Readonly<Record<string, string>>
  files: readonly File[]
}

/** Reads a form; where it can carry files they may have so many bytes. */
export async function readForm(request: Request, fileBytes: number): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  const carriesFiles = /^multipart\/form-data\b/iu.test(type)
  const bytes = await readBytes(request, carriesFiles ? bodyLimit + fileBytes : bodyLimit)
  if (bytes === null) throw new Refusal('too-large')
  if (!carriesFiles)
    return { fields: Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes))), files: [] }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal('bad-request')
  })
  const all = [...form.entries()]
  return {
    fields: Object.fromEntries(all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    // A browser sends a nameless empty file where none was chosen.
    files: all.flatMap(([, value]) =>
      typeof value === 'string' || (value.size === 0 && value.name === '') ? [] : [value],
    ),
  }
}
