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

describe('the language of commands', () => {
  it.each([
    [{ OPERATOR_LANGUAGE: 'zh', LANG: 'en_GB.UTF-8' }, 'zh'],
    [{ OPERATOR_LANGUAGE: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ OPERATOR_LANGUAGE: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
  ])('is the one that is set, else that of the terminal: %j', (environment, language) => {
    expect(readConfig(environment).language).toBe(language)
  })

  it('is spoken too where a setting cannot be used', () => {
    expect(() => readConfig({ OPERATOR_LANGUAGE: 'zh', PORT: 'abc' })).toThrow(
      /有设置不能用：\n {2}PORT: .*\p{Script=Han}/u,
    )
    expect(() => readConfig({ OPERATOR_LANGUAGE: 'fr', LANG: 'C' })).toThrow('OPERATOR_LANGUAGE')
  })
})

describe('the Open311 interface', () => {
  it('is off unless its place has a name', () => {
    expect(readConfig({}).open311).toBeNull()
    expect(readConfig({ OPEN311_JURISDICTION: '', OPEN311_CONTACT: 'api@city.example' }).open311).toBeNull()
    expect(readConfig({ OPEN311_JURISDICTION: 'city.example' }).open311).toEqual({
      jurisdiction: 'city.example',
      contact: null,
    })
  })
})
