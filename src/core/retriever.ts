import type { Language } from './language.ts'
import type { Passage, Validity } from './passage.ts'
import type { Region } from './region.ts'

export interface RetrievalQuery {
  /** The self-contained question, masked. */
  text: string
  language: Language
  /** Passages of other places are left out before ranking; null where the place is unknown: all places are ranked. */
  region: Region | null
  /** True where the asker names the place: of rules that fit about as well, its own go before those of a wider area. */
  local?: boolean
  /** The day for which a rule has to be in force. */
  at: Date
  /** Most passages to return. */
  limit: number
}

/** How well the best passage fits, on scales that compare across queries. */
export interface Match {
  /** Best lexical score ÷ the most this query could score, 0 … 1. */
  lexical: number
  /** Best cosine of the query with a titled sentence, -1 … 1. */
  semantic: number
}

export interface Retrieval {
  passages: readonly Passage[]
  /** As good a fit, but repealed, not yet in force, or another place's; best first. */
  asides: readonly Passage[]
  match: Match
}

/** Finds the passages for a question in one version of the knowledge. */
export interface Retriever {
  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<Retrieval>
  /** Identifies the knowledge that answers now; it is recorded with every exchange. */
  version(): string
}

/** A document as a reader opens it from a citation. */
export interface DocumentView {
  document: string
  title: string
  issuer: string | null
  region: Region
  validity: Validity
  effective: string | null
  expires: string | null
  url: string | null
  passages: readonly { id: string; section: readonly string[]; text: string }[]
}

/** The documents behind the passages. */
export interface Library {
  document(path: string, at: Date): DocumentView | null
  /** Every region that some document is for, each once. */
  regions(): readonly Region[]
  /** Questions the knowledge is sure to answer, for a start. */
  suggestions(language: Language, region: Region | null): readonly string[]
}
