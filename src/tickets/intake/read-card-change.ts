import type { Language } from '../../core/language.ts'
import { phrase, type Speak } from '../../core/phrase.ts'
import type { DraftField } from '../../core/reply.ts'

/** The parts of a draft that can be corrected on its card. */
export const editableFields = ['kind', 'subject', 'description', 'where', 'when', 'wish', 'contact'] as const
export type EditableField = Extract<DraftField, (typeof editableFields)[number]>

/** What a card was changed to, part by part; '' leaves a part out. */
export type CardChange = ReadonlyMap<EditableField, string>

const languages: readonly Language[] = ['zh', 'en']
/** Stands for the value where a wording is split at it; no wording has it. */
const cut = '\u0000'

/**
 * Reads what a card sends when its parts were corrected in place: lines of the phrases `draft.change.<field>`, one a part, exactly as they
 * are worded in either language. A line that begins with none of them goes on with the one before. Null for every other message.
 */
export function createReadCardChange(speak: Speak): (text: string) => CardChange | null {
  const openings = languages.flatMap((language) =>
    editableFields.map((field) => {
      const [opening = '', closing = ''] = speak(phrase(`draft.change.${field}`, { value: cut }), language).split(cut)
      return { field, opening: opening.trimEnd(), closing }
    }),
  )
  return (text) => {
    const change = new Map<EditableField, string>()
    let last: EditableField | null = null
    for (const line of text.trim().split('\n')) {
      const found = openings.find(({ opening }) => opening !== '' && line.trimStart().startsWith(opening))
      if (found !== undefined) {
        const value = line.trimStart().slice(found.opening.length)
        last = found.field
        change.set(
          last,
          (value.endsWith(found.closing) ? value.slice(0, value.length - found.closing.length) : value).trim(),
        )
      } else if (last === null) return null
      else change.set(last, `${change.get(last) ?? ''}\n${line}`.trim())
    }
    return change.size === 0 ? null : change
  }
}
