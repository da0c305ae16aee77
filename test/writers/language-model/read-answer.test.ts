import { describe, expect, it } from 'vitest'
import { createReadAnswer } from '../../../src/writers/language-model/read-answer.ts'

/** What is read from a text that comes in pieces of `size` characters. */
function read(text: string, size = 3) {
  const readAnswer = createReadAnswer()
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  )
  return pieces.flatMap((piece) => readAnswer(piece))
}
const sentence = (text: string, ...tokens: string[]) => ({ kind: 'sentence', text, tokens })

describe('reading a model’s answer', () => {
  it.each([1, 2, 5, 1000])('gives each line as soon as it is closed, in pieces of %i', (size) => {
    const text = '{"sentence":"甲。","sources":["P1"]}\n{"sentence":"乙。","sources":["P2","P3"]}\n{"uncovered":["丙"]}'
    expect(read(text, size)).toEqual([
      sentence('甲。', 'P1'),
      sentence('乙。', 'P2', 'P3'),
      { kind: 'uncovered', parts: ['丙'] },
    ])
  })
  it('is not led astray by braces, brackets and quotation marks inside a sentence', () => {
    const text = JSON.stringify({ sentence: '填写"{姓名}"和 \\ 与 [P9]不算。', sources: ['P1'] })
    expect(read(text)).toHaveLength(1)
  })
  it('repairs a sentence whose quotation marks were not escaped', () => {
    expect(read('{"sentence":"在"云汀通"办理。","sources":["P1"]}')).toEqual([sentence('在"云汀通"办理。', 'P1')])
  })
  it('goes on with the next line after a broken one', () => {
    expect(read('{"sentence":"坏了，\n{"sentence":"好的。","sources":["P1"]}\n')).toEqual([sentence('好的。', 'P1')])
  })
  it('goes on after a stray brace', () => {
    expect(read('格式是 {sentence 如下\n{"sentence":"好的。","sources":["P1"]}')).toEqual([sentence('好的。', 'P1')])
  })
  it('passes over thoughts of every name, also where a tag is cut in two', () => {
    for (const tag of ['think', 'thinking', 'reasoning'])
      expect(read(`<${tag}>{"sentence":"想","sources":["P1"]}</${tag}>{"sentence":"说","sources":["P1"]}`, 2)).toEqual([
        sentence('说', 'P1'),
      ])
  })
  it('keeps what comes after something that only looks like a tag', () => {
    expect(read('a < b <t>{"sentence":"说","sources":["P1"]}')).toEqual([sentence('说', 'P1')])
  })
  it('reads tokens in every spelling, and keeps what is none', () => {
    expect(read('{"sentence":"甲","sources":["[P1]","p2",3,"P4, P5","来源"]}')).toEqual([
      sentence('甲', 'P1', 'P2', 'P3', 'P4', 'P5', '来源'),
    ])
  })
  it('gives nothing for other objects, numbers for sentences, or prose', () => {
    expect(read('你好 {"answer":"甲"} {"sentence":5,"sources":["P1"]} [] {} "sentence"')).toEqual([])
  })
})
