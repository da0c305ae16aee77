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

  it('fills heads and group labels whose merged cells became blanks', async () => {
    const text = '镇,项目,一类户,,方式\n,,标准,上限,\n甲镇,建房,3,5,月\n,危改,4,6,年\n乙镇,建房,7,8,月\n,危改,9,10,年\n'
    expect(renderText(await read(text)).split('\n')).toEqual([
      '甲镇 建房：一类户 标准：3；一类户 上限：5；方式：月',
      '甲镇 危改：一类户 标准：4；一类户 上限：6；方式：年',
      '乙镇 建房：一类户 标准：7；一类户 上限：8；方式：月',
      '乙镇 危改：一类户 标准：9；一类户 上限：10；方式：年',
    ])
  })

  it('leaves other blanks alone', async () => {
    const reading = await read('项目,标准,备注\n停车,5,\n,,以公示为准\n补证,10,\n')
    expect(renderText(reading).split('\n')).toEqual(['停车：标准：5', '备注：以公示为准', '补证：标准：10'])
  })
})
