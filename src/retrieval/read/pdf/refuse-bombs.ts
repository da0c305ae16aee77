import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createInflate } from 'node:zlib'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile, type ReadLimits } from '../reading.ts'

/** Bytes before a stream that are searched for what it says of itself. */
const dictionaryReach = 2048
/** Streams packed several times over; no honest file goes deeper. */
const deepest = 3

interface Packed {
  data: Uint8Array
  /** How many times it is deflated. */
  layers: number
}

/** Deflated streams of a PDF but for images, which are never unpacked. */
function* packedStreams(file: Buffer): Generator<Packed> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + 1
    const end = file.indexOf('endstream', start)
    const head = file.subarray(Math.max(0, at - dictionaryReach), at).toString('latin1')
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    const layers = dictionary.split(/\/(?:FlateDecode|Fl)\b/u).length - 1
    if (layers > 0 && !/\/Subtype\s*\/Image\b/u.test(dictionary))
      yield { data: file.subarray(start, end < 0 ? file.length : end), layers: Math.min(layers, deepest) }
    at = end < 0 ? file.length : end + 9
  }
}

/** The size a stream unpacks to, as far as it can be unpacked; counting ends once it passes `most`. */
async function unpackedSize({ data, layers }: Packed, most: number): Promise<number> {
  let size = 0
  const count = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > most) return
    }
  }
  // A stream that is cut off gives what it has.
  const inflate = () => createInflate({ finishFlush: constants.Z_SYNC_FLUSH })
  const source = Readable.from([data])
  const [first, second, third] = [inflate(), inflate(), inflate()]
  try {
    if (layers === 1) await pipeline(source, first, count)
    else if (layers === 2) await pipeline(source, first, second, count)
    else await pipeline(source, first, second, third, count)
  } catch {
    // Damaged or encrypted: what could be counted counts.
  }
  return size
}

/** Throws for a PDF whose streams unpack to more than is allowed, before anything else unpacks them. */
export async function refuseBombs(file: { name: string; bytes: Uint8Array }, limits: ReadLimits): Promise<void> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  let left = limits.unpackedBytes
  for (const packed of packedStreams(bytes)) {
    left -= await unpackedSize(packed, left)
    if (left < 0)
      throw new UnreadableFile(
        'bomb',
        phrase('reading.unpacks', { most: `${Math.floor(limits.unpackedBytes / 1e6)} MB` }),
      )
  }
}
