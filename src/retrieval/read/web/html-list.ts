import { listNumber } from '../flow/list-number.ts'
import { linesIn } from './html-text.ts'

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const isList = (element: Node) => /^[uo]l$/iu.test(element.nodeName)

const tidyLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** An item that already begins with a number or bullet of its own gets none from the list. */
const numbersItself =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．)]|[①-⑳]|第.{1,6}[条步])/u

/** The items of an HTML list with their markers, deeper lists after the item they stand in. */
export function htmlListItems(list: Element, level = 0): { text: string; level: number }[] {
  const ordered = /^ol$/iu.test(list.tagName)
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  const format = formats[list.getAttribute('type') ?? ''] ?? 'decimal'
  const items = [...list.children].filter((child) => /^li$/iu.test(child.tagName))
  return items.flatMap((item, index) => {
    const own = tidyLines(
      [...item.childNodes]
        .filter((child) => !isList(child))
        .map(linesIn)
        .join(''),
    )
    const inner = [...item.children].filter(isList).flatMap((child) => htmlListItems(child, level + 1))
    const marker = numbersItself.test(own) ? '' : ordered ? `${listNumber(start + index, format)}. ` : '- '
    return own === '' ? inner : [{ text: `${marker}${own}`, level }, ...inner]
  })
}
