/** Pieces shorter than this say too little alone. */
const shortest = 8
/** Up to this length a demand is looked at as a whole only. */
const wholeUpTo = 24
/** Pieces that are looked at, of a very long story. */
const most = 40

const ends = /(?<=[。！？!?；;\n])|(?<=[.])\s+(?=["“(]?[A-Z])/u

/** Sentences, too short ones joined to the next; a sentence that runs on for a whole story is cut at its commas. */
function sentencesOf(text: string): string[] {
  const pieces = text.split(ends).flatMap((piece) => (piece.length <= 60 ? [piece] : piece.split(/(?<=[，,、])/u)))
  const sentences: string[] = []
  let open = ''
  for (const piece of pieces) {
    open += piece
    if (open.trim().length < shortest) continue
    sentences.push(open.trim())
    open = ''
  }
  return open.trim() === '' ? sentences : [...sentences, open.trim()]
}

/**
 * The pieces of a demand that are each compared with examples: its sentences and every two neighbouring ones, since the matter often
 * stands in the middle of a story. Empty for a short demand.
 */
export function splitDemand(text: string): string[] {
  if (text.length <= wholeUpTo) return []
  const sentences = sentencesOf(text).slice(0, most)
  if (sentences.length < 2) return []
  const pairs = sentences.slice(1).map((sentence, at) => `${sentences[at] ?? ''}${sentence}`)
  return sentences.length === 2 ? sentences : [...sentences, ...pairs]
}
