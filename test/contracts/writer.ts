import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft, Sentence } from '../../src/core/draft.ts'
import type { Passage } from '../../src/core/passage.ts'
import type { Turn } from '../../src/core/turn.ts'
import type { Writer } from '../../src/core/writer.ts'
import { supports } from '../../src/steps/support/supports.ts'
import { makePassage, makeTurn } from '../writers/makers.ts'

/** What a writer is tried on: two passages that answer, one of them with a neighbour, and one about something else. */
export const hospital = makePassage({
  id: 'p-hospital',
  text: '第八条　参保居民在一级医院住院的，起付标准为200元，报销比例为90%。\n第九条　参保居民在三级医院住院的，起付标准为900元，报销比例为65%。',
  after: '第十条　异地住院未备案的，报销比例降低10个百分点。',
  afterId: 'p-elsewhere',
})
export const birth = makePassage({
  id: 'p-birth',
  document: '云汀市/生育津贴.md',
  title: '云汀市生育津贴办法',
  text: '第三条　生育津贴按照所在单位上年度职工月平均工资计发，顺产158天。',
})
export const turnOf = (...passages: readonly Passage[]): Turn => makeTurn({ '三级医院住院报销多少？': passages })

const bare = (text: string) => text.replaceAll(/\s/gu, '')

async function write(writer: Writer, turn: Turn): Promise<{ draft: Draft | null; said: readonly Sentence[] }> {
  const said: Sentence[] = []
  const draft = await writer.write(turn, { signal: new AbortController().signal, say: (each) => void said.push(each) })
  return { draft, said }
}

/** What every writer promises, whatever stands behind it. */
export function describeWriter(
  name: string,
  open: () => Promise<{ writer: Writer; close: () => Promise<void> }>,
): void {
  describe(`the writer ${name}`, () => {
    let writer: Writer
    let close = async () => undefined as void
    beforeAll(async () => {
      ;({ writer, close } = await open())
    })
    afterAll(() => close())

    it('cites a source for every sentence, and the source supports it', async () => {
      const { draft } = await write(writer, turnOf(hospital, birth))
      expect(draft?.sentences.length).toBeGreaterThan(0)
      expect(draft?.sentences.filter((sentence) => sentence.citations.length === 0 || !supports(sentence))).toEqual([])
    })

    it('cites only passages that were given, or right beside one, in words that stand in them', async () => {
      const { draft } = await write(writer, turnOf(hospital, birth))
      const texts = new Map([hospital, birth].map(({ id, text }) => [id, text]))
      texts.set(hospital.afterId ?? '', hospital.after)
      const citations = draft?.sentences.flatMap((sentence) => sentence.citations) ?? []
      expect(citations.length).toBeGreaterThan(0)
      for (const { passage, quote } of citations) {
        expect(quote).not.toBe('')
        expect(bare(texts.get(passage) ?? '')).toContain(bare(quote))
      }
    })

    it('says exactly the sentences of its draft, in their order', async () => {
      const { draft, said } = await write(writer, turnOf(hospital, birth))
      expect(said).toEqual(draft?.sentences)
    })

    it('marks words inside the sentence', async () => {
      const { draft } = await write(writer, turnOf(hospital, birth))
      for (const { text, marks } of draft?.sentences ?? [])
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
    })

    it('names itself, for replay', async () => {
      const { draft } = await write(writer, turnOf(hospital))
      expect(draft?.writer.name).toMatch(/^(?:extractive|language-model)$/u)
    })

    it('cannot say where there are no passages', async () => {
      const { draft, said } = await write(writer, turnOf())
      expect(draft).toBeNull()
      expect(said).toEqual([])
    })

    it('says nothing to somebody who has gone', async () => {
      const said: Sentence[] = []
      const gone = new AbortController()
      gone.abort(new Error('gone'))
      const writing = writer.write(turnOf(hospital), { signal: gone.signal, say: (each) => void said.push(each) })
      await expect(writing).rejects.toThrow('gone')
      expect(said).toEqual([])
    })
  })
}
