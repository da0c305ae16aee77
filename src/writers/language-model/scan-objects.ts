/**
 * Takes text as it comes and gives every {…} in it as soon as it is closed, the inner ones before the outer: one a line, in a list, over
 * several lines, in a code fence or among prose.
 */
export function createScanObjects(): (text: string) => readonly string[] {
  let text = ''
  let at = 0
  let starts: number[] = []
  let quoted = false

  /** A line break inside a quotation means that a quotation mark was missed: what stands open is given up. */
  const readQuoted = (character: string) => {
    if (character === '\\') at += 1
    else if (character === '"') quoted = false
    else if (character === '\n') [starts, quoted] = [[], false]
  }

  const readBare = (character: string): string[] => {
    if (character === '{') starts.push(at)
    else if (character === '"') quoted = starts.length > 0
    else if (character === '}') {
      const start = starts.pop()
      return start === undefined ? [] : [text.slice(start, at + 1)]
    }
    return []
  }

  return (more) => {
    text += more
    const closed: string[] = []
    for (; at < text.length; at += 1) {
      const character = text[at] ?? ''
      if (quoted) readQuoted(character)
      else closed.push(...readBare(character))
    }
    return closed
  }
}
