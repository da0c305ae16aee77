import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const model = { LANGUAGE_MODEL_URL: 'http://localhost:11434/v1', LANGUAGE_MODEL: 'qwen3' }

describe('the settings of a language model', () => {
  it('are none unless both address and model are set', () => {
    expect(readConfig({}).languageModel).toBeNull()
    expect(readConfig({ LANGUAGE_MODEL: 'qwen3' }).languageModel).toBeNull()
    expect(readConfig({ ...model, LANGUAGE_MODEL_URL: '' }).languageModel).toBeNull()
  })
  it('need no key, and give the model eight seconds', () => {
    expect(readConfig(model).languageModel).toEqual({
      url: 'http://localhost:11434/v1',
      model: 'qwen3',
      key: null,
      timeout: 8000,
      extras: {},
    })
  })
  it('may hold fields that one service understands', () => {
    const { languageModel } = readConfig({ ...model, LANGUAGE_MODEL_EXTRAS: '{"enable_thinking":false}' })
    expect(languageModel?.extras).toEqual({ enable_thinking: false })
  })
  it.each(['{enable_thinking:false}', '[1]', '"x"'])(
    'are refused by name where the fields are no object: %s',
    (extras) => {
      expect(() => readConfig({ ...model, LANGUAGE_MODEL_EXTRAS: extras })).toThrow('LANGUAGE_MODEL_EXTRAS')
    },
  )
})
