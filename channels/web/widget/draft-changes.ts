import type { Wire } from '../wire.ts'
import { wordsIn, type Language, type Words } from './words.ts'

export type DraftField = NonNullable<Wire['reply']['draft']>['fields'][number]

/** The parts of a draft that can be corrected on its card, in the order of the card. */
export const editableFields = ['kind', 'subject', 'description', 'where', 'when', 'wish', 'contact'] as const
export type EditableField = (typeof editableFields)[number]

/** The one message that says what was corrected: a line for each part, as the intake reads it. */
export const saveChanges = (changes: ReadonlyMap<EditableField, string>, words: Words): string =>
  [...changes].map(([field, value]) => words(`draft.change.${field}`, { value: value.trim() })).join('\n')

const languages: readonly Language[] = ['zh', 'en']
/** Stands for the value where a wording is split at it. */
const cut = '\u0000'

/** What a message says that was corrected; null where it says something else. It may be in the language spoken before. */
export function readChanges(text: string): ReadonlyMap<EditableField, string> | null {
  const openings = languages.flatMap((language) =>
    editableFields.map((field) => {
      const [opening = ''] = wordsIn(language)(`draft.change.${field}`, { value: cut }).split(cut)
      return { field, opening: opening.trimEnd() }
    }),
  )
  const changes = new Map<EditableField, string>()
  let last: EditableField | null = null
  for (const line of text.split('\n')) {
    const found = openings.find(({ opening }) => line.startsWith(opening))
    if (found !== undefined) {
      last = found.field
      changes.set(last, line.slice(found.opening.length).trim())
    } else if (last === null) return null
    else changes.set(last, `${changes.get(last) ?? ''}\n${line}`)
  }
  return changes
}

export const wishes = ['named', 'confidential', 'anonymous'] as const
export type Wish = (typeof wishes)[number]

/** A contact as the card writes it, taken apart. */
export function readContact(value: string, words: Words): { wish: Wish; data: string } {
  const wish = wishes.find((each) => value.startsWith(words(`draft.contact.${each}`)))
  if (wish === undefined) return { wish: 'named', data: value }
  return { wish, data: value.slice(words(`draft.contact.${wish}`).length).trim() }
}

export const writeContact = (wish: Wish, data: string, words: Words): string =>
  `${words(`draft.contact.${wish}`)} ${wish === 'anonymous' ? '' : data.trim()}`.trim()

/** A time as it was said: the card adds in brackets which days that are. */
export const saidTime = (value: string): string => value.replace(/\s*[（(]\d{4}-\d\d-\d\d[^（()）]*[)）]$/u, '')

/** A place as it was said: the card adds whether a point on the map goes with it. */
export function saidPlace(value: string, words: Words): string {
  const added = ['map', 'photo'].map((by) => words(`draft.where.${by}`, { said: '' }))
  const suffix = added.find((each) => value.endsWith(each))
  return suffix === undefined ? value : value.slice(0, value.length - suffix.length)
}

/** What a reply says besides the rows of its draft. */
export function withoutRows({ text, draft }: Pick<Wire['reply'], 'text' | 'draft'>): string {
  const last = draft?.fields[draft.fields.length - 1]
  const at = last === undefined ? -1 : text.lastIndexOf(last.value)
  return last === undefined || at < 0 ? text : text.slice(at + last.value.length).trim()
}
