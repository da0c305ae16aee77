import type { Intake, Told } from '../../core/intake.ts'
import type { TicketDraft } from '../../core/ticket.ts'
import { mergeContact, readContactAnswer } from './read-contact.ts'
import { readKind, readKindName } from './read-demand.ts'
import type { Facts } from './read-facts.ts'
import { readWantedAnswer } from './read-wanted.ts'
import { subjectLine } from './subject-line.ts'

/** What an answer made of the draft. `again`: it did not say what was asked; `follow`: asked next because of it. */
export interface Taken {
  draft: TicketDraft
  exact: boolean
  again: boolean
  follow: 'phone' | null
}

/** Adds what a message tells besides, where nothing was known yet. */
export function addFacts(draft: TicketDraft, facts: Facts, told: Told): TicketDraft {
  const where = draft.where ?? facts.where
  return {
    ...draft,
    where,
    region: where?.region ?? draft.region ?? told.region,
    when: draft.when ?? facts.when,
    wish: draft.wish ?? facts.wish,
    contact: facts.contact === null ? draft.contact : mergeContact(draft.contact, facts.contact),
    attachments: [...draft.attachments, ...told.attachments],
  }
}

/** More than this many characters besides place and time tell more of what happened. */
const tellsMore = 8
const answered =
  /^(?:在|就在|是|就是|地点是|地址是|位置是|时间是|大概|大约|应该是|(?:it is|it's|at|in|on|near|from|outside|around)\b)\s*/iu
const plainAnswer = (text: string) => text.trim().replace(/[。.！!，,]+$/u, '')

function withDescription(draft: TicketDraft, text: string): TicketDraft {
  const description = draft.description === '' ? text : `${draft.description}\n${text}`
  return { ...draft, description, subject: draft.subject === '' ? subjectLine(description) : draft.subject }
}

/** What happened, as told; what kind of demand it is shows now where it did not before. */
function describe(draft: TicketDraft, told: Told, facts: Facts): TicketDraft {
  const kind = facts.kind ?? (draft.kind === 'consultation' ? readKind(told.text, told.kinds) : draft.kind)
  const subject = draft.subject === '' ? (facts.subject ?? '') : draft.subject
  return addFacts(withDescription({ ...draft, kind, subject }, told.text.trim()), facts, told)
}

type Take = (intake: Intake, told: Told, facts: Facts) => Taken

const done = (draft: TicketDraft, exact: boolean, more: Partial<Taken> = {}): Taken => ({
  draft,
  exact,
  again: false,
  follow: null,
  ...more,
})

/** An answer to "where" counts whole, in the person's words: a landmark is often only described. */
const longestPlace = 80
const fillers =
  /^(?:呃|嗯|那个|这个|啊|哦|喂|就是|就|是|在|应该|大概|地点|地址|位置|[是:：，,\s])+|(?:呃|嗯|啊|呢|吧|的)+$/gu

/** Left at the front where a time was taken out. */
const leading = /^[\s，,、。.;；的]+/u

function placeSaid(text: string, facts: Facts): string {
  const whole = plainAnswer(text).replace(leading, '').replace(answered, '').replaceAll(fillers, '')
  return whole.length <= longestPlace && whole !== '' ? whole : (facts.where?.said ?? whole.slice(0, longestPlace))
}

const takePlace: Take = ({ draft, asking }, told, facts) => {
  const more =
    facts.where === null && facts.rest.length > longestPlace ? withDescription(draft, told.text.trim()) : draft
  if (facts.where === null && facts.when !== null && facts.rest.length < 4)
    return done(addFacts(draft, facts, told), false, { again: true })
  const said = placeSaid(facts.timeless, facts)
  const before = asking === 'spot' ? (draft.where?.said ?? '') : ''
  const whole =
    before === '' || said.includes(before) ? said : `${before}${/[A-Za-z]$/u.test(before) ? ', ' : ''}${said}`
  const where = {
    said: whole,
    region: facts.region ?? draft.where?.region ?? told.region,
    point: told.point ?? draft.where?.point ?? null,
  }
  const placed = { ...more, where, region: where.region }
  return done(addFacts(placed, { ...facts, where: null }, told), true)
}

const takeTime: Take = ({ draft }, told, facts) => {
  if (facts.when === null && facts.where !== null && facts.exact)
    return done(addFacts({ ...draft, where: facts.where }, facts, told), true, { again: true })
  const when = facts.when ?? { said: plainAnswer(told.text), from: null, to: null, repeats: false }
  const more = facts.rest.length >= tellsMore ? withDescription(draft, told.text.trim()) : draft
  return done(addFacts({ ...more, when }, facts, told), facts.exact)
}

const takeContact: Take = ({ draft, asking }, told, facts) => {
  const contact = readContactAnswer(told.text)
  if (contact === null) {
    // What is told instead is kept, and how to reach the person asked for once more.
    const more = facts.wish === null && facts.rest.length >= tellsMore
    return done(addFacts(more ? withDescription(draft, told.text.trim()) : draft, facts, told), false, { again: true })
  }
  // Whoever declines stays reachable in this conversation and by the ticket's number.
  if (contact === 'declined') return done(draft, false)
  if (contact === 'willing') return done(draft, false, { follow: 'phone' })
  const merged =
    asking === 'phone' && draft.contact !== null && contact.wish === 'anonymous'
      ? draft.contact
      : mergeContact(draft.contact, contact)
  const reachable = merged.phone !== null || merged.email !== null || merged.wish === 'anonymous'
  return done(addFacts({ ...draft, contact: merged }, { ...facts, contact: null }, told), false, {
    follow: reachable || asking === 'phone' ? null : 'phone',
  })
}

/** The message is a time, or how to reach somebody, and nothing besides. */
const tellsOnlyElse = ({ when, contact, rest }: Facts): boolean =>
  (when !== null ||
    (contact !== null &&
      (contact.wish === 'anonymous' || (contact.phone ?? contact.email ?? contact.name) !== null))) &&
  rest.length <= 1

/** Takes a message as the answer to what was asked, and with it what else it tells. */
export const takeAnswer: Take = (intake, told, facts) => {
  const { draft, asking } = intake
  switch (asking) {
    case 'what':
      return done(describe(draft, told, facts), facts.exact)
    case 'where':
    case 'spot':
      return takePlace(intake, told, facts)
    case 'when':
      return takeTime(intake, told, facts)
    case 'wish':
      // Who answers with a time or a number has not said yet what is to be done.
      if (facts.wish === null && tellsOnlyElse(facts))
        return done({ ...addFacts(draft, facts, told), when: facts.when ?? draft.when }, facts.exact, { again: true })
      return done({ ...addFacts(draft, facts, told), wish: readWantedAnswer(told.text) }, facts.exact)
    case 'contact':
    case 'phone':
      return takeContact(intake, told, facts)
    case 'kind':
      return done({ ...draft, kind: readKindName(told.text) ?? draft.kind }, false)
    case 'confirm':
      // What is told of a time or of oneself has a place of its own: a description goes to bodies that are not to know who told it.
      if (tellsOnlyElse(facts))
        return done({ ...addFacts(draft, facts, told), when: facts.when ?? draft.when }, facts.exact)
      return done(addFacts(withDescription(draft, told.text.trim()), facts, told), facts.exact)
    default:
      return asking satisfies never
  }
}
