/** What the page's own style sheets and attributes say about an element, by property in small letters. */
export type Declarations = ReadonlyMap<string, string>

const parseDeclarations = (text: string): [string, string][] =>
  text.split(';').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':')
    if (colon < 0) return []
    const value = part
      .slice(colon + 1)
      .replace(/!important/iu, '')
      .trim()
      .toLowerCase()
    return [[part.slice(0, colon).trim().toLowerCase(), value]]
  })

/** Properties that can hide text; rules about anything else are passed over. */
const telling =
  /^(?:display|visibility|opacity|font|font-size|color|background|background-color|position|left|top|text-indent|clip|height|max-height|overflow)$/u

/** Rules in a page beyond this many are left aside; hand-made pages have a few dozen. */
const mostRules = 2_000

function applySheet(document: Document, sheet: string, found: Map<Element, Map<string, string>>): void {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\/|@[^{;]+;/gu, '').matchAll(/([^{}@]+)\{([^{}]*)\}/gu)
  let count = 0
  for (const [, selector = '', body = ''] of rules) {
    const declarations = parseDeclarations(body).filter(([name]) => telling.test(name))
    if (declarations.length === 0 || /:(?!:?root)/u.test(selector) || (count += 1) > mostRules) continue
    for (const element of select(document, selector.trim())) {
      const own = found.get(element) ?? new Map<string, string>()
      for (const [name, value] of declarations) own.set(name, value)
      found.set(element, own)
    }
  }
}

function select(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch {
    return []
  }
}

const attributes = (element: Element): [string, string][] => {
  const colour = element.getAttribute('color')
  const background = element.getAttribute('bgcolor')
  return [
    ...(colour === null ? [] : [['color', colour.toLowerCase()] as [string, string]]),
    ...(background === null ? [] : [['background-color', background.toLowerCase()] as [string, string]]),
  ]
}

/** Looks up the styles of a page's elements: attributes first, then its style sheets in order, then the style attribute. */
export function elementStyles(document: Document): (element: Element) => Declarations {
  const found = new Map<Element, Map<string, string>>()
  for (const sheet of document.querySelectorAll('style')) applySheet(document, sheet.textContent, found)
  return (element) =>
    new Map([
      ...attributes(element),
      ...(found.get(element) ?? []),
      ...parseDeclarations(element.getAttribute('style') ?? ''),
    ])
}
