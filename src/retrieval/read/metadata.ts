import { z } from 'zod'
import { phrase } from '../../core/phrase.ts'
import type { Language } from '../../core/language.ts'
import { parseDay } from './parse-day.ts'
import type { Warning } from './reading.ts'

/** What a document says about itself in a front matter, a sidecar or its index table. Null or empty where it says nothing. */
export interface Metadata {
  title: string | null
  /** The address where it was published. */
  url: string | null
  issuer: string | null
  /** As written: '云汀市/滨江区', '安徽省池州市贵池区'; '' is nationwide, null not said. */
  region: string | null
  language: Language | null
  /** ISO days. */
  published: string | null
  effective: string | null
  /** The last day on which it is in force. */
  expires: string | null
  /** Titles or paths of the documents that it replaces. */
  supersedes: readonly string[]
  topics: readonly string[]
  audience: readonly string[]
  number: string | null
  /** 现行有效, 已废止, 历史版本, 已被修改, 尚未生效 … as written. */
  status: string | null
}

/** The names under which a fact is found: our own key first, then what government sites write in their index tables. */
const keys = {
  title: ['title', '标题', '名称', '文件名称', '信息名称'],
  url: ['source', 'url', '网址', '原文链接', '来源网址'],
  issuer: ['issuer', '发布机构', '发文机关', '发文机构', '发文单位', '制定机关', '制发机关', '发布单位', '公开主体', '信息来源', '来源'],
  region: ['region', '适用地区', '适用区域', '地区'],
  language: ['language', 'lang', '语言', '语种'],
  published: ['published', '发布日期', '公布日期', '成文日期', '制发日期', '发文日期', '发布时间', '公开日期', '生成日期'],
  effective: ['effective', '施行日期', '生效日期', '实施日期'],
  expires: ['expires', '失效日期', '废止日期', '废止时间', '有效期至', '有效期'],
  supersedes: ['supersedes', '替代', '废止文件'],
  topics: ['topics', '主题', '主题分类', '关键词', '主题词'],
  audience: ['audience', '适用对象', '服务对象'],
  number: ['document-number', 'number', 'documentNumber', 'document_number', '文号', '发文字号', '文件编号'],
  status: ['status', '有效性', '时效性', '效力状态', '效力', '状态'],
} as const // prettier-ignore

type Fact = keyof typeof keys
type Raw = Readonly<Record<string, unknown>>

const word = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim()))
const words = z
  .union([z.array(word), word.transform((value) => value.split(/[;；、\n]/u))])
  .transform((list) => list.map((value) => value.trim()).filter((value) => value !== ''))

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== ''
const raw = (metadata: Raw, fact: Fact): unknown => keys[fact].map((name) => metadata[name]).find(isSaid)

/** Words for "without end" that stand where a day could. */
const endless = /^(?:长期|永久|无|不限|-+|—+|none|n\/a)/iu

/** "来源" names an office on one site and gives an address on another. */
const addressOf = (value: unknown): string | null =>
  typeof value === 'string' && /^https?:\/\//iu.test(value.trim()) ? value.trim() : null

const languageOf = (text: string): Language | null =>
  /^(?:zh|中文|汉语|简体|chinese)/iu.test(text) ? 'zh' : /^(?:en|英)/iu.test(text) ? 'en' : null

/** Understands what a document says about itself. Unknown keys are fine; a known key whose value makes no sense counts as not said, with a warning. */
export function parseMetadata(metadata: Raw): { metadata: Metadata; warnings: readonly Warning[] } {
  const warnings: Warning[] = []
  const misunderstood = (fact: Fact, value: unknown) =>
    warnings.push({
      kind: 'metadata',
      message: phrase('reading.fact', { fact, value: JSON.stringify(value) }),
      where: null,
    })
  const one = (fact: Fact): string | null => {
    const value = raw(metadata, fact)
    if (value === undefined) return null
    const read = word.safeParse(value)
    if (!read.success) misunderstood(fact, value)
    return read.data === undefined || read.data === '' ? null : read.data
  }
  const many = (fact: Fact): readonly string[] => {
    const value = raw(metadata, fact)
    const read = words.safeParse(value ?? [])
    if (!read.success) misunderstood(fact, value)
    return read.data ?? []
  }
  const day = (fact: Fact, edge: 'first' | 'last'): string | null => {
    const said = one(fact)
    const read = parseDay(said, edge)
    if (said !== null && read === null && !endless.test(said)) misunderstood(fact, said)
    return read
  }
  const language = one('language')
  if (language !== null && languageOf(language) === null) misunderstood('language', language)
  return {
    metadata: {
      title: one('title'),
      url: one('url') ?? addressOf(metadata['来源']),
      issuer: addressOf(one('issuer')) === null ? one('issuer') : null,
      region: metadata['region'] === '' ? '' : one('region'),
      language: languageOf(language ?? ''),
      published: day('published', 'first'),
      effective: day('effective', 'first'),
      expires: day('expires', 'last'),
      supersedes: many('supersedes'),
      topics: many('topics'),
      audience: many('audience'),
      number: one('number'),
      status: one('status'),
    },
    warnings,
  }
}
