import type { Phrase } from '../../core/phrase.ts'

/** Something an editor should look at: in which document, and what. */
export interface Finding {
  kind:
    | 'missing-validity'
    | 'expired'
    | 'superseded'
    | 'amended'
    | 'upcoming'
    | 'near-duplicate'
    | 'contradiction'
    | 'quarantined'
    | 'warning'
    | 'not-read'
  document: string
  /** The other document, where two are compared. */
  other: string | null
  message: Phrase
  /** Where in the document; null for the whole of it. */
  where: Phrase | null
}
