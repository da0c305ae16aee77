import { phrase } from '../../../core/phrase.ts'
import { hideRuns } from '../layout/hide-runs.ts'
import type { Matrix } from '../layout/matrix.ts'
import type { Page } from '../layout/page.ts'
import { readPages } from '../layout/read-pages.ts'
import { UnreadableFile, type Reader, type ReadLimits, type Warning } from '../reading.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { createOfdDrawing } from './draw-ofd-page.ts'
import { areaOf, childOf, childrenOf, contentOf, type Area } from './ofd-elements.ts'
import { openEntry, openPackage, type OfdPackage, type OfdPart } from './ofd-package.ts'
import { readResources, type OfdResources } from './ofd-resources.ts'

const pointsPerMillimetre = 72 / 25.4
const a4: Area = { x: 0, y: 0, width: 210, height: 297 }

interface OfdDocument {
  part: OfdPart
  resources: OfdResources
  templates: ReadonlyMap<string, XmlElement>
  area: Area
}

async function openDocument(ofd: OfdPackage, part: OfdPart): Promise<OfdDocument> {
  const common = childOf(part.root, 'CommonData')
  const templates = new Map<string, XmlElement>()
  for (const template of childrenOf(common, 'TemplatePage')) {
    const found = await ofd.find(template.attributes['BaseLoc'] ?? '', part.path)
    if (found !== null) templates.set(template.attributes['ID'] ?? '', found.root)
  }
  const area = areaOf(contentOf(childOf(common, 'PageArea', 'PhysicalBox'))) ?? a4
  return { part, resources: await readResources(ofd, part), templates, area }
}

/** Draws a page over its background templates and under its foreground ones. */
function drawPage(document: OfdDocument, root: XmlElement, number: number): Page {
  const area = areaOf(contentOf(childOf(root, 'Area', 'PhysicalBox'))) ?? document.area
  const scale = pointsPerMillimetre
  const matrix: Matrix = [scale, 0, 0, scale, -area.x * scale, -area.y * scale]
  const { drawing, draw } = createOfdDrawing(document.resources)
  const under = (template: XmlElement) => template.attributes['ZOrder'] !== 'Foreground'
  const used = childrenOf(root, 'Template')
  const content = (element: XmlElement | undefined) => childrenOf(element, 'Content')
  const template = (element: XmlElement) => content(document.templates.get(element.attributes['TemplateID'] ?? ''))
  const order = [
    ...used.filter(under).flatMap(template),
    ...content(root),
    ...used.filter((element) => !under(element)).flatMap(template),
  ]
  for (const element of order) draw(element, matrix)
  const size = { width: area.width * scale, height: area.height * scale }
  return {
    number,
    ...size,
    runs: hideRuns(drawing.inks, drawing.shades, size),
    rules: drawing.rules,
    drawn: drawing.drawn,
  }
}

interface Pages {
  pages: Page[]
  warnings: Warning[]
}

async function readDocument(ofd: OfdPackage, part: OfdPart, limits: ReadLimits, read: Pages): Promise<void> {
  const document = await openDocument(ofd, part)
  const listed = childrenOf(childOf(part.root, 'Pages'), 'Page')
  if (read.pages.length + listed.length > limits.parts)
    throw new UnreadableFile(
      'too-large',
      phrase('reading.pages', { count: String(read.pages.length + listed.length), most: String(limits.parts) }),
    )
  for (const { attributes } of listed) {
    const number = read.pages.length + 1
    const page = await ofd.find(attributes['BaseLoc'] ?? '', part.path).catch((error: unknown) => {
      if (error instanceof UnreadableFile && error.reason !== 'damaged') throw error
      return null
    })
    if (page !== null) read.pages.push(drawPage(document, page.root, number))
    else {
      const pages = { pages: String(number) }
      const [message, where] = [phrase('reading.page-lost', pages), phrase('reading.where.page', pages)]
      read.pages.push({ number, width: 0, height: 0, runs: [], rules: [], drawn: false })
      read.warnings.push({ kind: 'incomplete', message, where })
    }
  }
}

/** Reads an OFD (GB/T 33190): its documents, pages and page templates. Annotations, seals and watermarks are left out. */
export const readOfd: Reader = async (file, limits) => {
  const ofd = await openPackage(file, limits)
  const entry = await openEntry(ofd)
  const read: Pages = { pages: [], warnings: [] }
  for (const body of childrenOf(entry.root, 'DocBody')) {
    const document = await ofd.find(contentOf(childOf(body, 'DocRoot')), entry.path)
    if (document !== null) await readDocument(ofd, document, limits, read)
  }
  if (read.pages.length === 0) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const images = read.pages.filter(({ runs, drawn }) => runs.length === 0 && drawn)
  const reading = readPages(read.pages)
  if (reading.blocks.length === 0) throw withoutText(images.length > 0)
  const unread = images.map(({ number }): Warning => {
    const pages = { pages: String(number) }
    const message = phrase('reading.no-text-on-page', pages)
    return { kind: 'page-without-text', message, where: phrase('reading.where.page', pages) }
  })
  return { ...reading, metadata: {}, warnings: [...unread, ...read.warnings] }
}

const withoutText = (images: boolean) =>
  images
    ? new UnreadableFile('image-only', phrase('reading.image-only'))
    : new UnreadableFile('empty', phrase('reading.empty'))
