import type { Item, Placed } from './columns.ts'
import type { Grid } from './grid.ts'
import { endsSentence, firstToken, joinLines, widthInEms } from './join-text.ts'
import { toLine, type Line } from './lines.ts'
import { itemKind, opensChapter, opensPart } from './markers.ts'
import { indentOf, isCentred, isLine, isRightSet, type PlacedLine, type TextStyle } from './text-style.ts'

export interface Paragraph {
  kind: 'paragraph'
  text: string
  lines: readonly PlacedLine[]
}

/** Pieces of one line that a gap parted become one line again, with a space between. */
export function rejoinRows(flow: readonly Placed[]): Placed[] {
  const joined: Placed[] = []
  for (const placed of flow) {
    const before = joined.at(-1)
    if (before !== undefined && isLine(before) && isLine(placed) && onOneRow(before, placed))
      joined[joined.length - 1] = {
        item: toLine(placed.item.page, [...before.item.pieces, ...placed.item.pieces]),
        column: placed.column,
      }
    else joined.push(placed)
  }
  return joined
}

const onOneRow = (one: PlacedLine, other: PlacedLine) =>
  one.item.page === other.item.page &&
  one.column.key === other.column.key &&
  Math.abs(one.item.baseline - other.item.baseline) < 0.3 * Math.min(one.item.size, other.item.size)

/** Whether the first word of `next` would have had room on the line before: then that line ended its paragraph. */
function endedShort(before: PlacedLine, next: PlacedLine): boolean {
  const room = before.column.right - before.item.right
  return room > widthInEms(firstToken(next.item.text)) * next.item.size + before.item.size * 0.6
}

/** A dash or a bullet may begin the second line of a heading; a number does not. */
const opensNumbered = (text: string) => opensPart(text) && !['-', '•'].includes(itemKind(text) ?? '')

const inOneColumn = (before: PlacedLine, next: PlacedLine) =>
  before.item.page === next.item.page &&
  before.column.key === next.column.key &&
  next.item.baseline > before.item.baseline

const inlineItem = /\S[（(][零〇一二三四五六七八九十]{1,4}[）)]/u

/**
 * A number at the beginning of a line may belong to the sentence before it: "依照前款 / 第三条规定", "统 / 一、准确、及时", or an item of
 * a list that runs on in its paragraph.
 */
function refersBack(open: readonly PlacedLine[], next: PlacedLine, style: TextStyle): boolean {
  const before = open.at(-1)
  const text = next.item.text
  if (before === undefined || opensChapter(text) || endedShort(before, next) || indentOf(next) > 0.8) return false
  const kind = itemKind(text)
  if (kind === '（一）' && style.indents && open.some(({ item }) => inlineItem.test(item.text))) return true
  if (endsSentence(before.item.text)) return false
  return kind === null
    ? !/^第\S+条[\s　]/u.test(text) || /[、，第至和或及与]$/u.test(before.item.text)
    : kind !== '（一）' || style.indents
}

function sameLook(before: Line, next: Line): boolean {
  const ratio = next.size / before.size
  return ratio > 0.91 && ratio < 1.1
}

/** A heading may go on over several centred lines; anything else that is centred stands alone. */
function breaksCentred(before: PlacedLine, next: PlacedLine, style: TextStyle): boolean | null {
  const [was, is] = [isCentred(before, style), isCentred(next, style)]
  if (!was && !is) return null
  const heads = before.item.size > style.size * 1.08 || (was && is && before.item.bold)
  const near = next.item.baseline - before.item.baseline < before.item.size * 2.2
  return !(heads && near && before.item.bold === next.item.bold && !opensNumbered(next.item.text))
}

function breaksByIndent(first: PlacedLine, before: PlacedLine, next: PlacedLine): boolean {
  if (endedShort(before, next)) return true
  const [start, here, last] = [indentOf(first), indentOf(next), indentOf(before)]
  const hanging = start < here - 0.4 && (before === first || Math.abs(last - here) < 0.4)
  if (hanging && itemKind(first.item.text) !== null) return false
  return endsSentence(before.item.text) || Math.abs(last - here) > 0.4
}

const sectionLine = (line: PlacedLine) => opensChapter(line.item.text) && line.item.text.length <= 40

/** A chapter's line stands alone, unless its own print goes on because the line was full. */
function partsSections(before: PlacedLine, next: PlacedLine, style: TextStyle): boolean {
  if (!sectionLine(before)) return sectionLine(next)
  const own = before.item.bold || before.item.size > style.size * 1.08
  const goesOn = own && before.item.bold === next.item.bold && sameLook(before.item, next.item)
  return sectionLine(next) || !goesOn || endedShort(before, next)
}

/** Whether `next` begins a new paragraph after the lines that are open. */
function breaks(open: readonly PlacedLine[], next: PlacedLine, style: TextStyle): boolean {
  const [first, before] = [open[0], open.at(-1)]
  if (first === undefined || before === undefined || partsSections(before, next, style)) return true
  if (!sameLook(before.item, next.item)) return true
  const centred = breaksCentred(before, next, style)
  if (centred !== null) return centred
  if (isRightSet(next) || isRightSet(before)) return true
  const beside = inOneColumn(before, next)
  const step = (next.item.baseline - before.item.baseline) / next.item.size
  if (beside && step > style.pitch + 0.3) return true
  if (opensPart(next.item.text) && !refersBack(open, next, style)) return true
  if (opensChapter(before.item.text) && before.item.bold !== next.item.bold) return true
  if (indentOf(next) > 0.8) return breaksByIndent(first, before, next)
  if (endedShort(before, next)) return true
  // A new column or page hides the room between paragraphs; where they are not indented, a full stop is all there is to go by.
  return !beside && !style.indents && /[。！？!?.]["'”’」』）)]*$/u.test(before.item.text)
}

/** Joins lines to paragraphs, over columns and pages too. Tables stay where they are. */
export function toParagraphs(flow: readonly Placed[], style: TextStyle): (Paragraph | Grid)[] {
  const found: (Paragraph | Grid)[] = []
  let open: PlacedLine[] = []
  const close = () => {
    if (open.length > 0)
      found.push({ kind: 'paragraph', text: open.map(({ item }) => item.text).reduce(joinLines), lines: open })
    open = []
  }
  for (const placed of flow) {
    if (!isLine(placed)) {
      close()
      found.push(placed.item as Exclude<Item, Line>)
      continue
    }
    const starts = breaks(open, placed, style)
    if (starts) close()
    open.push(placed)
  }
  close()
  return found
}
