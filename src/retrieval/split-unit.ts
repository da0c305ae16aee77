import { isItem } from './markers.ts'
import { splitSentences } from './sentences.ts'
import type { PlacedUnit } from './units.ts'

/** Characters: a unit up to this length stays whole, a longer one is cut into pieces of at most this where its borders allow. */
const longest = 480

/** Lines of a unit; a line that is itself too long falls into its sentences. */
const pieces = (text: string): { text: string; newLine: boolean }[] =>
  text.split('\n').flatMap((line) => {
    const parts = line.length > longest ? splitSentences(line) : [line]
    return parts.map((part, index) => ({ text: part, newLine: index === 0 }))
  })

/** What later pieces are shown with: the unit's own lead, a question's question, or the line before the first item. */
function leadFor(unit: PlacedUnit): string | null {
  if (unit.lead !== null) return unit.lead
  const lines = unit.text.split('\n')
  if (unit.kind === 'question') return lines[0] ?? null
  const firstItem = lines.findIndex(isItem)
  const lead = firstItem > 0 ? lines[firstItem - 1] : undefined
  return lead !== undefined && lead.length <= 200 ? lead : null
}

/** Cuts a long unit at item and sentence borders only; every piece after the first carries the lead-in it hangs on. */
export function splitUnit(unit: PlacedUnit): PlacedUnit[] {
  if (unit.text.length <= longest) return [unit]
  const parts: string[] = []
  let open = ''
  for (const piece of pieces(unit.text)) {
    const glue = open === '' ? '' : piece.newLine ? '\n' : ''
    if (open !== '' && open.length + piece.text.length > longest) {
      parts.push(open)
      open = piece.text
    } else open += glue + piece.text
  }
  if (open !== '') parts.push(open)
  const lead = leadFor(unit)
  return parts.map((text, index) => ({ ...unit, text, lead: index === 0 || lead === text ? unit.lead : lead }))
}
