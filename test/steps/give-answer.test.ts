import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/core/draft.ts'
import { giveAnswer } from '../../src/steps/give-answer.ts'
import { makePassage, makeSentence } from './make-passage.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const draftOf = (sentences: Draft['sentences']): Draft => ({
  sentences,
  coverage: 'full',
  uncovered: [],
  writer: { name: 'extractive', model: null, promptVersion: null },
})
const unit = (text: string) => ({ kind: 'question' as const, text, lead: null, score: 1, sentences: [] })

describe('give-answer', () => {
  it('gives the sentences with all their citations', async () => {
    const sentence = makeSentence('居住证不收费。')
    const turn = makeTurn('居住证收费吗', { draft: draftOf([sentence]), passages: [makePassage()] })
    expect(await giveAnswer.run(turn, makeTools())).toMatchObject({
      kind: 'answer',
      sentences: [sentence],
      citations: sentence.citations,
      coverage: 'full',
    })
  })

  it.each([
    ['there is no draft', null],
    ['nothing is left of the draft', draftOf([])],
    ['no sentence has a citation', draftOf([{ text: '居住证不收费。', citations: [], marks: [] }])],
  ])('ends unanswered when %s', async (_, draft) => {
    expect(await giveAnswer.run(makeTurn('居住证收费吗', { draft }), makeTools())).toMatchObject({ kind: 'unanswered' })
  })

  it('suggests at most three other questions that the passages answer, none twice and not the one asked', async () => {
    const questions = [
      '居住证收费吗',
      '怎么签注？\n在线上。',
      '怎么签注？\n在线上。',
      '丢了怎么办？',
      '多久办好？',
      '在哪办？',
    ]
    const other = makePassage({ id: 'p2', units: questions.map(unit) })
    const turn = makeTurn('居住证收费吗', {
      draft: draftOf([makeSentence('居住证不收费。')]),
      passages: [makePassage({ units: [unit('已经回答的问题？')] }), other],
    })
    expect(await giveAnswer.run(turn, makeTools())).toMatchObject({
      suggestions: ['怎么签注？', '丢了怎么办？', '多久办好？'],
    })
  })
})
