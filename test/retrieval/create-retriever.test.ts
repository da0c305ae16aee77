import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/retrieval/build-index.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { createRetriever } from '../../src/retrieval/create-retriever.ts'
import type { ServingKnowledge } from '../../src/retrieval/create-retriever.ts'
import { readPlainMarkdown } from './plain-markdown.ts'

const modelsFolder = join(dirname(fileURLToPath(import.meta.url)), '../../knowledge/models')
const embedders = createEmbedders({ modelsFolder, workers: 1 })
const signal = new AbortController().signal
const at = new Date('2026-11-23T04:00:00Z')

const documents: Readonly<Record<string, string>> = {
  '云汀市/滨江区/养犬办法.md':
    '---\ntitle: 滨江区养犬管理办法\nregion: 云汀市/滨江区\neffective: 2026-01-01\n---\n\n第一条　重点管理区内每户限养一只犬。\n\n第二条　首年管理费三百元，次年起每年二百元。绝育犬减半收取。\n',
  '云汀市/云麓区/养犬办法.md':
    '---\ntitle: 云麓区养犬管理办法\nregion: 云汀市/云麓区\neffective: 2026-01-01\n---\n\n第一条　每户最多养两只犬。\n\n第二条　首年管理费二百元，次年起每年一百元。\n',
  '云汀市/公积金提取.md':
    '---\ntitle: 住房公积金提取管理规定\nregion: 云汀市\neffective: 2026-01-01\nsupersedes: 住房公积金提取暂行规定\n---\n\n## 租房提取\n\n无自有住房且租房居住的，每月可提取一千五百元。\n\n办理时应当提交下列材料：\n\n- 身份证\n- 无房证明\n\n## 购房提取\n\n购房之日起一年内可提取。\n',
  '云汀市/居住证问答.md':
    '---\ntitle: 居住证常见问答\nregion: 云汀市\n---\n\n## 居住证要住多久才能办？\n\n居住满半年可以申领。\n\n## 要钱吗？\n\n不收费。\n',
  '云汀市/公积金提取-旧.md':
    '---\ntitle: 住房公积金提取暂行规定\nregion: 云汀市\neffective: 2020-01-01\n---\n\n无自有住房且租房居住的，每月可提取八百元住房公积金。\n',
  '云汀市/垃圾清运.md':
    '---\ntitle: 装修垃圾清运办法\nregion: 云汀市\n---\n\n装修垃圾应当袋装，预约后由收运单位清运，每袋收费十元。\n',
  '云汀市/滨江区/垃圾清运.md':
    '---\ntitle: 装修垃圾清运公告\nregion: 云汀市/滨江区\n---\n\n装修垃圾应当袋装，预约后由收运单位上门，每袋收费八元。\n',
  '云汀市/dog-licence.md':
    '---\ntitle: Keeping a dog in Yunting\nlanguage: en\nregion: 云汀市\n---\n\n## Registration\n\nEvery dog must be registered with the police within 15 days. Bring your residence permit and the rabies certificate.\n',
}

let folder = ''
let knowledge: ServingKnowledge

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'knowledge-'))
  for (const [path, text] of Object.entries(documents)) {
    await mkdir(dirname(join(folder, 'documents', path)), { recursive: true })
    await writeFile(join(folder, 'documents', path), text)
  }
  const indexFolder = join(folder, 'index')
  await buildIndex({
    folder: join(folder, 'documents'),
    indexFolder,
    readFile: readPlainMarkdown,
    embedders,
    clock: () => at,
    signal,
  })
  knowledge = await createRetriever({
    indexFolder,
    embedders,
    timeZone: 'Asia/Shanghai',
    pollEvery: null,
    synonyms: [],
  })
}, 60_000)

afterAll(async () => {
  knowledge.close()
  await Promise.all([embedders.zh.close(), embedders.en.close()])
  await rm(folder, { recursive: true, force: true })
})

const ask = (text: string, region: string[] | null = null, language: 'zh' | 'en' = 'zh') =>
  knowledge.retriever.retrieve({ text, language, region, at, limit: 5 }, signal)

