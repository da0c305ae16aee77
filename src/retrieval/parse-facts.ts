import { parseRegion } from '../core/region.ts'
import type { Language } from '../core/language.ts'
import type { Region } from '../core/region.ts'
import type { DocumentFacts } from './document-facts.ts'
import { parseMetadata } from './read/metadata.ts'
import type { Reading } from './read/reading.ts'

const placeName = /^[\u4e00-\u9fff]{1,12}(?:省|市|自治区|自治州|特别行政区|地区|盟|区|县|旗|镇|乡|街道)$/u

/** The place that the folders name (云汀市/滨江区/…), where every name on the way down from the first is a place. */
function regionOfFolder(path: string): Region {
  const folders = path.split('/').slice(0, -1)
  const start = folders.findIndex((name) => placeName.test(name))
  const names = start < 0 ? [] : folders.slice(start)
  const end = names.findIndex((name) => !placeName.test(name))
  return end < 0 ? names : names.slice(0, end)
}

const languageOf = (text: string): Language => {
  const chinese = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0
  const latin = text.match(/[a-z]+/giu)?.length ?? 0
  return latin > chinese ? 'en' : 'zh'
}

const fileName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[a-z0-9]{1,5}$/iu, '')

/** What is known of a document, from its reading and its path. Values that cannot be understood count as not said. */
export function parseFacts(path: string, reading: Reading, text: string): DocumentFacts {
  const { metadata } = parseMetadata(reading.metadata)
  return {
    ...metadata,
    path,
    title: metadata.title ?? reading.title ?? fileName(path),
    region: metadata.region === null ? regionOfFolder(path) : parseRegion(metadata.region),
    language: metadata.language ?? languageOf(text),
  }
}
