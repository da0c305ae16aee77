import type { Language } from '../core/language.ts'
import type { Region } from '../core/region.ts'

/** What is known about a document besides its text: read from its front matter, its own index table, or its place in the folder. */
export interface DocumentFacts {
  /** Relative to the knowledge folder, with forward slashes; entries of an archive stand behind the archive's path. */
  path: string
  title: string
  issuer: string | null
  region: Region
  language: Language
  /** ISO days; null where the document does not say. */
  published: string | null
  effective: string | null
  /** The last day on which it is in force. */
  expires: string | null
  /** Titles or paths of the documents it replaces. */
  supersedes: readonly string[]
  /** The word the document carries about itself: 现行有效, 已废止, 历史版本 … */
  status: string | null
  topics: readonly string[]
  audience: readonly string[]
  number: string | null
  url: string | null
}
