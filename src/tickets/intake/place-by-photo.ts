import type { GeoPoint } from '../../core/message.ts'
import type { TicketDraft } from '../../core/ticket.ts'
import { hasPlace } from './what-matters.ts'

/** A point in figures, for want of words. */
export const coordinates = ({ latitude, longitude }: GeoPoint): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`

/**
 * The place that a photo was taken at counts where the person gave no point: beside what was said of the place and, on reading back, alone
 * where nothing was said of it.
 */
export function placeByPhoto(draft: TicketDraft, readBack: boolean): TicketDraft {
  const point = draft.attachments.find((attachment) => attachment.point !== null)?.point ?? null
  if (point === null || !hasPlace(draft)) return draft
  if (draft.where === null)
    return readBack ? { ...draft, where: { said: coordinates(point), region: draft.region, point } } : draft
  return draft.where.point === null ? { ...draft, where: { ...draft.where, point } } : draft
}
