import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/retrieval/read/reading.ts'
import { toUnits } from '../../src/retrieval/units.ts'

const line = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

describe('toUnits', () => {
  it('keeps an article together with its later paragraphs and items', () => {
    const units = toUnits(
      [
        line('第五条　有下列情形之一的，可以提取：'),
        line('（一）购买自住住房的；'),
        line('（二）离休、退休的。'),
        line('依照前款提取的，应当提供证明。'),
        line('第六条　提取不收费。'),
      ],
      '提取办法',
    )
    expect(units.map(({ kind }) => kind)).toEqual(['article', 'article'])
    expect(units[0]?.text).toBe(
      '第五条　有下列情形之一的，可以提取：\n（一）购买自住住房的；\n（二）离休、退休的。\n依照前款提取的，应当提供证明。',
    )
  })

  it('gives a list its lead-in, also where the items are plain paragraphs', () => {
    const units = toUnits(
      [line('办理时应当提交下列材料：'), line('1.身份证；'), line('2.申请表。'), line('即时办结。')],
      '指南',
    )
    expect(units).toEqual([
      { kind: 'list', lead: '办理时应当提交下列材料：', text: '1.身份证；\n2.申请表。', section: [] },
      { kind: 'paragraph', lead: null, text: '即时办结。', section: [] },
    ])
  })

  it('takes short numbered lines as headings and knows how they nest', () => {
    const units = toUnits(
      [line('一、申请条件'), line('（一）个人'), line('年满十八周岁。'), line('二、办理时间'), line('工作日受理。')],
      '指南',
    )
    expect(units.map(({ section }) => section)).toEqual([['一、申请条件', '（一）个人'], ['二、办理时间']])
  })

  it('does not take enumerated items after a lead-in for headings', () => {
    const units = toUnits([line('对象包括：'), line('（一）老年人'), line('（二）残疾人')], '指南')
    expect(units).toEqual([{ kind: 'list', lead: '对象包括：', text: '（一）老年人\n（二）残疾人', section: [] }])
  })

  it('leaves a title repeated as the first heading out of the sections', () => {
    const units = toUnits([heading(1, '养犬办法'), heading(2, '总则'), line('本市实行登记。')], '养犬办法')
    expect(units[0]?.section).toEqual(['总则'])
  })

  it('writes the rows of an English table with English signs', () => {
    const columns = ['Area', 'First hour', 'Daily cap']
    const rows = [['Core area (核心区)', '6 yuan', '60 yuan']]
    const [unit] = toUnits([{ kind: 'table', caption: null, columns, labelColumns: 1, rows }], 'Parking')
    expect(unit?.text).toBe('Core area (核心区): First hour: 6 yuan; Daily cap: 60 yuan')
  })

  it('reads each table row with its heads, and the line that announces the table as its lead', () => {
    const units = toUnits(
      [
        line('收费标准如下：'),
        {
          kind: 'table',
          caption: null,
          columns: ['区域', '首小时', '封顶 工作日'],
          labelColumns: 1,
          rows: [
            ['核心区', '6元', '60元'],
            ['其他', '4元', ''],
          ],
        },
      ],
      '停车',
    )
    expect(units.slice(1)).toEqual([
      { kind: 'row', lead: '收费标准如下：', text: '核心区：首小时：6元；封顶 工作日：60元', section: [] },
      { kind: 'row', lead: '收费标准如下：', text: '其他：首小时：4元', section: [] },
    ])
  })

  it('keeps a question with its answer and further columns', () => {
    const units = toUnits(
      [{ kind: 'question', question: '要钱吗？', answer: '免费。', more: { 依据: '第三条', 备注: '' } }],
      '问答',
    )
    expect(units).toEqual([{ kind: 'question', lead: null, text: '要钱吗？\n免费。\n依据：第三条', section: [] }])
  })
})
