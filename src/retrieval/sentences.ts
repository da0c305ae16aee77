/** Shorter pieces say too little by themselves ("是。", "二、") and join what follows them. */
const shortest = 6

const ends = /(?<=[。！？；!?;\n])(?![。！？；!?;\n”’"）)])|(?<=[.])\s+(?=["“(]?[A-Z])/u

/**
 * The sentences of a text in order: cut after 。！？； and line ends (English: after a stop before a capital). Every piece is
 * trimmed and stands in the text as it is; pieces too short to mean something are joined to the next one.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const piece of text.split(ends)) {
    open += piece
    if (open.trim().length < shortest) continue
    sentences.push(open.trim())
    open = ''
  }
  const rest = open.trim()
  const last = sentences.at(-1)
  if (rest === '') return sentences
  if (last !== undefined && text.includes(last + rest)) return [...sentences.slice(0, -1), last + rest]
  return [...sentences, rest]
}