describe('the retriever', () => {
  it('finds the rule of the place asked about and keeps the other district out', async () => {
    const { passages, asides } = await ask('养狗一年要交多少钱', ['云汀市', '滨江区'])
    expect(passages[0]?.document).toBe('云汀市/滨江区/养犬办法.md')
    expect(passages.map(({ document }) => document)).not.toContain('云汀市/云麓区/养犬办法.md')
    expect(asides.map(({ document }) => document)).toContain('云汀市/云麓区/养犬办法.md')
  })

  it('puts the rules of the place that the asker names before those of a wider area that fit about as well', async () => {
    const query = { text: '装修垃圾怎么清运', language: 'zh' as const, region: ['云汀市', '滨江区'], at, limit: 5 }
    const scoreOf = async (local: boolean) => {
      const { passages } = await knowledge.retriever.retrieve({ ...query, local }, signal)
      const scores = new Map(passages.map(({ document, score }) => [document, score]))
      return { first: passages[0]?.document, score: scores.get('云汀市/滨江区/垃圾清运.md') ?? 0 }
    }
    const [plain, local] = [await scoreOf(false), await scoreOf(true)]
    expect(local.first).toBe('云汀市/滨江区/垃圾清运.md')
    expect(local.score).toBeGreaterThan(plain.score)
  })

  it('never gives a superseded rule as the rule, and names it beside', async () => {
    const { passages, asides } = await ask('租房能提取多少公积金', ['云汀市'])
    expect(passages[0]?.title).toBe('住房公积金提取管理规定')
    expect(passages.map(({ title }) => title)).not.toContain('住房公积金提取暂行规定')
    expect(asides.find(({ title }) => title === '住房公积金提取暂行规定')?.validity).toBe('superseded')
  })

  it('gives the list with its lead-in as one unit', async () => {
    const { passages } = await ask('租房提取公积金要哪些材料', ['云汀市'])
    const best = [...(passages[0]?.units ?? [])].sort((a, b) => b.score - a.score)[0]
    expect(best).toMatchObject({ kind: 'list', lead: '办理时应当提交下列材料：', text: '- 身份证\n- 无房证明' })
  })

  it('names the passages beside a found one, so that they can be cited', async () => {
    const { passages } = await ask('租房提取公积金要哪些材料', ['云汀市'])
    const [rented, bought] = [/无房证明/u, /购房之日/u].map((words) => passages.find(({ text }) => words.test(text)))
    expect(rented).toMatchObject({ after: bought?.text, afterId: bought?.id, before: '', beforeId: null })
    expect(bought).toMatchObject({ before: rented?.text, beforeId: rented?.id, after: '', afterId: null })
  })

  it('answers an English question from the English documents', async () => {
    const { passages } = await ask('How do I register my puppy?', null, 'en')
    expect(passages[0]?.document).toBe('云汀市/dog-licence.md')
  })

  it('takes pinyin for Chinese, whatever language it seems to be', async () => {
    const { passages } = await ask('gongjijin zufang tiqu', ['云汀市'], 'en')
    expect(passages[0]?.title).toBe('住房公积金提取管理规定')
  })

  it('finds what is written in traditional characters or misspelled', async () => {
    expect((await ask('居住證要住多久', ['云汀市'])).passages[0]?.document).toBe('云汀市/居住证问答.md')
    expect((await ask('居主证多久能办', ['云汀市'])).passages[0]?.document).toBe('云汀市/居住证问答.md')
  })

  it('ranks the rules of all places where none is known', async () => {
    const { passages } = await ask('养狗一年要交多少钱')
    const documents = passages.map(({ document }) => document)
    expect(documents).toContain('云汀市/滨江区/养犬办法.md')
    expect(documents).toContain('云汀市/云麓区/养犬办法.md')
  })

  it('suggests questions that name their subject, and only of rules that apply to the whole place', () => {
    expect(knowledge.library.suggestions('zh', ['云汀市'])).toEqual(['居住证要住多久才能办？'])
    expect(knowledge.library.suggestions('zh', ['澄江市'])).toEqual([])
  })

  it('knows every region that some document is for', () => {
    expect(knowledge.library.regions()).toHaveLength(3)
    expect(knowledge.library.regions()).toContainEqual(['云汀市', '滨江区'])
  })

  it('opens the document behind a passage', async () => {
    const { passages } = await ask('租房提取公积金要哪些材料', ['云汀市'])
    const view = knowledge.library.document(passages[0]?.document ?? '', at)
    expect(view?.passages.map(({ id }) => id)).toContain(passages[0]?.id)
    expect(knowledge.library.document('no-such.md', at)).toBeNull()
  })
})
