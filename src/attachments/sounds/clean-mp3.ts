import { UnfitFile } from '../unfit-file.ts'

/** Where the first frame begins: eleven ones, then a layer. */
function firstFrame(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0
    if ((next & 0xe0) === 0xe0 && (next & 0x06) !== 0) return at
  }
  throw new UnfitFile('damaged')
}

/** MP3 without the notes before and behind the sound (ID3). */
export function cleanMp3(content: Buffer): Buffer {
  let from = 0
  while (content.toString('latin1', from, from + 3) === 'ID3' && from + 10 <= content.length) {
    const [a = 0, b = 0, c = 0, d = 0] = content.subarray(from + 6, from + 10)
    const footer = ((content[from + 5] ?? 0) & 0x10) === 0 ? 0 : 10
    from += 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + footer
  }
  const tail = content.length - 128
  const to = tail > from && content.toString('latin1', tail, tail + 3) === 'TAG' ? tail : content.length
  return content.subarray(firstFrame(content, from), to)
}
