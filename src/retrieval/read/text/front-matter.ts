import { parse } from 'yaml'
import { z } from 'zod'
import type { Warning } from '../reading.ts'

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u
const keys = z.record(z.string(), z.unknown())

/** Takes the YAML front matter off a text; one that cannot be understood is left out with a warning. */
export function readFrontMatter(text: string): {
  metadata: Readonly<Record<string, unknown>>
  body: string
  warnings: Warning[]
} {
  const match = fence.exec(text)
  if (match === null) return { metadata: {}, body: text, warnings: [] }
  const body = text.slice(match[0].length)
  try {
    return { metadata: keys.parse(parse(match[1] ?? '', { schema: 'core' }) ?? {}), body, warnings: [] }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return {
      metadata: {},
      body,
      warnings: [{ kind: 'metadata', message: `The front matter cannot be understood: ${message}`, where: null }],
    }
  }
}
