import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { stringify } from 'yaml'
import { toDocumentEntry } from '../retrieval/document-entry.ts'
import type { FileReading } from '../retrieval/knowledge-file.ts'
import { readAll } from '../retrieval/read-all.ts'
import { createReadKnowledgeFile } from '../retrieval/read/read-knowledge-file.ts'
import { tellOperator, type Tell } from '../tell-operator.mjs'
import { buildKnowledgeIndex, folderOf, type KnowledgeSetting } from './knowledge.ts'
import { createTellRemark } from './tell-remark.ts'

const longestDownload = 60_000

/** Fetches a document from an address into a folder; the name comes from the address. */
async function download(address: string, folder: string, tell: Tell): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(longestDownload) }).catch(() => null)
  if (response === null) throw new Error(tell('operator.import.unreachable', { address }))
  if (!response.ok || response.body === null)
    throw new Error(tell('operator.import.refused', { address, status: response.status }))
  const last = decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '')
  const named = basename(last).replaceAll(/[^\p{L}\p{N}._-]/gu, '-') || 'index.html'
  const name = named.includes('.') ? named : `${named}.html`
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(join(folder, name)))
  await writeFile(join(folder, `${name}.meta.yaml`), stringify({ source: address }))
  return name
}

async function bringIn(source: string, folder: string, tell: Tell): Promise<readonly string[]> {
  if (/^https?:\/\//iu.test(source)) return [await download(source, folder, tell)]
  const found = await stat(source).catch(() => null)
  if (found === null) throw new Error(tell('operator.import.missing', { source }))
  const target = join(folder, basename(source))
  await cp(source, target, { recursive: true, dereference: false })
  if (!found.isDirectory()) return [basename(source)]
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** How each file that was brought in reads, in words. */
function describe(file: FileReading, tell: Tell): readonly string[] {
  const remark = createTellRemark(tell)
  if ('failure' in file) return [tell('operator.not-read', { document: file.path, why: remark(file.failure) })]
  const { warnings, quarantined } = file.reading
  return [
    tell('operator.import.read', { document: file.path, title: toDocumentEntry(file).facts.title }),
    ...(quarantined.length === 0 ? [] : [`  ${tell('operator.import.kept-out', { count: quarantined.length })}`]),
    ...warnings.map((warning) => `  ${remark(warning)}`),
  ]
}

/** Copies documents into the knowledge folder (under the region's folder, where one is named), says how they read, and builds. */
export async function importKnowledge(setting: KnowledgeSetting, sources: readonly string[]): Promise<void> {
  const tell = tellOperator(setting.config.language)
  const folder = join(folderOf(setting), setting.options.region ?? '')
  await mkdir(folder, { recursive: true })
  let failed = 0
  const read = createReadKnowledgeFile()
  for (const source of sources) {
    try {
      const brought = await bringIn(source, folder, tell)
      console.log(tell('operator.import.count', { source, count: brought.length }))
      for (const name of brought.filter((path) => !path.endsWith('.meta.yaml')))
        for (const file of await readAll(join(folder, name), read))
          for (const line of describe(file, tell)) console.log(`  ${line}`)
    } catch (error) {
      failed += 1
      console.error(error instanceof Error ? error.message : String(error))
    }
  }
  await buildKnowledgeIndex(setting)
  if (failed > 0) process.exitCode = 1
}
