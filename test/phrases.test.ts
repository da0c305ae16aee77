import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import english from '../prompts/phrases.en.json' with { type: 'json' }
import chinese from '../prompts/phrases.zh.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { zh: chinese, en: english }
const blanks = (text: string | undefined) => [...new Set((text ?? '').match(/\{\w+\}/gu) ?? [])].sort()

const sources = ['src', 'channels']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path) && !/(?:^|\/)dist\//u.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Names of phrases that stand whole in a source: 'reading.password'. */
const named = (text: string) =>
  [...text.matchAll(/'((?:reading|finding|operator)(?:\.[\w-]+)+)'/gu)].map(([, id = '']) => id)

describe('the phrase files', () => {
  it('have the same phrases with the same blanks in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese))
    for (const id of Object.keys(chinese)) expect(blanks(words['en']?.[id]), id).toEqual(blanks(words['zh']?.[id]))
  })

  it('speak Chinese in the one and no Chinese but place names in the other', () => {
    for (const id of Object.keys(chinese).filter((name) => /^(?:reading|finding|operator)\./u.test(name))) {
      expect(words['zh']?.[id], id).toMatch(/\p{Script=Han}|[：《]/u)
      expect((words['en']?.[id] ?? '').replaceAll(/云汀市\/滨江区/gu, ''), id).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('hold every phrase that readers, checks and commands name', () => {
    const missing = sources.flatMap(({ path, text }) =>
      named(text).flatMap((id) => (id in chinese ? [] : [`${path}: ${id}`])),
    )
    expect(missing).toEqual([])
  })
})
