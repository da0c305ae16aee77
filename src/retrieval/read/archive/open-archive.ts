import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile, type ReadLimits } from '../reading.ts'
import { entryName, isUnsafeName } from './entry-name.ts'

/** Bytes unpacked so far, shared by an archive and the archives inside it. */
export interface Unpacked {
  bytes: number
}

export interface Archive {
  /** Names of the files in it, in its own order; folders and unsafe names left out. */
  names: readonly string[]
  /** Names that point out of the archive. They are never read. */
  unsafeNames: readonly string[]
  has(name: string): boolean
  /** Throws where unpacking everything would break a bound; for libraries that unpack by themselves. */
  refuseBombs(): void
  /** Unpacks one file. Throws `UnreadableFile` for a bomb, a password, damage or a name that is not there. */
  read(name: string): Promise<Uint8Array>
}

/** Bytes: an entry up to this size may have any ratio; white space in small files packs very well. */
const alwaysAllowed = 4 * 1024 * 1024

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

const damaged = () => new UnreadableFile('damaged', phrase('reading.damaged'))

async function listEntries(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= limits.entries)
      throw new UnreadableFile('bomb', phrase('reading.too-many', { most: String(limits.entries) }))
    entries.set(entryName(entry), entry)
  }
  return entries
}

function refuseBomb(entry: Entry, limits: ReadLimits, unpacked: Unpacked): void {
  const { compressedSize, uncompressedSize } = entry
  if (unpacked.bytes + uncompressedSize > limits.unpackedBytes)
    throw new UnreadableFile('bomb', phrase('reading.unpacks', { most: megabytes(limits.unpackedBytes) }))
  if (uncompressedSize > alwaysAllowed && uncompressedSize > compressedSize * limits.ratio)
    throw new UnreadableFile('bomb', phrase('reading.grows', { most: String(limits.ratio) }))
}

/** yauzl ends the stream with an error once an entry yields more than it declares, so the declared size is the bound. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry))
      if (chunk instanceof Uint8Array) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch {
    throw damaged()
  }
}

/** Opens a ZIP container (an archive, an office file, an OFD) without unpacking it; sizes and ratios are checked before each part is. */
export async function openArchive(
  bytes: Uint8Array,
  limits: ReadLimits,
  unpacked: Unpacked = { bytes: 0 },
): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { decodeStrings: false }).catch(() => {
    throw damaged()
  })
  const all = await listEntries(zip, limits).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : damaged()
  })
  const files = [...all].filter(([name]) => !name.endsWith('/'))
  const safe = new Map(files.filter(([name]) => !isUnsafeName(name)))
  return {
    names: [...safe.keys()],
    unsafeNames: files.map(([name]) => name).filter(isUnsafeName),
    has: (name) => safe.has(name),
    refuseBombs() {
      const all = { bytes: unpacked.bytes }
      for (const [, entry] of files) {
        refuseBomb(entry, limits, all)
        all.bytes += entry.uncompressedSize
      }
    },
    async read(name) {
      const entry = safe.get(name)
      if (entry === undefined) throw new UnreadableFile('damaged', phrase('reading.part-missing', { part: name }))
      if (entry.isEncrypted()) throw new UnreadableFile('password', phrase('reading.password'))
      refuseBomb(entry, limits, unpacked)
      unpacked.bytes += entry.uncompressedSize
      return unpack(zip, entry)
    },
  }
}
