import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { stringify } from 'yaml'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { formatRegion } from '../core/region.ts'
import { buildKnowledge, timeZone } from '../open-knowledge.ts'
import { checkKnowledge } from '../retrieval/check/check-knowledge.ts'
import type { Finding } from '../retrieval/check/finding.ts'
import { toDocumentEntry } from '../retrieval/document-entry.ts'
import type { FileReading } from '../retrieval/knowledge-file.ts'
import { readAll } from '../retrieval/read-all.ts'
import { createReadKnowledgeFile } from '../retrieval/read/read-knowledge-file.ts'
import { renderText } from '../retrieval/read/render-text.ts'
import { createValidity } from '../retrieval/validity.ts'
import { showProgress } from './with-brain.ts'

export interface KnowledgeCommandOptions {
  knowledge?: string
  json?: boolean
  text?: boolean
  region?: string
}

interface Setting {
  config: Config
  clock: Clock
  options: KnowledgeCommandOptions
}

const folderOf = ({ config, options }: Setting) => options.knowledge ?? config.knowledgeFolder

const countBy = (findings: readonly Finding[]) =>
  [...new Set(findings.map(({ kind }) => kind))].map((kind) => ({
    kind,
    findings: findings.filter((finding) => finding.kind === kind),
  }))

/** Every document of a folder, what was read and what could not be. */
export async function listKnowledge(setting: Setting): Promise<void> {
  const { options, clock } = setting
  const files = await readAll(folderOf(setting), createReadKnowledgeFile())
  const entries = files.map((file) => ('reading' in file ? toDocumentEntry(file) : null))
  const facts = entries.flatMap((entry) => (entry === null ? [] : [entry.facts]))
  const states = createValidity(facts, timeZone)(clock())
  const stateOf = new Map(facts.map(({ path }, index) => [path, states[index]]))
  const lines = files.map((file, index) => {
    if ('failure' in file)
      return {
        document: file.path,
        title: '',
        ...(options.text === true ? { text: '' } : {}),
        warnings: [file.failure.message],
        failed: file.failure.reason,
      }
    const about = entries[index]?.facts
    return {
      document: file.path,
      title: about?.title ?? '',
      ...(options.text === true ? { text: renderText(file.reading) } : {}),
      warnings: [
        ...file.reading.warnings.map(({ message, where }) => (where === null ? message : `${where}: ${message}`)),
        ...file.reading.quarantined.map(
          ({ reason, where }) => `quarantined (${reason})${where === null ? '' : ` at ${where}`}`,
        ),
      ],
      region: formatRegion(about?.region ?? []),
      language: about?.language,
      validity: stateOf.get(file.path),
      issuer: about?.issuer,
      effective: about?.effective,
      expires: about?.expires,
    }
  })
  if (options.json === true) return void process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`)
  for (const line of lines) {
    console.log(
      `${line.document}  ${'failed' in line ? `NOT READ: ${line.warnings.join(' ')}` : `《${line.title}》 ${line.region} ${line.validity ?? ''}`}`,
    )
    if (options.text === true && 'text' in line) console.log(`\n${line.text}\n`)
  }
}

/** What an editor should look at; the exit code stays 0, since many findings are wanted (an expired version may stay for the record). */
export async function checkKnowledgeFolder(setting: Setting): Promise<void> {
  const { options, clock } = setting
  const files = await readAll(folderOf(setting), createReadKnowledgeFile())
  const findings = checkKnowledge(files, { at: clock(), timeZone })
  if (options.json === true) return void process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  console.log(`${files.length} documents, ${findings.length} findings`)
  for (const { kind, findings: list } of countBy(findings)) {
    console.log(`\n${kind} (${list.length})`)
    for (const { document, other, message } of list)
      console.log(`  ${document}${other === null ? '' : ` ↔ ${other}`}: ${message}`)
  }
}

/** Brings the index up to date. A running server takes the new version by itself. */
export async function buildKnowledgeIndex(setting: Setting): Promise<void> {
  const { config, clock } = setting
  const progress = showProgress(false)
  const report = await buildKnowledge({
    folder: folderOf(setting),
    dataFolder: config.dataFolder,
    embedding: config.embedding,
    clock,
    workers: { building: availableParallelism(), serving: 1 },
    signal: new AbortController().signal,
    ...(progress.onProgress === undefined ? {} : { onProgress: progress.onProgress }),
  })
  progress.stop()
  const { shards, failures, notes } = report.manifest
  const count = (figure: 'documents' | 'passages') => shards.reduce((total, shard) => total + shard[figure], 0)
  console.log(
    `${report.changed ? 'Built' : 'Up to date'}: ${count('documents')} documents, ${count('passages')} passages; ${report.preparedFiles} files were new or changed.`,
  )
  for (const { path, message } of failures) console.log(`  not read: ${path}: ${message}`)
  for (const { path, quarantined } of notes)
    for (const { reason, text } of quarantined) console.log(`  kept out: ${path}: ${reason}: “${text.slice(0, 80)}”`)
}

const longestDownload = 60_000

/** Fetches a document from an address into a folder; the name comes from the address. */
async function download(address: string, folder: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(longestDownload) })
  if (!response.ok || response.body === null) throw new Error(`${address}: the server answered ${response.status}.`)
  const last = decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '')
  const named = basename(last).replaceAll(/[^\p{L}\p{N}._-]/gu, '-') || 'index.html'
  const name = named.includes('.') ? named : `${named}.html`
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(join(folder, name)))
  await writeFile(join(folder, `${name}.meta.yaml`), stringify({ source: address }))
  return name
}

async function bringIn(source: string, folder: string): Promise<readonly string[]> {
  if (/^https?:\/\//iu.test(source)) return [await download(source, folder)]
  const found = await stat(source).catch(() => null)
  if (found === null) throw new Error(`${source}: there is no such file or folder.`)
  const target = join(folder, basename(source))
  await cp(source, target, { recursive: true, dereference: false })
  if (!found.isDirectory()) return [basename(source)]
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** How each file that was brought in reads, in words. */
const describe = (file: FileReading): string =>
  'failure' in file
    ? `  ${file.path}: not read: ${file.failure.message}`
    : `  ${file.path}: 《${toDocumentEntry(file).facts.title}》${file.reading.quarantined.length > 0 ? `, ${file.reading.quarantined.length} parts kept out` : ''}${file.reading.warnings.map(({ message }) => `; ${message}`).join('')}`

/** Copies documents into the knowledge folder (under the region's folder, where one is named), says how they read, and builds. */
export async function importKnowledge(setting: Setting, sources: readonly string[]): Promise<void> {
  const folder = join(folderOf(setting), setting.options.region ?? '')
  await mkdir(folder, { recursive: true })
  let failed = 0
  for (const source of sources) {
    try {
      const brought = await bringIn(source, folder)
      console.log(`${source}: ${brought.length} ${brought.length === 1 ? 'file' : 'files'}`)
      const read = createReadKnowledgeFile()
      for (const name of brought.filter((path) => !path.endsWith('.meta.yaml')))
        for (const file of await readAll(join(folder, name), read)) console.log(describe(file))
    } catch (error) {
      failed += 1
      console.error(error instanceof Error ? error.message : String(error))
    }
  }
  await buildKnowledgeIndex(setting)
  if (failed > 0) process.exitCode = 1
}
