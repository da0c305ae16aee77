import type { Told } from '../../core/intake.ts'
import type { TicketDraft, Whereabouts } from '../../core/ticket.ts'
import type { Change } from './read-change.ts'
import { mergeContact, readContactAnswer } from './read-contact.ts'
import { readKindName } from './read-demand.ts'
import type { Facts } from './read-facts.ts'

const building = /(?:第?[一二三四五六七八九十百\d]{1,4}|[A-Za-z])(?:号楼|号院|栋|幢|座|单元|层|楼|室|号|弄|期|区)/gu
const kindOfUnit = (unit: string) => /[^\d一二三四五六七八九十百第A-Za-z]+$/u.exec(unit)?.[0] ?? ''
const english = /\b(building|block|unit|room|flat|gate|exit|number|no\.?|floor)\s?\d+\w?/giu

/** A place with one of its numbers corrected ("五号楼" for "三号楼"); null where the place has no number of that kind. */
function withUnit(place: string, right: string): string | null {
  const units = right.match(building) ?? right.match(english) ?? []
  if (units.length === 0 || units.join('').length < right.replaceAll(/\s/gu, '').length - 2) return null
  const replaced = units.reduce((said, unit) => {
    const old = [...(said.match(building) ?? []), ...(said.match(english) ?? [])].find((one) =>
      /\p{Script=Han}/u.test(unit)
        ? kindOfUnit(one) === kindOfUnit(unit)
        : one.split(/\s/u)[0]?.toLowerCase() === unit.split(/\s/u)[0]?.toLowerCase(),
    )
    return old === undefined ? said : said.replace(old, unit)
  }, place)
  return replaced === place ? null : replaced
}

const swap = (text: string, from: string, to: string) => (from === '' ? text : text.replaceAll(from, to))

function correctPlace(draft: TicketDraft, { from, to }: Change, facts: Facts): Whereabouts {
  const before = draft.where?.said ?? ''
  const said =
    from !== '' && before.includes(from)
      ? before.replaceAll(from, to)
      : (withUnit(before, facts.where?.said ?? to) ?? facts.where?.said ?? to)
  return { said, region: facts.where?.region ?? draft.where?.region ?? draft.region, point: draft.where?.point ?? null }
}

/** Which part a correction is about where it does not name it: by what its right words are. */
function partOf({ field, from, to }: Change, draft: TicketDraft, facts: Facts): NonNullable<Change['field']> {
  if (field !== null) return field
  if (to.length <= 6 && readKindName(to) !== null && readKindName(`${from}是${to}`) !== null) return 'kind'
  if (from !== '' && draft.where?.said.includes(from) === true) return 'where'
  if (from !== '' && draft.wish?.includes(from) === true) return 'wish'
  if (facts.when !== null && facts.where === null) return 'when'
  if (facts.where !== null || to.match(building) !== null || to.match(english) !== null) return 'where'
  if (/〔(?:电话|姓名|邮箱)\d+〕/u.test(to)) return 'contact'
  return 'what'
}

/**
 * The draft after a correction that says what is right; the words that were wrong are replaced wherever they stand. `read` reads the facts of
 * a text. Null where what is right cannot be told.
 */
export function applyChange(
  draft: TicketDraft,
  change: Change,
  told: Told,
  read: (told: Told) => Facts,
): TicketDraft | null {
  const { from, to } = change
  if (to === '') return null
  const facts = read({ ...told, text: to, region: draft.region ?? told.region })
  const described = { ...draft, description: swap(draft.description, from, to), subject: swap(draft.subject, from, to) }
  const part = partOf(change, draft, facts)
  switch (part) {
    case 'when':
      return { ...described, when: facts.when ?? { said: to, from: null, to: null, repeats: false } }
    case 'where':
    case 'spot': {
      const where = correctPlace(draft, change, facts)
      return { ...described, where, region: where.region }
    }
    case 'kind':
      return { ...draft, kind: readKindName(to) ?? draft.kind }
    case 'wish':
      return { ...described, wish: to }
    case 'contact':
    case 'phone': {
      const contact = readContactAnswer(to)
      return contact === null || typeof contact === 'string'
        ? null
        : { ...draft, contact: mergeContact(draft.contact, contact) }
    }
    case 'what':
    case 'confirm':
      if (from === '') return { ...draft, description: to, subject: '' }
      return draft.description.includes(from) || draft.description === ''
        ? described
        : { ...described, description: `${draft.description}\n${told.text}` }
    default:
      return part satisfies never
  }
}
