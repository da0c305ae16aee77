import type { Region } from './region.ts'

/** Whether a rule may be given as the rule today. 'unknown' dates count as in force and are reported by the knowledge check. */
export type Validity = 'in-force' | 'upcoming' | 'expired' | 'superseded'

/** A structural unit that can be quoted whole: an article, a paragraph, a list with its lead-in, a table row with its heads. */
export interface Unit {
  kind: 'article' | 'paragraph' | 'list' | 'row' | 'question'
  /** The words as they stand in the document, lines kept. A row reads "label：head：value；…", a question "question\nanswer". */
  text: string
  /** What must be shown with it to be understood (a list's lead-in, a table's caption, the question answered); null where it stands alone. */
  lead: string | null
  /** How well the unit fits the query, on the retriever's scale; comparable inside one retrieval only. */
  score: number
  /** Its sentences, or the whole where it is not cut, each with the cosine of its meaning with the query's. Words may include the lead. */
  sentences: readonly { text: string; score: number }[]
}

/** A stretch of one document (about 400 characters, made of whole units) as found for a query. */
export interface Passage {
  /** Stable while the document's text is unchanged. */
  id: string
  /** Path of the document relative to the knowledge folder. */
  document: string
  title: string
  issuer: string | null
  /** Headings above the passage, outermost first. */
  section: readonly string[]
  text: string
  units: readonly Unit[]
  /** The text of the passages right before and after it in the document, for a language model; '' at the ends. */
  before: string
  after: string
  /** Their ids, so that words of theirs can be cited; null at the ends. */
  beforeId: string | null
  afterId: string | null
  score: number
  validity: Validity
  /** Labelled as amended since, though in force: with no newer text known it is given with that warning. */
  amended: boolean
  effective: string | null
  expires: string | null
  region: Region
  url: string | null
}

/** A quote that the server has resolved: its words stand in the passage. */
export interface Citation {
  passage: string
  document: string
  title: string
  issuer: string | null
  quote: string
  section: readonly string[]
  validity: Validity
  amended: boolean
  effective: string | null
  expires: string | null
  region: Region
  url: string | null
}
