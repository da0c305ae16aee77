import type { DeskCase, DeskEvent } from '../core/desk.ts'

/** A case as it begins. */
export const openCase = ({ case: asked, at }: Extract<DeskEvent, { kind: 'asked' }>): DeskCase => ({
  ...asked,
  ...{ state: 'waiting', askedAt: at, operator: null, heldSince: null, heldUntil: null },
  ...{ reservedFor: null, callBack: null, outcome: null, passedOn: [] },
})

const freed = { operator: null, heldSince: null, heldUntil: null } as const

const without = (one: DeskCase, operator: string | null): Pick<DeskCase, 'passedOn'> => ({
  passedOn: operator === null || one.passedOn.includes(operator) ? one.passedOn : [...one.passedOn, operator],
})

/** A case after an event. Pure; what is decided is decided before. */
export function applyEvent(one: DeskCase, event: DeskEvent): DeskCase {
  switch (event.kind) {
    case 'asked':
      return openCase(event)
    case 'taken':
      return {
        ...one,
        ...{ state: 'held', operator: event.operator, heldSince: event.at, heldUntil: event.until, reservedFor: null },
      }
    case 'kept':
      return { ...one, heldUntil: event.until }
    case 'passed':
      return {
        ...one,
        ...freed,
        ...without(one, one.operator),
        state: 'waiting',
        needs: event.skill === null ? one.needs : { ...one.needs, skill: event.skill },
        reservedFor: event.to === null || event.until === null ? null : { operator: event.to, until: event.until },
      }
    case 'lapsed':
      return { ...one, ...freed, ...without(one, one.operator), state: 'waiting' }
    case 'call-back-asked':
      return { ...one, state: 'call-back', callBack: event.callBack }
    case 'raised':
      return { ...one, urgent: true }
    case 'ended':
      return { ...one, ...freed, state: 'over', reservedFor: null, outcome: event.outcome }
    default:
      return event satisfies never
  }
}
