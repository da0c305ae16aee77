/** Where a quote stands in a passage, white space aside: [start, end) in UTF-16 units; null where it does not. */
export function findQuote(text: string, quote: string): readonly [number, number] | null {
  const exact = text.indexOf(quote)
  if (exact >= 0 && quote !== '') return [exact, exact + quote.length]
  const places: number[] = []
  let solid = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (/\s/u.test(sign)) continue
    solid += sign
    places.push(at)
  }
  const wanted = quote.replace(/\s+/gu, '')
  const start = wanted === '' ? -1 : solid.indexOf(wanted)
  const first = places[start]
  const last = places[start + wanted.length - 1]
  return start < 0 || first === undefined || last === undefined ? null : [first, last + 1]
}
