import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Which folders a folder's files may import from, besides its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/steps': ['src/core'],
  'src/tickets': ['src/core'],
  'src/retrieval': ['src/core'],
  'src/writers': ['src/core'],
  'src/speech': ['src/core'],
  'src/attachments': ['src/core'],
  'src/store': ['src/core', 'src/tickets'],
  'src/desk': ['src/core', 'src/tickets'],
  'src/webhooks': ['src/core'],
  'src/insight': ['src/core', 'src/tickets'],
  'src/server': ['src/core', 'src/tickets', 'src/desk', 'src/insight'],
}

/** Packages that stand for one decision each: only these files may know them. */
const packageHomes: Readonly<Record<string, RegExp>> = {
  pg: /^src\/store\/dialects\.ts$/,
  'better-sqlite3': /^src\/(store\/dialects|retrieval\/lexical[\w-]*)\.ts$/,
  express: /^src\/server\//,
  langchain: /^(src\/writers\/|src\/retrieval\/embed|evals\/|test\/)/,
  '@langchain/openai': /^(src\/writers\/|src\/retrieval\/embed)/,
  '@langchain/core': /^(src\/writers\/|src\/retrieval\/embed|evals\/|test\/)/,
  '@langchain/textsplitters': /^(evals\/|test\/)/,
  'request-filtering-agent': /^src\/webhooks\//,
  'hnswlib-node': /^src\/retrieval\//,
  'file-type': /^src\/attachments\/detect-type\.ts$/,
  exifr: /^src\/attachments\/pictures\/exif\.ts$/,
}
const corePackages = new Set(['zod'])

const sources = (folder: string): string[] =>
  (existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/[\\/]dist([\\/]|$)/.test(entry.parentPath))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

interface Import {
  to: string
  typeOnly: boolean
}

/** The modules a file names, comments left aside; relative ones as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const to = name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name
    return { to, typeOnly: match[1] !== undefined }
  })
}

const areaOf = (path: string) => {
  const [first, second] = path.split('/')
  return (first === 'src' && path.split('/').length > 2) || first === 'channels' ? `${first}/${second}` : path
}
const packageOf = (name: string) =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name)

const files = [...sources('src'), ...sources('channels')]
const graph = new Map(files.map((file) => [file, importsOf(file)]))
const local = (name: string) => /^(src|channels|evals|test|knowledge|prompts)\//.test(name)

describe('the architecture', () => {
  it('lets arrows point inward only', () => {
    const breaches = files.flatMap((file) => {
      const area = areaOf(file)
      const allowed = area.startsWith('channels/') ? ['src/core'] : mayImport[area]
      if (allowed === undefined) return []
      return (graph.get(file) ?? [])
        .filter(({ to }) => local(to) && areaOf(to) !== area && !allowed.includes(areaOf(to)))
        .map(({ to }) => `${file} → ${to}`)
    })
    expect(breaches).toEqual([])
  })

  it('keeps the core free of every package but zod', () => {
    const breaches = files
      .filter((file) => file.startsWith('src/core/'))
      .flatMap((file) =>
        (graph.get(file) ?? [])
          .filter(({ to }) => !local(to) && !corePackages.has(to))
          .map(({ to }) => `${file} → ${to}`),
      )
    expect(breaches).toEqual([])
  })

  it('names each engine and framework in its own place only', () => {
    const breaches = files.flatMap((file) =>
      (graph.get(file) ?? [])
        .filter(({ to }) => !local(to) && packageHomes[packageOf(to)]?.test(file) === false)
        .map(({ to }) => `${file} → ${to}`),
    )
    expect(breaches).toEqual([])
  })

  it('lets nothing import the composition root, the commands, the evals or the tests', () => {
    const breaches = files.flatMap((file) =>
      (graph.get(file) ?? [])
        .filter(({ to }) => /^(src\/(main|cli)\.ts$|evals\/|test\/)/.test(to))
        .map(({ to }) => `${file} → ${to}`),
    )
    expect(breaches).toEqual([])
  })

  it('has no import cycle at run time', () => {
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')]
      if (done.has(file)) return []
      const next = (graph.get(file) ?? []).filter(({ to, typeOnly }) => !typeOnly && graph.has(to))
      const cycles = next.flatMap(({ to }) => visit(to, [...path, file]))
      done.add(file)
      return cycles
    }
    expect(files.flatMap((file) => visit(file, []))).toEqual([])
  })

  it('keeps data folders free of code', () => {
    const code = ['knowledge', 'prompts'].flatMap((folder) => sources(folder))
    expect(code).toEqual([])
  })
})
