import type { Quarantined } from '../reading.ts'
import { hiddenReason, type Look } from './hidden-reason.ts'

export interface Run extends Look {
  text: string
  bold: boolean
}

export interface PartedRuns {
  text: string
  bold: boolean
  /** The size of the largest visible text in points. */
  points: number | null
  quarantined: readonly Quarantined[]
}

/** Parts the runs of a paragraph into what a reader sees and what is hidden; hidden runs side by side become one piece. */
export function partRuns(runs: readonly Run[]): PartedRuns {
  const quarantined: Quarantined[] = []
  let text = ''
  let before: Quarantined['reason'] | null = null
  const seen: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const reason: Quarantined['reason'] | null = run.text.trim() === '' ? before : hiddenReason(run)
    if (reason === null) {
      text += run.text
      if (run.text.trim() !== '') seen.push(run)
    } else if (reason === before) {
      const last = quarantined.pop()
      quarantined.push({ text: `${last?.text ?? ''}${run.text}`, reason, where: null })
    } else {
      quarantined.push({ text: run.text, reason, where: null })
    }
    before = reason
  }
  const sizes = seen.flatMap(({ points }) => (points === null ? [] : [points]))
  return {
    text,
    bold: seen.length > 0 && seen.every((run) => run.bold),
    points: sizes.length === 0 ? null : Math.max(...sizes),
    quarantined: quarantined.filter((piece) => piece.text.trim() !== ''),
  }
}
