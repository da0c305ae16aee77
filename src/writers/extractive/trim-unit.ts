import type { Unit } from '../../core/passage.ts'

/** Cuts a text after sentence ends and line ends; the pieces joined give the text again. */
const pieces = (text: string): string[] =>
  text.split(/(?<=[。！？；!?;\n])(?![”’"）)\n])|(?<=\.)(?=\s+[A-Z])/u).filter((piece) => piece !== '')

const bare = (text: string) => text.replaceAll(/\s/gu, '')

/** How well a piece fits: the best cosine of the unit's sentences that lie in it or around it. */
function fitOf(piece: string, unit: Unit): number {
  const own = bare(piece)
  const fits = unit.sentences
    .filter(({ text }) => own.includes(bare(text)) || bare(text).includes(own))
    .map(({ score }) => score)
  return Math.max(-1, ...fits)
}

/**
 * Shortens a text to the stretch of whole sentences around the one that fits best, at most about `characters` long. The stretch is
 * unbroken, so that it stands in the document as shown.
 */
export function trimText(text: string, unit: Unit, characters: number): string {
  if (text.length <= characters) return text
  const all = pieces(text)
  const fits = all.map((piece) => fitOf(piece, unit))
  let start = fits.indexOf(Math.max(...fits))
  let end = start + 1
  let length = all[start]?.length ?? 0
  for (;;) {
    const [before, after] = [all[start - 1], all[end]]
    const fitsBefore = before !== undefined && length + before.length <= characters
    const fitsAfter = after !== undefined && length + after.length <= characters
    if (!fitsBefore && !fitsAfter) break
    const goBack = fitsBefore && (!fitsAfter || (fits[start - 1] ?? -1) > (fits[end] ?? -1))
    if (goBack) start -= 1
    else end += 1
    length += (goBack ? before : after)?.length ?? 0
  }
  return all.slice(start, end).join('').trim()
}
