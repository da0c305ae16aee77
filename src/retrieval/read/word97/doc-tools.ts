import type { Quarantined } from '../reading.ts'
import type { LabelDocParagraph } from './doc-lists.ts'
import type { DocReferences } from './doc-references.ts'
import type { DocStyles } from './doc-styles.ts'
import type { RawParagraph } from './doc-text.ts'
import type { Story } from './word-file.ts'

/** What is gathered and looked up while the stories of a Word 97–2003 file are read. */
export interface DocTools {
  styles: DocStyles
  label: LabelDocParagraph
  references: DocReferences
  /** The form field of a placeholder as it shows: a box to tick, ticked or not; '' for anything else. */
  formField(picture: number): string
  paragraphsOf(story: Story): readonly RawParagraph[]
  quarantine(piece: Quarantined): void
  revised(): void
}

/** The stories that belong to characters of a paragraph. */
export const storiesAt = ({ runs }: RawParagraph, known: ReadonlyMap<number, Story>): Story[] =>
  runs.flatMap(({ at, text }) => [...text].flatMap((_, index) => known.get(at + index) ?? []))
