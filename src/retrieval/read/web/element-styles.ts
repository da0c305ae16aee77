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

/** What a declaration must say for it to hide text, alone or with others; a page's many other rules are passed over. */
const telling: Readonly<Record<string, RegExp>> = {
  display: /./u,
  visibility: /./u,
  opacity: /^0?\.?0/u,
  font: /./u,
  'font-size': /./u,
  color: /./u,
  background: /#|rgb|[a-z]/u,
  'background-color': /./u,
  position: /absolute|fixed/u,
  left: /-\d{3}/u,
  top: /-\d{3}/u,
  'text-indent': /-\d{3}/u,
  clip: /rect/u,
  height: /^0(?:px)?$/u,
  'max-height': /^0(?:px)?$/u,
  overflow: /hidden/u,
}

const tells = ([name, value]: [string, string]) => telling[name]?.test(value) === true

/** Rules in a page beyond this many are left aside; hand-made pages have a few dozen. */
const mostRules = 2_000

function applySheet(document: Document, sheet: string, found: Map<Element, Map<string, string>>): void {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\/|@[^{;]+;/gu, '').matchAll(/([^{}@]+)\{([^{}]*)\}/gu)
  let count = 0
  for (const [, selector = '', body = ''] of rules) {
    const declarations = parseDeclarations(body).filter(tells)
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
