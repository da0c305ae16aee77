import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPrompts, parsePrompt } from '../src/load-prompts.ts'

const file = (inputs: string, user: string) =>
  `---\nid: p\nversion: 3\ninputs: ${inputs}\n---\n\n# System\n\nBe good and keep to the rules.\n\n# User\n\n${user}\n`

describe('prompts', () => {
  it('are there in both languages, with the same inputs', async () => {
    const prompts = await loadPrompts(join(import.meta.dirname, '../prompts'), 'draft-answer')
    for (const prompt of [prompts.zh, prompts.en]) {
      const { system, user } = prompt.fill({ question: 'QUESTION', sources: 'SOURCES' })
      expect(system).not.toContain('QUESTION')
      expect(user).toMatch(/QUESTION[\s\S]*SOURCES/u)
    }
    expect(prompts.zh.version).not.toBe(prompts.en.version)
  })
  it('fill each blank once: a value is never read as a template', () => {
    const { fill } = parsePrompt(file('[a, b]', '{{a}} {{b}}'))
    expect(fill({ a: '{{b}} $& $1', b: 'x' })).toEqual({
      system: 'Be good and keep to the rules.',
      user: '{{b}} $& $1 x',
    })
  })
  it('need a value for every blank', () => {
    expect(() => parsePrompt(file('[a]', '{{a}}')).fill({})).toThrow('{{a}}')
  })
  it('name as blanks exactly what they name as inputs', () => {
    expect(() => parsePrompt(file('[a]', '{{a}} {{c}}'))).toThrow('c')
    expect(() => parsePrompt(file('[a, b]', '{{a}}'))).toThrow('b')
  })
  it('are refused without front matter or a part', () => {
    expect(() => parsePrompt('# System\n\nx\n\n# User\n\ny')).toThrow('front matter')
    expect(() => parsePrompt('---\nid: p\nversion: 1\ninputs: []\n---\n\n# System\n\nx')).toThrow('# User')
  })
  it('know their sentences, so that none of them is shown', () => {
    expect(parsePrompt(file('[a]', '{{a}}')).sentences).toEqual(['Be good and keep to the rules.'])
  })
  it('name the file that cannot be used', async () => {
    await expect(loadPrompts(import.meta.dirname, 'nothing')).rejects.toThrow('prompts/nothing.zh.md')
  })
})
