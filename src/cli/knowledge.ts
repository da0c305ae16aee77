import { availableParallelism } from 'node:os'
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
import { tellOperator } from '../tell-operator.mjs'
import { createTellRemark } from './tell-remark.ts'
import { needFolder } from './need-folder.ts'
import { showProgress } from './show-progress.ts'

export interface KnowledgeCommandOptions {
  knowledge?: string
  json?: boolean
  text?: boolean
  region?: string
}

/** What a command about knowledge works with. */
export interface KnowledgeSetting {
  config: Config
  clock: Clock
  options: KnowledgeCommandOptions
}

/** The folder a command is about: the one named, else ours. */
export const folderOf = ({ config, options }: KnowledgeSetting) => options.knowledge ?? config.knowledgeFolder

/** Validity of the documents that could be read, by path. */
function statesOf(files: readonly FileReading[], at: Date) {
  const facts = files.flatMap((file) => ('reading' in file ? [toDocumentEntry(file).facts] : []))
  const states = createValidity(facts, timeZone)(at)
  return new Map(facts.map((fact, index) => [fact.path, { fact, state: states[index] ?? 'in-force' }]))
}

/** Every document of a folder, what was read and what could not be. */
export async function listKnowledge(setting: KnowledgeSetting): Promise<void> {
  const { config, options, clock } = setting
  const tell = tellOperator(config.language)
  const remark = createTellRemark(tell)
  const files = await readAll(needFolder(folderOf(setting), tell), createReadKnowledgeFile())
  const states = statesOf(files, clock())
  const lines = files.map((file) => {
    const text = options.text === true
    if ('failure' in file) {
      const { message, reason } = file.failure
      return {
        document: file.path,
        title: '',
        ...(text ? { text: '' } : {}),
        warnings: [remark({ message })],
        failed: reason,
      }
    }
    const { fact, state } = states.get(file.path) ?? { fact: null, state: null }
    return {
      document: file.path,
      title: fact?.title ?? '',
      ...(text ? { text: renderText(file.reading) } : {}),
      warnings: [
        ...file.reading.warnings.map(remark),
        ...file.reading.quarantined.map(({ reason, where, text: hidden }) =>
          remark({ message: { id: `finding.quarantined.${reason}`, values: { text: hidden.slice(0, 80) } }, where }),
        ),
      ],
      region: formatRegion(fact?.region ?? []),
      language: fact?.language,
      validity: state,
      issuer: fact?.issuer,
      effective: fact?.effective,
      expires: fact?.expires,
    }
  })
  if (options.json === true) return void process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`)
  for (const line of lines) {
    if ('failed' in line)
      console.log(tell('operator.not-read', { document: line.document, why: line.warnings.join(' ') }))
    else {
      const { document, title, region, validity } = line
      const place = region === '' ? tell('operator.list.nationwide') : region
      console.log(
        tell('operator.list.line', { document, title, place, state: tell(`ui.validity.${validity ?? 'in-force'}`) }),
      )
      for (const warning of line.warnings) console.log(`    ${warning}`)
    }
    if (options.text === true && 'text' in line) console.log(`\n${line.text}\n`)
  }
}

const countBy = (findings: readonly Finding[]) =>
  [...new Set(findings.map(({ kind }) => kind))].map((kind) => ({
    kind,
    findings: findings.filter((finding) => finding.kind === kind),
  }))

/** What an editor should look at; the exit code stays 0, since many findings are wanted (an expired version may stay for the record). */
export async function checkKnowledgeFolder(setting: KnowledgeSetting): Promise<void> {
  const { config, options, clock } = setting
  const tell = tellOperator(config.language)
  const remark = createTellRemark(tell)
  const files = await readAll(needFolder(folderOf(setting), tell), createReadKnowledgeFile())
  const findings = checkKnowledge(files, { at: clock(), timeZone })
  if (options.json === true) {
    const lines = findings.map(({ kind, document, other, message, where }) => {
      const at = where === null ? null : tell(where.id, where.values)
      return { kind, document, other, message: remark({ message, where }), where: at, code: message.id }
    })
    return void process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`)
  }
  console.log(tell('operator.check.count', { documents: files.length, findings: findings.length }))
  for (const { kind, findings: list } of countBy(findings)) {
    console.log(`\n${tell(`operator.check.${kind}`)} (${list.length})`)
    for (const { document, other, ...rest } of list)
      console.log(
        `  ${tell('operator.at', { where: other === null ? document : `${document} ↔ ${other}`, message: remark(rest) })}`,
      )
  }
}

/** Brings the index up to date. A running server takes the new version by itself. */
export async function buildKnowledgeIndex(setting: KnowledgeSetting): Promise<void> {
  const { config, clock } = setting
  const tell = tellOperator(config.language)
  const remark = createTellRemark(tell)
  const progress = showProgress({ tell, quiet: false })
  const report = await buildKnowledge({
    folder: needFolder(folderOf(setting), tell),
    dataFolder: config.dataFolder,
    embedding: config.embedding,
    clock,
    workers: { building: availableParallelism(), serving: 1 },
    signal: new AbortController().signal,
    onProgress: progress.onProgress,
  })
  progress.stop()
  const { shards, failures, notes } = report.manifest
  const count = (figure: 'documents' | 'passages') => shards.reduce((total, shard) => total + shard[figure], 0)
  console.log(
    tell(report.changed ? 'operator.built' : 'operator.up-to-date', {
      documents: count('documents'),
      passages: count('passages'),
      files: report.preparedFiles,
    }),
  )
  for (const { path, message } of failures)
    console.log(`  ${tell('operator.not-read', { document: path, why: remark({ message }) })}`)
  for (const { path, quarantined } of notes)
    for (const { reason, text, where } of quarantined) {
      const message = { id: `finding.quarantined.${reason}`, values: { text: text.slice(0, 80) } }
      console.log(`  ${tell('operator.at', { where: path, message: remark({ message, where }) })}`)
    }
}
