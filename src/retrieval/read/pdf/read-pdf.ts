import { phrase } from '../../../core/phrase.ts'
import { hideRuns } from '../layout/hide-runs.ts'
import { toMatrix, identity } from '../layout/matrix.ts'
import type { Page } from '../layout/page.ts'
import { readPages } from '../layout/read-pages.ts'
import { UnreadableFile, type Reader, type Warning } from '../reading.ts'
import { drawPage, type Drawing, type Drawn } from './draw-page.ts'
import { garbledShare } from './glyph-text.ts'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { readDrawing } from './read-drawing.ts'
import { refuseBombs } from './refuse-bombs.ts'

/** The quarter turn (degrees) that most letters of a page need to stand upright. */
function turnOf(directions: Drawn['directions']): number {
  const quarters = new Map<number, number>()
  for (const [degrees, letters] of directions) {
    const quarter = (Math.round(degrees / 90) * 90 + 360) % 360
    if (Math.abs(degrees - Math.round(degrees / 90) * 90) <= 5)
      quarters.set(quarter, (quarters.get(quarter) ?? 0) + letters)
  }
  const [most] = [...quarters].sort((a, b) => b[1] - a[1])
  return most === undefined ? 0 : (360 - most[0]) % 360
}

async function readPage({ pdf, ops }: OpenPdf, number: number, shows: Drawing['shows']): Promise<Page> {
  const page = await pdf.getPage(number)
  const drawing = await readDrawing(page, ops, shows)
  const draw = (rotation: number) => {
    const view = page.getViewport({ scale: 1, rotation })
    return { view, drawn: drawPage(drawing, ops, toMatrix(view.transform) ?? identity) }
  }
  const upright = draw(page.rotate)
  const turn = turnOf(upright.drawn.directions)
  const { view, drawn } = turn === 0 ? upright : draw((page.rotate + turn) % 360)
  page.cleanup()
  return {
    number,
    width: view.width,
    height: view.height,
    runs: hideRuns(drawn.inks, drawn.shades, view),
    rules: drawn.rules,
    drawn: drawn.drawn,
  }
}

const textOf = (page: Page) => page.runs.map(({ text }) => text).join('')
/** More characters than this outside Chinese and Latin scripts: the fonts lack their character map. */
const mostGarbled = 0.35
const unreadable = (page: Page) =>
  (page.runs.length === 0 && page.drawn) || (page.runs.length > 0 && garbledShare(textOf(page)) > mostGarbled)

/** "2, 4-7" */
function listNumbers(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}

function warnings(pages: readonly Page[], lost: readonly number[], whole: boolean): Warning[] {
  const found: Warning[] = []
  const images = pages.filter(unreadable).map(({ number }) => number)
  if (images.length > 0) {
    const pages = { pages: listNumbers(images) }
    const [message, where] = [phrase('reading.no-text-on-page', pages), phrase('reading.where.page', pages)]
    found.push({ kind: 'page-without-text', message, where })
  }
  if (lost.length > 0) {
    const pages = { pages: listNumbers(lost) }
    const [message, where] = [phrase('reading.page-lost', pages), phrase('reading.where.page', pages)]
    found.push({ kind: 'incomplete', message, where })
  } else if (!whole) found.push({ kind: 'incomplete', message: phrase('reading.no-end'), where: null })
  return found
}

const endMark = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF')

/** Reads a PDF from the text and lines drawn on its pages. One that is only images is an UnreadableFile. */
export const readPdf: Reader = async (file, limits) => {
  await refuseBombs(file, limits)
  const open = await openPdf(file)
  const { pdf } = open
  try {
    if (pdf.numPages > limits.parts)
      throw new UnreadableFile(
        'too-large',
        phrase('reading.pages', { count: String(pdf.numPages), most: String(limits.parts) }),
      )
    const layers = await pdf.getOptionalContentConfig({ intent: 'display' })
    const [pages, lost]: [Page[], number[]] = [[], []]
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(open, number, (layer) => layers.isVisible(layer)).catch(() => null)
      if (page === null) lost.push(number)
      else pages.push(page)
    }
    const readable = pages.filter((page) => !unreadable(page))
    const reading = readPages(readable)
    if (reading.blocks.length === 0) throw withoutText(pages, lost)
    return { ...reading, metadata: {}, warnings: warnings(pages, lost, endMark(file.bytes)) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function withoutText(pages: readonly Page[], lost: readonly number[]): UnreadableFile {
  if (pages.some(unreadable)) return new UnreadableFile('image-only', phrase('reading.image-only'))
  if (lost.length > 0) return new UnreadableFile('damaged', phrase('reading.damaged'))
  return new UnreadableFile('empty', phrase('reading.empty'))
}
