import type { PDFPageProxy } from 'pdfjs-dist'
import { toMatrix } from '../layout/matrix.ts'
import type { Drawing } from './draw-page.ts'
import type { PdfFont } from './graphics-state.ts'
import type { Operators } from './page-operators.ts'

const heavy = /bold|black|heavy|demi|simhei|heiti|xiaobiaosong|fzxbs|黑体|小标宋|ºÚÌå/iu

function toFont(value: unknown): PdfFont {
  const font = typeof value === 'object' && value !== null ? value : {}
  const read = (key: string): unknown => (font as Record<string, unknown>)[key]
  const name = typeof read('name') === 'string' ? String(read('name')) : ''
  const matrix = toMatrix(read('fontMatrix') as ArrayLike<unknown> | undefined)
  return {
    name,
    bold: read('bold') === true || heavy.test(name),
    vertical: read('vertical') === true,
    unit: matrix?.[0] ?? 0.001,
  }
}

/** A page's operators as pdf.js reads them, with its fonts looked up. Annotations are left out. */
export async function readDrawing(page: PDFPageProxy, ops: Operators, shows: Drawing['shows']): Promise<Drawing> {
  const list = await page.getOperatorList({ annotationMode: 0 })
  const args = list.argsArray as Drawing['args']
  const names = new Set(list.fnArray.map((operator, at) => (operator === ops.setFont ? String(args[at]?.[0]) : '')))
  names.delete('')
  const fonts = new Map<string, PdfFont>()
  for (const name of names) {
    const font = await new Promise<unknown>((found) => void page.commonObjs.get(name, found))
    fonts.set(name, toFont(font))
  }
  return { operators: list.fnArray, args, fonts, shows }
}
