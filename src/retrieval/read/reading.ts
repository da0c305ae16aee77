import type { Phrase } from '../../core/phrase.ts'
/**
 * What every reader of a format yields: the structure of one document in reading order, whatever the format was.
 * Merged cells are already filled into the rows and columns they cover; running heads, page numbers, deleted text and
 * the furniture of a portal page are already gone.
 */
export interface Reading {
  /** The title as the document tells it (a front matter key, a title style, the first large line); null where it tells none. */
  title: string | null
  /** Keys and values as written in a front matter or in the document's own index table; not yet validated. */
  metadata: Readonly<Record<string, unknown>>
  blocks: readonly Block[]
  /** What the person who imports the file should know: pages without text, a part that could not be read, an odd encoding. */
  warnings: readonly Warning[]
  /** Text that a human reader would not see, or that speaks to a model. It is shown to the editor and never indexed. */
  quarantined: readonly Quarantined[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; text: string }
  /** A paragraph, or one numbered article (第…条) with the text on its own line; later paragraphs of the article are further blocks. */
  | { kind: 'paragraph'; text: string }
  /** `text` carries its marker as a reader sees it ("（一）", "1.", "•" as "- "); level counts from 0. */
  | { kind: 'list'; items: readonly { text: string; level: number }[] }
  | Table
  /** A question with its answer. From a sheet, `more` holds further columns by their head (依据, 主管部门 …), `heads` the names of its two. */
  | {
      kind: 'question'
      question: string
      answer: string
      more: Readonly<Record<string, string>>
      heads?: { question: string; answer: string }
    }

export interface Table {
  kind: 'table'
  caption: string | null
  /** One head path a column, the levels of a head joined by one space: "收费标准（元） 首次". */
  columns: readonly string[]
  /** How many leading columns name the row (a merged group and the item in it make 2). At least 1. */
  labelColumns: number
  /** Each row has one value for every column; a merged cell's value stands in every row and column it covers. */
  rows: readonly (readonly string[])[]
}

export interface Warning {
  kind:
    | 'incomplete' // cut off or damaged: what could be read is here
    | 'page-without-text' // only an image: needs text recognition
    | 'encoding' // the encoding was guessed
    | 'skipped' // an entry of an archive that was passed over, and why
    | 'revision' // tracked changes: the text is as if all were accepted
    | 'metadata' // a key could not be understood
  /** What to know and what to do about it. */
  message: Phrase
  /** Where in the file: "page 3", "sheet 收费"; null for the whole file. */
  where: Phrase | null
}

export interface Quarantined {
  text: string
  reason: 'white-text' | 'tiny-text' | 'hidden-style' | 'invisible-characters' | 'speaks-to-a-model'
  where: Phrase | null
}

/** One file as handed to a reader. `name` is a path for messages only: the bytes decide the format. */
export interface SourceFile {
  name: string
  bytes: Uint8Array
  /** What stands in `<name>.meta.yaml` beside it: the keys of a front matter, for formats that have none. */
  sidecar?: Uint8Array
  /** Why its bytes are not here: too many to load, or the disk would not give them. */
  problem?: { reason: UnreadableFile['reason']; message: Phrase }
}

/** Upper bounds that keep a hostile file from taking the machine. */
export interface ReadLimits {
  /** Largest file, bytes. */
  fileBytes: number
  /** Largest total size of what an archive or an office file unpacks to, bytes. */
  unpackedBytes: number
  /** Largest ratio of unpacked to packed size of one archive entry. */
  ratio: number
  /** Most entries in an archive. */
  entries: number
  /** Most pages, rows or blocks of one document. */
  parts: number
}

export type Reader = (file: SourceFile, limits: ReadLimits) => Promise<Reading>

/** A file that yields no document. The phrase tells an editor the reason and what to do about it, without a stack trace. */
export class UnreadableFile extends Error {
  constructor(
    readonly reason:
      | 'too-large'
      | 'bomb'
      | 'password'
      | 'damaged'
      | 'image-only'
      | 'empty'
      | 'unknown-format'
      | 'unsafe-path'
      | 'no-access'
      | 'too-slow',
    readonly phrase: Phrase,
  ) {
    super(`${phrase.id} ${JSON.stringify(phrase.values)}`)
    this.name = 'UnreadableFile'
  }
}
