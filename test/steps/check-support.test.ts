import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../src/core/draft.ts'
import { isOutcome } from '../../src/core/step.ts'
import { checkSupport } from '../../src/steps/check-support.ts'
import { supports } from '../../src/steps/support/supports.ts'
import { makeCitation, makePassage, makeSentence, makeTurn } from '../writers/makers.ts'

const passage = makePassage({
  id: 'p1',
  text: '三级医院起付标准为900元。',
  after: '转诊备案后，异地住院报销比例降低10个百分点。',
  afterId: 'p2',
})
const beside = makePassage({ id: 'p2', text: passage.after })

/** What is left of a draft of these sentences; null where the turn ends unanswered. */
async function leftOf(sentences: readonly Sentence[], found = passage) {
  const writer = { name: 'test', model: null, promptVersion: null }
  const turn = makeTurn({ '起付线多少？': [found] })
  const tools = { signal: new AbortController().signal, say: () => undefined }
  const result = await checkSupport({ supports }).run(
    { ...turn, draft: { sentences, coverage: 'full', uncovered: [], writer } },
    tools,
  )
  return isOutcome(result) ? null : (result.draft ?? null)
}

const good = makeSentence('三级医院起付标准为900元。', makeCitation(passage, passage.text))

describe('check-support', () => {
  it('keeps what the cited words say', async () => {
    expect(await leftOf([good])).toMatchObject({ coverage: 'full', sentences: [good] })
  })
  it('lets the passage right beside a found one be cited', async () => {
    const sentence = makeSentence('异地住院报销比例降低10个百分点。', makeCitation(beside, passage.after))
    expect(await leftOf([sentence])).toMatchObject({ sentences: [sentence] })
  })
  it('drops a sentence whose passage was never found, and says that the answer is partial', async () => {
    const stranger = makeSentence('三级医院起付标准为900元。', {
      ...makeCitation(passage, passage.text),
      passage: 'p9',
    })
    expect(await leftOf([good, stranger])).toMatchObject({ coverage: 'partial', sentences: [good] })
  })
  it('drops a quote that does not stand in its passage', async () => {
    const invented = '三级医院起付标准为500元。'
    expect(await leftOf([makeSentence(invented, makeCitation(passage, invented))])).toBeNull()
  })
  it('ends unanswered when the only passage is not in force', async () => {
    expect(await leftOf([good], { ...passage, validity: 'superseded' })).toBeNull()
  })
})
