import { pieceText, type Piece } from './pieces.ts'
import { runAt, type PropertyRun } from './property-pages.ts'
import { lastOperand, readSprms, sprm, type Sprm } from './sprms.ts'
import type { Story, WordFile } from './word-file.ts'

/** Text of one look, with the place of its first character. */
export interface TextRun {
  text: string
  at: number
  sprms: readonly Sprm[]
}

/** A paragraph as stored: its runs and the character that ends it (13, a cell's 7, a page's 12). */
export interface RawParagraph {
  runs: readonly TextRun[]
  mark: string
  /** The properties of its end mark: a deleted one joins it to the next paragraph. */
  markSprms: readonly Sprm[]
  style: number
  sprms: readonly Sprm[]
}

const paragraphEnd = /[\r\u0007\u000c]/u

/** Property lists too long for their page lie in the data stream, behind their size. */
function withHuge(sprms: readonly Sprm[], data: Buffer): readonly Sprm[] {
  return sprms.flatMap((one) => {
    const huge = one.code === sprm.PHugePapx || one.code === sprm.PHugePapxOld || one.code === sprm.PTableProps
    if (!huge) return [one]
    const at = one.operand.readUInt32LE(0)
    return at + 2 > data.length ? [] : readSprms(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)))
  })
}

/** The text of a story in runs of one look. */
function* runsOf(file: WordFile, pieces: readonly Piece[], looks: readonly PropertyRun[], story: Story) {
  for (const piece of pieces) {
    let at = Math.max(piece.from, story.from)
    const end = Math.min(piece.to, story.to)
    while (at < end) {
      const place = piece.offset + (at - piece.from) * piece.width
      const look = looks[runAt(looks, place)]
      const inside = look !== undefined && look.from <= place
      const bound = inside ? look.to : (look?.from ?? Number.POSITIVE_INFINITY)
      const to = Math.min(end, Math.max(at + 1, at + Math.ceil((bound - place) / piece.width)))
      yield {
        text: pieceText(file.main, piece, at, to),
        at,
        sprms: inside ? look.sprms : [],
        place,
        width: piece.width,
      }
      at = to
    }
  }
}

/** Cuts a story into its paragraphs, each with the properties that its end mark carries. */
export function readParagraphs(
  file: WordFile,
  pieces: readonly Piece[],
  pages: { characters: readonly PropertyRun[]; paragraphs: readonly PropertyRun[] },
  story: Story,
): RawParagraph[] {
  const paragraphs: RawParagraph[] = []
  let open: TextRun[] = []
  for (const run of runsOf(file, pieces, pages.characters, story)) {
    let from = 0
    for (let index = 0; index < run.text.length; index += 1) {
      const mark = run.text[index] ?? ''
      if (!paragraphEnd.test(mark)) continue
      if (index > from) open.push({ text: run.text.slice(from, index), at: run.at + from, sprms: run.sprms })
      const place = run.place + index * run.width
      const properties = pages.paragraphs[runAt(pages.paragraphs, place)]
      const own = properties !== undefined && properties.from <= place ? properties : { sprms: [], style: 0 }
      const sprms = withHuge(own.sprms, file.data)
      const style = lastOperand(sprms, sprm.PIstd)?.readUInt16LE(0) ?? own.style
      paragraphs.push({ runs: open, mark, markSprms: run.sprms, style, sprms })
      open = []
      from = index + 1
    }
    if (from < run.text.length) open.push({ text: run.text.slice(from), at: run.at + from, sprms: run.sprms })
  }
  if (open.length > 0) paragraphs.push({ runs: open, mark: '\r', markSprms: [], style: 0, sprms: [] })
  return paragraphs
}
