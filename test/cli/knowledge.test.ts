import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { checkKnowledgeFolder, listKnowledge } from '../../src/cli/knowledge.ts'
import { readConfig } from '../../src/config.ts'

const clock = () => new Date('2026-11-23T04:00:00Z')
const line = z.object({
  document: z.string(),
  title: z.string(),
  text: z.string(),
  warnings: z.array(z.string()),
})

describe('the commands about knowledge', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'))
    await mkdir(join(folder, '云汀市'))
    await writeFile(join(folder, '云汀市/好.md'), '---\neffective: 某日\n---\n# 好办法\n\n第一条 每户发放30元。\n')
    await writeFile(join(folder, '坏.pdf'), '%PDF-1.4\nbroken')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const printed = async (work: () => Promise<void>): Promise<string> => {
    const out: string[] = []
    const take = (text: unknown) => out.push(String(text)) > 0
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(take),
      vi.spyOn(console, 'log').mockImplementation(take),
    ]
    await work()
    for (const spy of spies) spy.mockRestore()
    return out.join('\n')
  }
  const setting = (language: string, options: { json?: boolean; text?: boolean }) => ({
    config: readConfig({ OPERATOR_LANGUAGE: language }),
    clock,
    options: { ...options, knowledge: folder },
  })

  it.each([
    ['zh', '“effective”的值看不懂："某日"。请改正。', /^文件损坏或不完整/u],
    ['en', '“effective” cannot be understood: "某日". Correct it.', /^The file is damaged or cut off/u],
  ])('list every document with warnings in words (%s)', async (language, warning, damaged) => {
    const json = await printed(() => listKnowledge(setting(language, { json: true, text: true })))
    const all = z.array(line).parse(JSON.parse(json))
    expect(all.map(({ document }) => document)).toEqual(['云汀市/好.md', '坏.pdf'])
    expect(all.find((one) => one.document === '坏.pdf')?.warnings[0]).toMatch(damaged)
    expect(all.find((one) => one.document === '云汀市/好.md')).toMatchObject({ title: '好办法', warnings: [warning] })
  })

  it.each([
    ['zh', /未读取：坏\.pdf：文件损坏或不完整/u, /《好办法》\s+云汀市\s+现行有效/u],
    ['en', /Not read: 坏\.pdf: The file is damaged/u, /“好办法”\s+云汀市\s+In force/u],
  ])('print the list in the language of whoever runs them (%s)', async (language, bad, good) => {
    const text = await printed(() => listKnowledge(setting(language, {})))
    expect(text).toMatch(bad)
    expect(text).toMatch(good)
  })

  it.each([
    ['zh', /没有读取 \(1\)\n {2}坏\.pdf：文件损坏/u],
    ['en', /not read \(1\)\n {2}坏\.pdf: The file is damaged/u],
  ])('name each file that needs a look, and what to do (%s)', async (language, words) => {
    expect(await printed(() => checkKnowledgeFolder(setting(language, {})))).toMatch(words)
  })
})
