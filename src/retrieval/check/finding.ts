/** Something an editor should look at: in which document, and what. */
export interface Finding {
  kind:
    | 'missing-validity'
    | 'expired'
    | 'superseded'
    | 'upcoming'
    | 'near-duplicate'
    | 'contradiction'
    | 'quarantined'
    | 'warning'
    | 'not-read'
  document: string
  /** The other document, where two are compared. */
  other: string | null
  message: string
}
