import type { DeskCase, DeskOperator } from '../core/desk.ts'
import { relateRegion } from '../core/region.ts'

/** Whether somebody has what a conversation needs: its language, its district, its skill. */
export function isFit({ languages, skills, districts }: DeskOperator, { needs }: Pick<DeskCase, 'needs'>): boolean {
  const { language, region, skill } = needs
  if (languages.length > 0 && !languages.includes(language)) return false
  if (skill !== null && skills.length > 0 && !skills.includes(skill)) return false
  return districts.length === 0 || region === null || districts.some((own) => relateRegion(own, region) === 'applies')
}

const byTurn = (a: DeskCase, b: DeskCase): number =>
  Number(b.urgent) - Number(a.urgent) || a.askedAt.getTime() - b.askedAt.getTime() || (a.number < b.number ? -1 : 1)

/**
 * Those who wait, in the order in which they are to be taken: emergencies first, then who asked first. Whoever was passed on, or lost by an absent
 * operator, waits no second time from the end of the queue.
 */
export const inTurn = (cases: readonly DeskCase[]): readonly DeskCase[] =>
  cases.filter(({ state }) => state === 'waiting').toSorted(byTurn)

/**
 * Those whom an operator may take now, in turn. What is kept for them comes first, what is kept for others not at all; what they had and
 * passed on, or lost, comes after the rest.
 */
export function forOperator(cases: readonly DeskCase[], operator: DeskOperator, now: Date): readonly DeskCase[] {
  const keptFor = ({ reservedFor }: DeskCase) =>
    reservedFor !== null && reservedFor.until > now ? reservedFor.operator : null
  const mine = (one: DeskCase) => keptFor(one) === operator.id
  const rank = (one: DeskCase) => (one.urgent ? 0 : mine(one) ? 1 : one.passedOn.includes(operator.id) ? 3 : 2)
  return inTurn(cases)
    .filter((one) => mine(one) || (keptFor(one) === null && isFit(operator, one)))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** How many are to be taken before a case; null where it does not wait. */
export function placeOf(number: string, cases: readonly DeskCase[]): number | null {
  const at = inTurn(cases).findIndex((one) => one.number === number)
  return at < 0 ? null : at
}
