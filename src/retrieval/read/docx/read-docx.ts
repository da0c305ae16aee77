import { phrase } from '../../../core/phrase.ts'
import { openArchive, type Archive } from '../archive/open-archive.ts'
import { flowBlocks } from '../flow/flow-blocks.ts'
import type { Flow } from '../flow/flow.ts'
import { UnreadableFile, type Block, type Quarantined, type ReadLimits, type Reader, type Warning } from '../reading.ts'
import { readHtml } from '../web/read-html.ts'
import { readWebArchive } from '../web/read-web-archive.ts'
import { childrenNamed, childAt, parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { readContent, type DocxTools } from './docx-content.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'

const partOf = async (archive: Archive, name: string): Promise<XmlElement | undefined> =>
  archive.has(name) ? parseXml(await archive.read(name)) : undefined

/** The main part may have any name; the package's relations say which it is. */
async function mainPart(archive: Archive): Promise<string> {
  const relations = await partOf(archive, '_rels/.rels')
  const main = childrenNamed(relations, 'Relationship').find(({ attributes }) =>
    /\/officeDocument$/u.test(attributes['Type'] ?? ''),
  )
  const target = main?.attributes['Target']?.replace(/^\//u, '')
  return target !== undefined && archive.has(target) ? target : 'word/document.xml'
}

const plainText = (flow: readonly Flow[]) =>
  flow
    .flatMap((part) => (part.kind === 'paragraph' ? [part.text.trim()] : []))
    .filter((text) => text !== '')
    .join('\n')

/** Notes by their id; separators between text and notes are none. */
function readNotes(kind: 'footnote' | 'endnote', root: XmlElement | undefined, tools: DocxTools): [string, string][] {
  return childrenNamed(root, `w:${kind}`)
    .filter(({ attributes }) => attributes['w:type'] === undefined || attributes['w:type'] === 'normal')
    .map((note) => [`${kind} ${note.attributes['w:id'] ?? ''}`, plainText(readContent(note, tools))])
}

/** Pages in HTML that some programs put into a document whole, for Word to convert when it opens it. */
async function readChunks(
  archive: Archive,
  folder: string,
  body: XmlElement,
  limits: ReadLimits,
): Promise<readonly Block[]> {
  const chunks = childrenNamed(body, 'w:altChunk').map(({ attributes }) => attributes['r:id'])
  if (chunks.length === 0) return []
  const relations = childrenNamed(await partOf(archive, `${folder}_rels/document.xml.rels`), 'Relationship')
  const blocks: Block[] = []
  for (const id of chunks) {
    const target = relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'] ?? ''
    const name = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
    if (!archive.has(name)) continue
    const bytes = await archive.read(name)
    const start = Buffer.from(bytes.subarray(0, 500)).toString('latin1')
    const read = /^MIME-Version:/imu.test(start) ? readWebArchive : /<\w/u.test(start) ? readHtml : null
    if (read !== null) blocks.push(...(await read({ name, bytes }, limits)).blocks)
  }
  return blocks
}

const revisionWarning: Warning = {
  kind: 'revision',
  message: phrase('reading.revision'),
  where: null,
}

/** Reads a Word document (Office Open XML). Headers, footers, comments and deleted text are left out; hidden text is quarantined. */
export const readDocx: Reader = async (file, limits) => {
  const archive = await openArchive(file.bytes, limits)
  const main = await mainPart(archive)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const root = await partOf(archive, main)
  const body = childAt(root, 'w:body')
  if (body === undefined) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const quarantined: Quarantined[] = []
  let revised = false
  const notes = new Map<string, string>()
  const page = childAt(root, 'w:background')?.attributes['w:color']
  const tools: DocxTools = {
    styles: readStyles(await partOf(archive, `${folder}styles.xml`)),
    label: readNumbering(await partOf(archive, `${folder}numbering.xml`)),
    note: (id) => notes.get(id) ?? null,
    quarantine: (piece) => quarantined.push(piece),
    revised: () => (revised = true),
    background: page !== undefined && /^[0-9a-f]{6}$/iu.test(page) ? page : null,
  }
  for (const kind of ['footnote', 'endnote'] as const)
    for (const [id, text] of readNotes(kind, await partOf(archive, `${folder}${kind}s.xml`), tools)) notes.set(id, text)
  const { title, blocks } = flowBlocks(readContent(body, tools))
  const chunks = await readChunks(archive, folder, body, limits)
  return {
    title,
    metadata: {},
    blocks: [...blocks, ...chunks],
    warnings: revised ? [revisionWarning] : [],
    quarantined,
  }
}
