import type { Intake, IntakeMove, Told } from '../../core/intake.ts'
import { phrase, type Speak } from '../../core/phrase.ts'
import type { Attachment } from '../../core/ticket.ts'
import type { Hand } from './hand.ts'
import { coordinates } from './place-by-photo.ts'

/** Takes the files of a message into the draft, and its point where a place was told before. */
export function takeFiles(intake: Intake, { attachments, point }: Told): Intake {
  const { draft } = intake
  const where = draft.where === null || point === null ? draft.where : { ...draft.where, point }
  return { ...intake, draft: { ...draft, where, attachments: [...draft.attachments, ...attachments] } }
}

/** Goes on with a message without words: a point answers where, and whatever was asked is asked again. */
export function takeWordless(hand: Hand, { draft, asked, asking }: Intake, told: Told): IntakeMove {
  const { point } = told
  const region = draft.region ?? told.region
  const placed =
    draft.where === null && point !== null ? { ...draft, where: { said: coordinates(point), region, point } } : draft
  return point !== null && (asking === 'where' || asking === 'spot')
    ? hand.goTo({ draft: placed, asked }, told)
    : hand.askFor({ draft: placed, asked }, asking, told)
}

function kindOf(attachments: readonly Attachment[]): string {
  const kinds = new Set(attachments.map(({ kind }) => kind))
  return kinds.size === 1 ? ([...kinds][0] ?? 'mixed') : 'mixed'
}

/** Says before the next question that files, or a place without words, have arrived. */
export function acknowledge(move: IntakeMove, told: Told, speak: Speak): IntakeMove {
  if (move.kind !== 'ask') return move
  const question = speak(move.phrase, told.language)
  const { attachments } = move.intake.draft
  if (told.attachments.length > 0) {
    const count = String(attachments.length)
    return { ...move, phrase: phrase(`intake.received.${kindOf(told.attachments)}`, { count, question }) }
  }
  const pinned = told.point !== null && told.text.trim() === ''
  return pinned ? { ...move, phrase: phrase('intake.received.place', { question }) } : move
}
