import type { Language } from '../../src/core/language.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import { list, type Fields, type List } from './document.ts'

/** What a demand may tell besides what the specification has fields for. Nothing of it is required. */
export const attributeCodes = ['kind', 'occurred', 'wish', 'contact_wish'] as const
export type AttributeCode = (typeof attributeCodes)[number]

export const kindKeys = ['request', 'complaint', 'report', 'suggestion', 'consultation', 'praise'] as const
export const contactKeys = ['named', 'confidential', 'anonymous'] as const

const datatypes = {
  kind: 'singlevaluelist',
  occurred: 'datetime',
  wish: 'text',
  contact_wish: 'singlevaluelist',
} as const
const valuesOf: Readonly<Record<AttributeCode, readonly { key: string; label: string }[]>> = {
  kind: kindKeys.map((key) => ({ key, label: `draft.kind.${key}` })),
  occurred: [],
  wish: [],
  contact_wish: contactKeys.map((key) => ({ key, label: `draft.contact.${key}` })),
}

/** The attributes of a service, as its definition lists them. */
export function showAttributes(speak: Speak, language: Language): List {
  const words = (id: string) => speak(phrase(id), language)
  const show = (code: AttributeCode, index: number): Fields => {
    const values = valuesOf[code].map(({ key, label }) => ({ key, name: words(label) }))
    return {
      variable: true,
      code,
      datatype: datatypes[code],
      required: false,
      datatype_description: code === 'occurred' ? words('open311.attribute.moment') : null,
      order: index + 1,
      description: words(`open311.attribute.${code}`),
      ...(values.length === 0 ? {} : { values: list('value', values) }),
    }
  }
  return list('attribute', attributeCodes.map(show))
}
