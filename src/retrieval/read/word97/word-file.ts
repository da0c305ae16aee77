import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'
import type { OleStreams } from '../ole/open-ole.ts'

/** Where the tables of a Word file lie in its table stream: the pairs of [MS-DOC] 2.5.6 by their place. */
const tables = {
  styles: 1, footnoteRefs: 2, footnoteTexts: 3, characterPages: 12, paragraphPages: 13, pieces: 33, shapes: 40,
  endnoteRefs: 46, endnoteTexts: 47, boxTexts: 56, lists: 73, listInstances: 74,
} as const // prettier-ignore

/** The stories of a Word file stand one behind the other in one count of characters. */
export interface Story {
  from: number
  to: number
}

export interface WordFile {
  main: Buffer
  /** Large property lists lie in a stream of their own. */
  data: Buffer
  /** The bytes of a table; empty where the file has none. */
  table(name: keyof typeof tables): Buffer
  /** All of the table stream from where a table begins: lists keep their levels behind their own end. */
  tableOnward(name: keyof typeof tables): Buffer
  text: Story
  footnotes: Story
  endnotes: Story
  boxes: Story
}

const signature = 0xa5ec
/** The second byte of what Word 6 and 95 (A5DC) and their East Asian kin (A698 to A69C) begin with. */
const olderSignatures = new Set([0xa5, 0xa6])
const tooOld = () => new UnreadableFile('unknown-format', phrase('reading.old-word'))
/** The first version of the format that this reader knows: Word 97. */
const oldestVersion = 0xc1
const pairsAt = 0x9a

function readStories(main: Buffer): Pick<WordFile, 'text' | 'footnotes' | 'endnotes' | 'boxes'> {
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readInt32LE(at))
  const story = (index: number): Story => {
    const from = lengths.slice(0, index).reduce((sum, length) => sum + length, 0)
    return { from, to: from + (lengths[index] ?? 0) }
  }
  return { text: story(0), footnotes: story(1), endnotes: story(5), boxes: story(6) }
}

/** Opens the streams of a Word 97–2003 file (also of WPS Writer). Throws where it is locked, older or broken. */
export function openWordFile(streams: OleStreams): WordFile {
  const main = streams.get('worddocument')
  if (main !== undefined && olderSignatures.has(main[1] ?? 0) && main[0] !== 0xec) throw tooOld()
  if (main === undefined || main.length < 0x200 || main.readUInt16LE(0) !== signature)
    throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const flags = main.readUInt16LE(0x0a)
  if ((flags & 0x0100) !== 0) throw new UnreadableFile('password', phrase('reading.password'))
  if (main.readUInt16LE(2) < oldestVersion) throw tooOld()
  const stream = streams.get((flags & 0x0200) === 0 ? '0table' : '1table')
  if (stream === undefined) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const pair = (name: keyof typeof tables) => {
    const at = pairsAt + 8 * tables[name]
    return [main.readUInt32LE(at), main.readUInt32LE(at + 4)] as const
  }
  return {
    main,
    data: streams.get('data') ?? Buffer.alloc(0),
    table(name) {
      const [from, size] = pair(name)
      if (from + size > stream.length) throw new UnreadableFile('damaged', phrase('reading.damaged'))
      return stream.subarray(from, from + size)
    },
    tableOnward: (name) => (pair(name)[1] === 0 ? Buffer.alloc(0) : stream.subarray(pair(name)[0])),
    ...readStories(main),
  }
}
