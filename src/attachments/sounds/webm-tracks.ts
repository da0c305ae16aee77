import { UnfitFile } from '../unfit-file.ts'

const segment = 0x18538067
const tracks = 0x1654ae6b
const track = 0xae
const trackType = 0x83
/** Elements on the way to the tracks; recordings of browsers have them at the beginning. */
const mostElements = 5000

interface Element {
  id: number
  body: number
  end: number
}

/** A number whose first byte tells by its leading zeros how many bytes follow; null where all its bits are ones: not known. */
function readNumber(content: Buffer, at: number, keepMark: boolean): { value: number | null; length: number } {
  const first = content.readUInt8(at)
  const length = Math.clz32(first) - 23
  if (length > 8) throw new UnfitFile('damaged')
  let value = keepMark ? first : first & (0xff >> length)
  let ones = (first & (0xff >> length)) === 0xff >> length
  for (let next = at + 1; next < at + length; next++) {
    const byte = content.readUInt8(next)
    value = value * 256 + byte
    ones &&= byte === 0xff
  }
  return { value: ones && !keepMark ? null : value, length }
}

function* elementsIn(content: Buffer, from: number, to: number): Generator<Element> {
  let count = 0
  for (let at = from; at < to;) {
    if (++count > mostElements) return
    const id = readNumber(content, at, true)
    const size = readNumber(content, at + id.length, false)
    const body = at + id.length + size.length
    const end = size.value === null ? to : Math.min(to, body + size.value)
    yield { id: id.value ?? 0, body, end }
    at = end
  }
}

const find = (content: Buffer, from: number, to: number, id: number): Element | null => {
  for (const element of elementsIn(content, from, to)) if (element.id === id) return element
  return null
}

/** Whether a WebM file has sound and no moving picture. */
export function isSoundOnly(content: Buffer): boolean {
  const whole = find(content, 0, content.length, segment)
  const list = whole === null ? null : find(content, whole.body, whole.end, tracks)
  if (list === null) throw new UnfitFile('damaged')
  const types = [...elementsIn(content, list.body, list.end)]
    .filter(({ id }) => id === track)
    .map(({ body, end }) => find(content, body, end, trackType))
    .map((type) => (type === null ? 0 : content.readUInt8(type.body)))
  return types.length > 0 && types.every((type) => type === 2)
}
