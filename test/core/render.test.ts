import { expect, it } from 'vitest'
import { phrase } from '../../src/core/phrase.ts'
import { render } from '../../src/core/render.ts'
import { speak } from '../channels/open-house.ts'
import { makeCitation } from '../store/makers.ts'

it('warns once of a text that has been amended since', () => {
  const title = '某某法'
  const citations = [
    makeCitation({ title, amended: true }),
    makeCitation({ title, amended: true, quote: '另一句。' }),
    makeCitation({ title: '另一办法', quote: '第三句。' }),
  ] as const
  const sentences = [{ text: '一句。', citations, marks: [] }] as const
  const reply = render(
    {
      kind: 'answer',
      sentences,
      citations,
      coverage: 'full',
      uncovered: [],
      asides: [],
      suggestions: [],
      writer: { name: 'language-model', model: 'scripted', promptVersion: 'zh-1' },
    },
    { message: 'm', language: 'zh', speak, ticket: null },
  )
  expect(reply.notes).toEqual([speak(phrase('answer.amended', { title }), 'zh')])
  expect(reply.text).toContain('之后有过修改')
  expect(reply.sources.map(({ amended }) => amended)).toEqual([true, true, false])
})

it('offers a ticket beside an emergency number, in case nobody is in danger, but not to who may want to die', () => {
  const emergency = (service: 'fire' | 'crisis-line') =>
    render(
      { kind: 'emergency', service, number: '119', advice: phrase('emergency.fire') },
      { message: 'm', language: 'zh', speak, ticket: null },
    )
  expect(emergency('fire')).toMatchObject({ call: '119', choices: [{ say: '登记工单' }] })
  expect(emergency('fire').text.split('\n')[0]).toContain('119')
  expect(emergency('crisis-line').choices).toEqual([])
})
