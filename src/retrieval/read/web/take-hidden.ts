import { looksSame } from '../flow/hidden-reason.ts'
import type { Quarantined } from '../reading.ts'
import { cssColour } from './css-colour.ts'
import { elementStyles, type Declarations } from './element-styles.ts'

const pixels = (value: string | undefined): number | null => {
  const found = /^(-?[\d.]+)\s*(px|pt|em|rem|%)?$/u.exec(value?.split(/[\s/]/u)[0] ?? '')
  if (found === null) return null
  const scale = { px: 1, pt: 1.33, em: 16, rem: 16, '%': 0.16 }[found[2] ?? 'px'] ?? 1
  return Number(found[1]) * scale
}

/** Pixels: nobody reads text smaller than this. */
const tiniest = 3
/** Pixels: what is moved this far is off every screen. */
const offScreen = -500

function fontSize(styles: Declarations): number | null {
  const inFont = /(?:^|\s)([\d.]+(?:px|pt|em|rem|%))/u.exec(styles.get('font') ?? '')?.[1]
  return pixels(styles.get('font-size') ?? inFont)
}

function hides(styles: Declarations): boolean {
  const moved = styles.get('position') === 'absolute' || styles.get('position') === 'fixed'
  const away = [styles.get('left'), styles.get('top')].some((value) => (pixels(value) ?? 0) < offScreen)
  const flat = [styles.get('height'), styles.get('max-height')].some((value) => pixels(value) === 0)
  return (
    styles.get('display') === 'none' ||
    /^(?:hidden|collapse)$/u.test(styles.get('visibility') ?? '') ||
    Number(styles.get('opacity') ?? '1') < 0.05 ||
    (moved && away) ||
    (moved && /rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]/u.test(styles.get('clip') ?? '')) ||
    (pixels(styles.get('text-indent')) ?? 0) < offScreen ||
    (flat && styles.get('overflow') === 'hidden')
  )
}

interface Surroundings {
  colour: string
  background: string
}

const never = /^(?:script|style|head|template|noscript)$/iu
const sectionOf = (element: Element) => element.textContent.replaceAll(/\s+/gu, ' ').trim()

/**
 * Takes out of a page what its own styles hide from a reader: not displayed, moved away, too small to read, or in the colour of what lies
 * behind it.
 */
export function takeHidden(document: Document): Quarantined[] {
  const stylesOf = elementStyles(document)
  const taken: Quarantined[] = []
  const take = (element: Element, reason: Quarantined['reason']) => {
    const text = sectionOf(element)
    if (text !== '') taken.push({ text, reason, where: null })
    element.remove()
  }
  const visit = (element: Element, around: Surroundings): void => {
    if (never.test(element.tagName)) return
    const styles = stylesOf(element)
    const size = fontSize(styles)
    const behind = cssColour(styles.get('background-color') ?? styles.get('background') ?? '')
    const own = {
      colour: cssColour(styles.get('color') ?? '') ?? around.colour,
      background: behind === null || behind === 'transparent' ? around.background : behind,
    }
    const written = [...element.childNodes].some(
      (child) => child.nodeType === 3 && (child.textContent ?? '').trim() !== '',
    )
    if (element.hasAttribute('hidden') || hides(styles)) take(element, 'hidden-style')
    else if (size !== null && size < tiniest) take(element, 'tiny-text')
    else if (written && (own.colour === 'transparent' || looksSame(own.colour, own.background)))
      take(element, 'white-text')
    else [...element.children].forEach((child) => visit(child, own))
  }
  visit(document.body, { colour: '000000', background: 'FFFFFF' })
  return taken
}
