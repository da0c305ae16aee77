import { z } from 'zod'
import { parseRegion } from '../core/region.ts'
import type { Language } from '../core/language.ts'
import type { Region } from '../core/region.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { Reading } from './read/reading.ts'

/** The names under which a fact is found: our own key first, then what government sites write in their index tables. */
const keys = {
  title: ['title', '标题', '名称', '文件名称', '信息名称'],
  issuer: ['issuer', '发布机构', '发文机关', '发文单位', '制定机关', '发布单位', '公开主体', '信息来源'],
  region: ['region', '适用地区', '适用区域', '地区'],
  language: ['language', 'lang', '语言'],
  published: ['published', '发布日期', '公布日期', '成文日期', '发文日期', '发布时间', '公开日期'],
  effective: ['effective', '施行日期', '生效日期', '实施日期'],
  expires: ['expires', '失效日期', '废止日期', '有效期至'],
  supersedes: ['supersedes', '替代', '废止文件'],
  status: ['status', '有效性', '时效性', '效力状态', '状态'],
  topics: ['topics', '主题', '主题分类'],
  audience: ['audience', '适用对象', '服务对象'],
  number: ['document-number', 'number', '文号', '发文字号'],
  url: ['source', 'url', '网址', '原文链接', '来源'],
} as const

const word = z.union([z.string(), z.number(), z.date()]).transform((value) => {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim()
  return text === '' ? null : text
})
const words = z
  .union([z.array(word), word.transform((value) => (value === null ? [] : value.split(/[;；、\n]/u)))])
  .transform((list) => list.flatMap((value) => (value === null || value.trim() === '' ? [] : [value.trim()])))

type Metadata = Readonly<Record<string, unknown>>
const raw = (metadata: Metadata, names: readonly string[]): unknown =>
  names.map((name) => metadata[name]).find((value) => value !== undefined && value !== null)

const textOf = (metadata: Metadata, names: readonly string[]) => word.safeParse(raw(metadata, names)).data ?? null
const listOf = (metadata: Metadata, names: readonly string[]) => words.safeParse(raw(metadata, names)).data ?? []

/** '2024-1-5', '2024年1月5日', '2024/01/05' or '20240105' as an ISO day; null for anything else. */
export function parseDay(text: string | null): string | null {
  const found = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})(?!\d)/u.exec(text ?? '')
  const [, year, month, day] = found ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}

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
  const { metadata } = reading
  const region = raw(metadata, keys.region)
  const language = textOf(metadata, keys.language)?.toLowerCase() ?? ''
  return {
    path,
    title: textOf(metadata, keys.title) ?? reading.title ?? fileName(path),
    issuer: textOf(metadata, keys.issuer),
    region: region === undefined ? regionOfFolder(path) : parseRegion(word.safeParse(region).data ?? null),
    language: /^(?:zh|中文|chinese|汉语)/u.test(language)
      ? 'zh'
      : /^(?:en|英)/u.test(language)
        ? 'en'
        : languageOf(text),
    published: parseDay(textOf(metadata, keys.published)),
    effective: parseDay(textOf(metadata, keys.effective)),
    expires: parseDay(textOf(metadata, keys.expires)),
    supersedes: listOf(metadata, keys.supersedes),
    status: textOf(metadata, keys.status),
    topics: listOf(metadata, keys.topics),
    audience: listOf(metadata, keys.audience),
    number: textOf(metadata, keys.number),
    url: textOf(metadata, keys.url),
  }
}
