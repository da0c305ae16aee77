import { phrase } from '../../../core/phrase.ts'
import { openArchive } from '../archive/open-archive.ts'
import { UnreadableFile, type ReadLimits, type SourceFile } from '../reading.ts'
import { parseXml, type XmlElement } from '../xml/parse-xml.ts'

export interface OfdPart {
  /** Where it lies in the package; paths in it count from its folder. */
  path: string
  root: XmlElement
}

export interface OfdPackage {
  /** The part that `path`, written in the part at `from`, points to; null where there is none. */
  find(path: string, from: string): Promise<OfdPart | null>
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** A path without "." and "..", from the top of the package. */
function normalize(path: string): string {
  const parts: string[] = []
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Opens an OFD package. Paths may begin at the package or at the part they stand in, with or without a slash, in any case of letters. */
export async function openPackage(file: SourceFile, limits: ReadLimits): Promise<OfdPackage> {
  const archive = await openArchive(file.bytes, limits)
  const exact = new Map(archive.names.map((name) => [normalize(name), name]))
  const folded = new Map(archive.names.map((name) => [normalize(name).toLowerCase(), name]))
  const lookUp = (path: string) => exact.get(path) ?? folded.get(path.toLowerCase())
  return {
    async find(path, from) {
      const clean = path.trim()
      if (clean === '') return null
      const near = normalize(folderOf(from) + clean)
      const top = normalize(clean)
      const name = clean.startsWith('/') ? (lookUp(top) ?? lookUp(near)) : (lookUp(near) ?? lookUp(top))
      if (name === undefined) return null
      return { path: normalize(name), root: parseXml(await archive.read(name)) }
    },
  }
}

/** The package's first part. A ZIP without it is no OFD. */
export async function openEntry(ofd: OfdPackage): Promise<OfdPart> {
  const entry = await ofd.find('OFD.xml', '')
  if (entry === null) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  return entry
}
