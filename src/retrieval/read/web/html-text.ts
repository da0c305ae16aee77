const cjk = '[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef“”‘’—…]'
const brokenChinese = new RegExp(`(?<=${cjk})[ \\t]*\\r?\\n\\s*(?=${cjk})`, 'gu')

/** White space of the source: a line break between Chinese characters means nothing, any other is a space. */
export const sourceText = (text: string): string =>
  text.replaceAll(brokenChinese, '').replaceAll(/[ \t\r\n\f\u00a0]+/gu, ' ')

const blocks = /^(?:br|p|div|li|tr|ul|ol|dl|dt|dd|h[1-6]|table|section|article)$/iu

/** The text of an element with a line break where a block in it begins or ends. */
export function linesIn(node: Node): string {
  if (node.nodeType === 3) return sourceText(node.textContent ?? '')
  const inside = [...node.childNodes].map(linesIn).join('')
  return blocks.test(node.nodeName) ? `\n${inside}\n` : inside
}

/** The same in one line. */
export const textIn = (element: Element): string =>
  [...element.childNodes].map(linesIn).join('').replaceAll(/\s+/gu, ' ').trim()
