/** Exif data as a telephone writes it: maker, owner, time, how to turn the picture, and where it was taken. */
export interface ExifParts {
  orientation?: number
  latitude?: number
  longitude?: number
}

/** Stands in every sample where a person or a device would be named; nothing that is kept may hold it. */
export const secret = 'Zhang San, +86 138 0000 1111'

interface Entry {
  tag: number
  type: 2 | 3 | 4 | 5
  count: number
  data: Buffer
}

const ascii = (tag: number, text: string): Entry => {
  const data = Buffer.from(`${text}\0`, 'latin1')
  return { tag, type: 2, count: data.length, data }
}
const short = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(4)
  data.writeUInt16BE(value, 0)
  return { tag, type: 3, count: 1, data }
}
const long = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(4)
  data.writeUInt32BE(value, 0)
  return { tag, type: 4, count: 1, data }
}
/** Degrees, minutes and seconds to four decimals, each as a fraction. */
const degrees = (tag: number, value: number): Entry => {
  const all = Math.abs(value)
  const [whole, minutes] = [Math.floor(all), Math.floor((all % 1) * 60)]
  const seconds = Math.round(((all * 60) % 1) * 60 * 10_000)
  const data = Buffer.alloc(24)
  for (const [index, number] of [whole, 1, minutes, 1, seconds, 10_000].entries()) data.writeUInt32BE(number, index * 4)
  return { tag, type: 5, count: 3, data }
}

/** A directory of entries that begins at `at`; what is longer than four bytes stands behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4)
  head.writeUInt16BE(entries.length, 0)
  const behind: Buffer[] = []
  let free = at + head.length
  for (const [index, { tag, type, count, data }] of entries.entries()) {
    const place = 2 + index * 12
    head.writeUInt16BE(tag, place)
    head.writeUInt16BE(type, place + 2)
    head.writeUInt32BE(count, place + 4)
    if (data.length <= 4) data.copy(head, place + 8)
    else {
      head.writeUInt32BE(free, place + 8)
      const even = Buffer.concat([data, Buffer.alloc(data.length % 2)])
      behind.push(even)
      free += even.length
    }
  }
  return Buffer.concat([head, ...behind])
}

/** The TIFF structure that all kinds of pictures carry as their Exif data. */
export function makeExif({ orientation = 1, latitude, longitude }: ExifParts = {}): Buffer {
  const start = Buffer.from('MM\0*\0\0\0\x08', 'latin1')
  const own = [ascii(0x010f, 'Phonemaker'), short(0x0112, orientation), ascii(0x013b, secret)]
  if (latitude === undefined || longitude === undefined) return Buffer.concat([start, directory(own, 8)])
  const entries = (gps: number) => [...own, long(0x8825, gps)]
  const gps = 8 + directory(entries(0), 8).length
  const place = [
    ascii(1, latitude < 0 ? 'S' : 'N'),
    degrees(2, latitude),
    ascii(3, longitude < 0 ? 'W' : 'E'),
    degrees(4, longitude),
  ]
  return Buffer.concat([start, directory(entries(gps), 8), directory(place, gps)])
}

/** XMP data with the owner's name and a place. */
export const xmp = `<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='30,15.0N' exif:GPSLongitude='120,9.0E' dc:creator='${secret}'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>`
