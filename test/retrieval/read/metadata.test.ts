import { describe, expect, it } from 'vitest'
import { parseMetadata } from '../../../src/retrieval/read/metadata.ts'

describe('what a document says about itself', () => {
  it('is read under our names and under those of government sites', () => {
    const { metadata, warnings } = parseMetadata({
      标题: '养犬办法',
      发布机构: '市公安局',
      发文字号: '云政发〔2026〕7号',
      成文日期: '二〇二六年一月十五日',
      施行日期: '2026年3月',
      有效期至: '2028年12月',
      有效性: '现行有效',
      适用地区: '云汀市/滨江区',
      topics: '养犬；登记',
      whatever: { unknown: true },
    })
    expect(metadata).toEqual({
      title: '养犬办法',
      url: null,
      issuer: '市公安局',
      region: '云汀市/滨江区',
      language: null,
      published: '2026-01-15',
      effective: '2026-03-01',
      expires: '2028-12-31',
      supersedes: [],
      topics: ['养犬', '登记'],
      audience: [],
      number: '云政发〔2026〕7号',
      status: '现行有效',
    })
    expect(warnings).toEqual([])
  })

  it('warns of a known key that makes no sense and takes it as not said', () => {
    const { metadata, warnings } = parseMetadata({ effective: '适时', language: '火星文', topics: { a: 1 }, title: '' })
    expect(metadata).toMatchObject({ effective: null, language: null, topics: [], title: null })
    expect(warnings.map(({ message }) => message.values['fact'])).toEqual(['language', 'effective', 'topics'])
  })

  it('takes "without end" for no day of expiry, and an empty region for the whole country', () => {
    const { metadata, warnings } = parseMetadata({ expires: '长期有效', region: '' })
    expect([metadata.expires, metadata.region, warnings]).toEqual([null, '', []])
    expect(parseMetadata({}).metadata.region).toBeNull()
  })

  it('takes a source that is an address for the address, and one that is a name for the issuer', () => {
    expect(parseMetadata({ 来源: 'https://a.example/1' }).metadata).toMatchObject({
      url: 'https://a.example/1',
      issuer: null,
    })
    expect(parseMetadata({ 来源: '市公安局' }).metadata).toMatchObject({ url: null, issuer: '市公安局' })
  })
})
