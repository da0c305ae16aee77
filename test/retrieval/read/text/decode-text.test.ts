import { describe, expect, it } from 'vitest'
import { phrase } from '../../../../src/core/phrase.ts'
import { decodeText } from '../../../../src/retrieval/read/text/decode-text.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

describe('decoding', () => {
  it('takes bytes that stand alone for Western ones, with the quotes and dashes of Windows', () => {
    expect(decodeText(Buffer.from('the citizen\x92s caf\xe9 \x96 \x93open\x94', 'latin1')).text).toBe(
      'the citizen’s café – “open”',
    )
  })

  it('reads Chinese although the page declares a Western encoding', () => {
    expect(decodeText(bytes('b5c7bcc7c3e2b7d1a3acb2bbcad5b7d1d3c3a1a3'), 'iso-8859-1').text).toBe(
      '登记免费，不收费用。',
    )
  })

  it('says how many characters were lost', () => {
    const { text, warnings } = decodeText(bytes('b5c7bcc7ff20ff20b7d1d3c3a1a3'), 'gbk')
    expect(text).toContain('登记')
    expect(warnings).toEqual([
      { kind: 'encoding', message: phrase('reading.encoding.lost', { encoding: 'gb18030', count: '2' }), where: null },
    ])
  })

  it('reads UTF-16 without a mark', () => {
    expect(decodeText(Buffer.from('第1条 登记 fee 5 yuan, 随到随办。', 'utf16le')).text).toContain('随到随办')
  })
})
