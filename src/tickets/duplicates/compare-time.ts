import type { Occurrence } from '../../core/ticket.ts'
import type { ComparedDemand } from './compared-demand.ts'

const hour = 3_600_000

interface Span {
  from: number
  to: number
}

/** From when until when it was, as far as it is told; something that keeps happening lasts until it was filed. */
function spanOf(when: Occurrence | null, filedAt: Date): Span | null {
  if (when?.from === null || when?.from === undefined) return null
  const end = when.repeats ? filedAt : (when.to ?? when.from)
  return { from: when.from.getTime(), to: Math.max(when.from.getTime(), end.getTime()) }
}

/** Hours between the events as told where both tell it, else between the filings. */
export function hoursBetween(a: ComparedDemand, b: ComparedDemand): number {
  const [one, other] = [spanOf(a.when, a.filedAt), spanOf(b.when, b.filedAt)]
  const filed = Math.abs(a.filedAt.getTime() - b.filedAt.getTime()) / hour
  if (one === null || other === null) return filed
  return Math.max(0, one.from - other.to, other.from - one.to) / hour
}
