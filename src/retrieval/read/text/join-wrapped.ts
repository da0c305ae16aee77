const ends = /[。！？；：.!?;:”’）)】》]$/u
const indented = /^[\u3000 \t]{2,}\S/u
const opensPart =
  /^\s*(?:第[〇零一二三四五六七八九十百千\d]+[编章节条篇]|[（(]?[〇零一二三四五六七八九十百\d]{1,4}[）)、.．]|[①-⑳]|[-–—•●·*]|附件|附表|注[：:]|问[：:]|答[：:])/u

/** Columns that a line takes where it was typed: a Chinese character takes two. */
const width = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)

/** The width at which a text was broken by hand; null where its lines are whole paragraphs. */
function brokenAt(lines: readonly string[]): number | null {
  const widths = lines.filter((line) => line.trim() !== '').map(width)
  const widest = Math.max(0, ...widths)
  if (widths.length < 8 || widest > 110 || widest < 30) return null
  const full = widths.filter((one) => one >= widest * 0.9).length
  return full >= widths.length * 0.4 ? widest : null
}

/** Joins lines that were broken at a fixed width; a text whose lines are paragraphs stays as it is. */
export function joinWrapped(lines: readonly string[]): string[] {
  const limit = brokenAt(lines)
  if (limit === null) return [...lines]
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    const text = line.trim()
    const last = joined.at(-1) ?? ''
    const goesOn = open && text !== '' && !indented.test(line) && !opensPart.test(line)
    if (goesOn)
      joined[joined.length - 1] = /[a-z,]$/iu.test(last) && /^[a-z(]/iu.test(text) ? `${last} ${text}` : last + text
    else joined.push(line)
    open = text !== '' && width(line) >= limit * 0.85 && !(ends.test(text) && width(line) < limit * 0.95)
  }
  return joined
}
