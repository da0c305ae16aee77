import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  /** As bytes where the name is not UTF-8. */
  name: string | Uint8Array
  bytes: Uint8Array | string
  encrypted?: boolean
}

const bytesOf = (value: Uint8Array | string) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from(value))

function headerOf(part: ZipPart, packed: Uint8Array, plain: Uint8Array, central: boolean): Buffer {
  const name = bytesOf(part.name)
  const header = Buffer.alloc(central ? 46 : 30)
  const shift = central ? 2 : 0
  header.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
  header.writeUInt16LE(20, 4 + shift)
  header.writeUInt16LE((part.encrypted === true ? 1 : 0) | (typeof part.name === 'string' ? 0x800 : 0), 6 + shift)
  header.writeUInt16LE(8, 8 + shift)
  header.writeUInt32LE(crc32(plain), 14 + shift)
  header.writeUInt32LE(packed.length, 18 + shift)
  header.writeUInt32LE(plain.length, 22 + shift)
  header.writeUInt16LE(name.length, 26 + shift)
  return header
}

/** A ZIP file of the given parts, deflated. Names are taken as they are, unsafe ones too. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const plain = bytesOf(part.bytes)
    const packed = deflateRawSync(plain)
    const name = bytesOf(part.name)
    const central = headerOf(part, packed, plain, true)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    const local = [headerOf(part, packed, plain, false), name, packed]
    bodies.push(...local)
    offset += local.reduce((sum, piece) => sum + piece.length, 0)
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}
