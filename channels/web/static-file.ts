import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Refusal } from './refusal.ts'

const compress = promisify(gzip)

interface Loaded {
  changed: number
  plain: Uint8Array<ArrayBuffer>
  small: Uint8Array<ArrayBuffer>
  tag: string
}

/** Serves files, joined into one, with an entity tag, gzipped where the caller takes it; they are read again when they have changed on disk. */
export function staticFile({ paths, type, maxAge }: { paths: readonly URL[]; type: string; maxAge: number }) {
  let loaded: Promise<Loaded> | null = null
  let known = 0

  async function load(changed: number): Promise<Loaded> {
    const plain = new Uint8Array(Buffer.concat(await Promise.all(paths.map((path) => readFile(path)))))
    const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    return { changed, plain, small: new Uint8Array(await compress(plain, { level: 9 })), tag }
  }

  return async (request: Request): Promise<Response> => {
    const changed = await Promise.all(paths.map((path) => stat(path))).then(
      (files) => Math.max(...files.map(({ mtimeMs }) => mtimeMs)),
      () => null,
    )
    if (changed === null) throw new Refusal('not-built')
    if (loaded === null || known !== changed) loaded = load(changed)
    known = changed
    const file = await loaded
    return respond(request, file, { type, maxAge })
  }
}

function respond(request: Request, file: Loaded, { type, maxAge }: { type: string; maxAge: number }): Response {
  const zipped = /\bgzip\b/u.test(request.headers.get('accept-encoding') ?? '')
  const tag = `"${file.tag}${zipped ? '-gz' : ''}"`
  const headers = new Headers({
    'cache-control': `public, max-age=${maxAge}`,
    etag: tag,
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  const known = (request.headers.get('if-none-match') ?? '').split(/\s*,\s*/u).map((each) => each.replace(/^W\//u, ''))
  if (known.includes(tag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', type)
  if (zipped) headers.set('content-encoding', 'gzip')
  return new Response(zipped ? file.small : file.plain, { headers })
}
