import { phrase, type Phrase } from '../../core/phrase.ts'
import type { Reason } from './reasons.ts'

const percent = (value: number): string => String(Math.round(value * 100))

/** Why two demands are or are not taken for one, in words for whoever decides. */
export function tellReason(reason: Reason): Phrase {
  const id = (name: string) => `duplicate.${name}.${reason.speaks}`
  switch (reason.kind) {
    case 'person':
      return phrase('duplicate.person.for')
    case 'place':
      return reason.metres === null
        ? phrase(id('place'), { percent: percent(reason.likeness) })
        : phrase(id('distance'), { metres: String(reason.metres) })
    case 'time':
      return phrase(id('time'), { hours: String(reason.hours) })
    case 'words':
    case 'meaning':
      return phrase(id(reason.kind), { percent: percent(reason.likeness) })
    case 'building':
    case 'subject':
      return phrase(id(reason.kind))
    case 'region':
      return phrase('duplicate.region.against')
    case 'said-again':
      return phrase('duplicate.said-again.for')
    case 'said-another':
      return phrase('duplicate.said-another.against')
    case 'said-opposite':
      return phrase('duplicate.said-opposite.against')
  }
}
