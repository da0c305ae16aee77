import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readCsv } from '../../../../src/retrieval/read/sheet/read-csv.ts'
import { limits } from '../limits.ts'

const read = (bytes: Uint8Array | string) => readCsv({ name: 'a.csv', bytes: Buffer.from(bytes) }, limits)

describe('a CSV file', () => {
  it('finds its delimiter and reads quoted fields with line breaks', async () => {
    const reading = await read('\uFEFF问题;答复\n"在哪办?";"一楼; 或\n""二楼"""\n')
    expect(reading.blocks).toEqual([
      {
        kind: 'question',
        question: '在哪办?',
        answer: '一楼; 或\n"二楼"',
        more: {},
        heads: { question: '问题', answer: '答复' },
      },
    ])
  })

  it('reads GBK and says that it guessed', async () => {
    const reading = await read(Buffer.from('cfeec4bf2cb1ead7bc0ab8b4d3a12c310a', 'hex'))
    expect(renderText(reading)).toBe('复印：标准：1')
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['encoding'])
  })

  it('is refused where it holds no value', async () => {
    await expect(read('\n\n,,\n')).rejects.toMatchObject({ reason: 'empty' })
  })
})
