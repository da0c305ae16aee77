import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile, type Reader } from '../reading.ts'
import { readHtml } from './read-html.ts'

const unquote = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/gu, '')
      .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

interface Part {
  head: string
  body: string
}

const partOf = (text: string): Part => {
  const end = /\r?\n\r?\n/u.exec(text)
  return end === null
    ? { head: text, body: '' }
    : { head: text.slice(0, end.index), body: text.slice(end.index + end[0].length) }
}

function bytesOf({ head, body }: Part): Buffer {
  const encoding = /^Content-Transfer-Encoding:\s*(\S+)/imu.exec(head)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return encoding === 'quoted-printable' ? unquote(body) : Buffer.from(body, 'latin1')
}

/** Reads a page saved in one file (MHTML), as Word and old portals save it: the first part that is HTML. */
export const readWebArchive: Reader = async (file, limits) => {
  const source = Buffer.from(file.bytes).toString('latin1')
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/iu.exec(source.slice(0, 4096))?.[1]
  const parts =
    boundary === undefined
      ? [partOf(source)]
      : source
          .split(`--${boundary}`)
          .slice(1)
          .map((text) => partOf(text.trimStart()))
  const page = parts.find(({ head }) => /^Content-Type:\s*text\/html/imu.test(head))
  if (page === undefined) throw new UnreadableFile('damaged', phrase('reading.no-page'))
  const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(page.head)?.[1]
  const bytes = bytesOf(page)
  const declared = /<meta[^>]+charset/iu.test(bytes.toString('latin1').slice(0, 4096))
  const named =
    declared || charset === undefined ? bytes : Buffer.concat([Buffer.from(`<meta charset="${charset}">`), bytes])
  return readHtml({ ...file, bytes: named }, limits)
}
