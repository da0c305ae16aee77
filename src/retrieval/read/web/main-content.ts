import { isLayoutTable } from './html-table.ts'
import { furnitureTags, isFileLink, isFurnitureLine, isLinkList, looksLikeFurniture } from './furniture.ts'

const words = (element: Element) => element.textContent.replaceAll(/\s+/gu, '')
const sentence = /[，。；：？！,.;:?!]/u

/** Text that a page is about: in an element of its own, with the signs of sentences or in a table, and no link. */
function weightOf(element: Element): number {
  const own = [...element.childNodes]
    .filter((child) => child.nodeType === 3 || /^(?:span|font|strong|b|em|i|u|sub|sup)$/iu.test(child.nodeName))
    .map((child) => child.textContent ?? '')
    .join('')
    .replaceAll(/\s+/gu, '')
  return own.length > 0 && (sentence.test(own) || /^t[dh]$/iu.test(element.tagName)) ? own.length : 0
}

/** The weight of each element with all that stands in it. */
function weigh(root: Element): Map<Element, number> {
  const weights = new Map<Element, number>()
  const visit = (element: Element): number => {
    const inside = [...element.children].reduce((sum, child) => sum + visit(child), 0)
    const inline = /^(?:a|span|font|strong|b|em|i|u|sub|sup)$/iu.test(element.tagName)
    const weight = inside + (inline ? 0 : weightOf(element))
    weights.set(element, weight)
    return weight
  }
  visit(root)
  return weights
}

/** Share of a page's text that its main part holds. */
const mainShare = 0.85
const isContainer = (element: Element) =>
  /^(?:div|section|article|main|td|body|center|table|tbody|tr|form)$/iu.test(element.tagName)

/** The smallest container with nearly all of the page's text; the body where no part has it. */
export function findMain(body: Element): Element {
  const weights = weigh(body)
  const total = weights.get(body) ?? 0
  let main = body
  for (;;) {
    const next = [...main.children].find(
      (child) => isContainer(child) && (weights.get(child) ?? 0) >= total * mainShare,
    )
    const table = next?.closest('table') ?? null
    if (total === 0 || next === undefined || (table !== null && !isLayoutTable(table))) return main
    main = next
  }
}

/** Takes navigation, sharing, footers, lists of links and the like out of a part of a page. */
export function pruneFurniture(root: Element): void {
  for (const element of root.querySelectorAll(furnitureTags)) if (!keepsText(element)) element.remove()
  for (const element of root.querySelectorAll('div,ul,ol,dl,table,p,section,span,h2,h3,h4,h5,td')) {
    if (!root.contains(element)) continue
    const text = element.textContent.replaceAll(/\s+/gu, ' ').trim()
    const furniture = looksLikeFurniture(element) && !keepsText(element)
    const line = element.children.length < 12 && isFurnitureLine(text) && element.querySelector('table') === null
    if (furniture || line || isLinkList(element)) element.remove()
  }
}

/** Some pages wrap all they say in a form or a header: what holds sentences enough is no furniture. */
const keepsText = (element: Element): boolean => {
  if (/^(?:script|style|noscript|template|iframe|svg|nav|footer|button|select|input|textarea)$/iu.test(element.tagName))
    return false
  const text = words(element)
  return text.length > 400 && (text.match(/[，。；]/gu)?.length ?? 0) > 8
}

/** Names of attached files, in order; each once. */
export function attachmentsOf(root: Element): string[] {
  const names = [...root.querySelectorAll('a')]
    .filter(isFileLink)
    .map((link) => link.textContent.replaceAll(/\s+/gu, ' ').trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
