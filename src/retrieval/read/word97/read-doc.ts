import { phrase } from '../../../core/phrase.ts'
import { flowBlocks } from '../flow/flow-blocks.ts'
import { openOle } from '../ole/open-ole.ts'
import { UnreadableFile, type Quarantined, type Reader, type Reading } from '../reading.ts'
import { readStory } from './doc-flow.ts'
import { readDocLists, type LabelDocParagraph } from './doc-lists.ts'
import { readReferences } from './doc-references.ts'
import { readDocStyles } from './doc-styles.ts'
import { readParagraphs } from './doc-text.ts'
import type { DocTools } from './doc-tools.ts'
import { formField } from './form-field.ts'
import { readPieces } from './pieces.ts'
import { readPropertyPages } from './property-pages.ts'
import { openWordFile, type WordFile } from './word-file.ts'

/** Lists only lend labels; a file whose lists are broken is still worth reading. */
function listsOf(file: WordFile): LabelDocParagraph {
  try {
    return readDocLists(file.tableOnward('lists'), file.tableOnward('listInstances'))
  } catch (error) {
    if (error instanceof RangeError) return () => ''
    throw error
  }
}

function readStreams(file: WordFile): Reading {
  const pieces = readPieces(file.table('pieces'))
  const pages = {
    characters: readPropertyPages(file.main, file.table('characterPages'), 'characters'),
    paragraphs: readPropertyPages(file.main, file.table('paragraphPages'), 'paragraphs'),
  }
  const quarantined: Quarantined[] = []
  let revised = false
  const references = readReferences(file)
  const tools: DocTools = {
    styles: readDocStyles(file.table('styles')),
    label: listsOf(file),
    references,
    formField: (picture) => formField(file.data, picture),
    paragraphsOf: (story) => readParagraphs(file, pieces, pages, story),
    quarantine: (piece) => quarantined.push(piece),
    revised: () => (revised = true),
  }
  const stories = [file.text, ...references.looseBoxes]
  const { title, blocks } = flowBlocks(stories.flatMap((story) => readStory(story, tools)))
  return {
    title,
    metadata: {},
    blocks,
    warnings: revised ? [{ kind: 'revision', message: phrase('reading.revision'), where: null }] : [],
    quarantined,
  }
}

/** Reads a Word 97–2003 document, also as WPS Writer saves it. Headers, footers, comments and deleted text are left out. */
export const readDoc: Reader = async (file) => {
  try {
    return readStreams(openWordFile(openOle(file.bytes)))
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableFile('damaged', phrase('reading.damaged'))
    throw error
  }
}
