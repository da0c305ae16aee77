import { describe, expect, it } from 'vitest'
import { correctSpelling } from '../../src/retrieval/correct-spelling.ts'
import { decodePinyin } from '../../src/retrieval/decode-pinyin.ts'
import { toDocumentEntry } from '../../src/retrieval/document-entry.ts'
import { buildLexicalData, createLexicalIndex } from '../../src/retrieval/lexical-index.ts'
import { createSynonymRewriter, parseSynonyms } from '../../src/retrieval/synonyms.ts'
import { termsOf } from '../../src/retrieval/terms.ts'
import { collectVocabulary } from '../../src/retrieval/vocabulary-data.ts'
import { createVocabulary } from '../../src/retrieval/vocabulary.ts'
import { plainMarkdown } from './plain-markdown.ts'

const texts = [
  '---\ntitle: 住房公积金提取办法\ntopics: [公积金]\n---\n\n## 提取公积金\n\n租房可以提取公积金。现在办理不收费。',
  '---\ntitle: 社会保障卡申领指南\ntopics: [社保卡]\n---\n\n## 补办社保卡\n\n社保卡丢失的，可以补办社保卡。交社保的职工都可以申请。',
  '---\ntitle: 居住证办理指南\ntopics: [居住证]\n---\n\n## 申请居住证\n\n社保满一年可以申请居住证。提取公积金不需要居住证。',
]
const entries = texts.map((text, index) => toDocumentEntry({ path: `${index}.md`, reading: plainMarkdown(text) }))
const data = buildLexicalData(texts.map((text) => termsOf(text)))
const vocabulary = createVocabulary(collectVocabulary(entries, data), [])
const index = createLexicalIndex(data)
const known = (word: string) => termsOf(word).every(index.has)

describe('decodePinyin', () => {
  it.each([
    ['gongjijin zenme tiqu', '公积金怎么提取'],
    ['gong ji jin', '公积金'],
    ['shebaoka 补办', '社保卡 补办'],
    ['juzhuzheng', '居住证'],
  ])('reads %s as %s', (typed, meant) => {
    expect(decodePinyin(typed, vocabulary, known)).toBe(meant)
  })

  it.each(['how to register a dog', 'wifi密码', 'app怎么登录', '公积金怎么提取'])('leaves %s as it is', (typed) => {
    expect(decodePinyin(typed, vocabulary, known)).toBeNull()
  })
})

describe('correctSpelling', () => {
  it.each([
    ['公鸡金怎么提取', '公积金怎么提取'],
    ['社宝卡丢了', '社保卡丢了'],
    ['我要办居主证', '我要办居住证'],
  ])('puts %s right', (typed, meant) => {
    expect(correctSpelling(typed, vocabulary, known)).toBe(meant)
  })

  it.each(['公积金怎么提取', '社保卡丢失', '现在办理居住证'])(
    'never changes %s, which is in the words of the knowledge',
    (typed) => {
      expect(correctSpelling(typed, vocabulary, known)).toBeNull()
    },
  )
})

describe('correctSpelling on hostile input', () => {
  it('comes to an end where names sound alike and none of them is written in a text', () => {
    const names = parseSynonyms('公急金: [a]\n公极金: [b]\n工机金: [c]')
    const alike = createVocabulary(collectVocabulary(entries, data), names)
    expect(correctSpelling('公鸡金公鸡金公鸡金公鸡金', alike, known)).toContain('公积金')
    expect(correctSpelling('公鸡今'.repeat(200), alike, known)).not.toBe('')
  })
})

describe('synonyms', () => {
  const rewrite = createSynonymRewriter(
    parseSynonyms('养老金: [退休金, 养老钱]\n社会保障卡: [社保卡]\n养犬: [养狗]\n犬只: [狗]\n公积金: [gjj]'),
  )

  it('puts the documents’ word for what people say, the longest wording first', () => {
    expect(rewrite('退休金打到社保卡吗')).toBe('养老金打到社会保障卡吗')
    expect(rewrite('养狗要不要给狗打针')).toBe('养犬要不要给犬只打针')
  })

  it('takes Latin abbreviations as whole words only', () => {
    expect(rewrite('gjj怎么取')).toBe('公积金怎么取')
    expect(rewrite('agjjb')).toBeNull()
  })

  it('says so when nothing is to be replaced', () => {
    expect(rewrite('养老金怎么领')).toBeNull()
  })

  it('refuses a file of another form', () => {
    expect(() => parseSynonyms('- 养老金')).toThrow()
  })
})
