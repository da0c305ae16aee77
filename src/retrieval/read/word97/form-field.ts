const headerSize = 68
const checkBox = 1
const ticked = 1

/** A form field's data ([MS-DOC] 2.9.78) in the data stream as it shows on paper: a box to tick, ticked or not; '' for anything else. */
export function formField(data: Buffer, at: number): string {
  if (at + headerSize + 6 > data.length || data.readUInt16LE(at + 4) !== headerSize) return ''
  if (data.readUInt32LE(at + headerSize) !== 0xffffffff) return ''
  const bits = data.readUInt16LE(at + headerSize + 4)
  if ((bits & 3) !== checkBox) return ''
  return ((bits >> 2) & 0x1f) === ticked ? '☑' : '□'
}
