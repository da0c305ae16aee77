import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { phrase } from '../../../core/phrase.ts'
import type { Warning } from '../reading.ts'

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u
const keys = z.record(z.string(), z.unknown())

interface FrontMatter {
  metadata: Readonly<Record<string, unknown>>
  warnings: Warning[]
}

/** Reads keys and values in YAML; what cannot be understood is left out with a warning. */
export function parseFrontMatter(text: string): FrontMatter {
  try {
    return { metadata: keys.parse(parse(text, { schema: 'core', maxAliasCount: 10 }) ?? {}), warnings: [] }
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined
    const message =
      line === undefined ? phrase('reading.front-matter') : phrase('reading.front-matter.line', { line: String(line) })
    return {
      metadata: {},
      warnings: [{ kind: 'metadata', message, where: null }],
    }
  }
}

/** Takes the YAML front matter off a text. */
export function readFrontMatter(text: string): FrontMatter & { body: string } {
  const match = fence.exec(text)
  if (match === null) return { metadata: {}, body: text, warnings: [] }
  return { ...parseFrontMatter(match[1] ?? ''), body: text.slice(match[0].length) }
}
