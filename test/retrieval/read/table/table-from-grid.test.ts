import { describe, expect, it } from 'vitest'
import { renderRow } from '../../../../src/retrieval/read/render-row.ts'
import { tableFromCells } from '../../../../src/retrieval/read/table/table-from-grid.ts'

interface Span {
  rows?: number
  columns?: number
  head?: boolean
}
const cell = (text: string, { rows = 1, columns = 1, head = false }: Span = {}) => ({ text, rows, columns, head })
const plain = (...texts: readonly string[]) => texts.map((text) => cell(text))
const lines = (...rows: Parameters<typeof tableFromCells>[0]) => {
  const table = tableFromCells(rows)
  return table === null ? [] : table.rows.map((row) => renderRow(table, row))
}

describe('a table from cells', () => {
  it('joins the levels of its heads into one path a column', () => {
    const table = tableFromCells([
      [cell('学段', { rows: 3 }), cell('津贴', { columns: 4 }), cell('学时', { rows: 3 })],
      [cell('城区', { columns: 2 }), cell('乡村', { columns: 2 })],
      plain('基础', '浮动', '基础', '浮动'),
      plain('小学', '620', '180', '910', '240', '72'),
    ])
    expect(table?.columns).toEqual([
      '学段',
      '津贴 城区 基础',
      '津贴 城区 浮动',
      '津贴 乡村 基础',
      '津贴 乡村 浮动',
      '学时',
    ])
    expect(table?.rows).toEqual([['小学', '620', '180', '910', '240', '72']])
  })

  it('fills a merged cell into every row and column that it covers', () => {
    expect(
      lines(
        plain('类别', '事项', '首次', '变更'),
        [cell('登记', { rows: 2 }), ...plain('抵押', '85', '45')],
        [cell('注销'), cell('免收', { columns: 2 })],
      ),
    ).toEqual(['登记 抵押：首次：85；变更：45', '登记 注销：首次：免收；变更：免收'])
  })

  it('names a row by a label that covers both label columns once', () => {
    expect(
      lines(
        plain('学段', '岗位', '津贴'),
        [cell('小学', { rows: 2 }), ...plain('班主任', '620')],
        plain('科任教师', '410'),
        [cell('特殊教育学校', { columns: 2 }), cell('780')],
      ).at(-1),
    ).toBe('特殊教育学校：津贴：780')
  })

  it('takes rows over the whole width above the heads as its caption', () => {
    const table = tableFromCells([
      [cell('收费标准', { columns: 2 })],
      [cell('单位：元', { columns: 2 })],
      plain('项目', '标准'),
      plain('停车', '5'),
    ])
    expect(table?.caption).toBe('收费标准 单位：元')
    expect(table?.rows).toEqual([['停车', '5']])
  })

  it('puts headings inside the table before the rows that stand under them, and leaves notes alone', () => {
    expect(
      lines(
        plain('事项', '时限', '费用'),
        [cell('一、社会保险', { columns: 3 })],
        plain('参保登记', '3 天', '0'),
        [cell('二、不动产', { columns: 3 })],
        plain('首次登记', '7 天', '80'),
        [cell('注：费用以元计。', { columns: 3 })],
      ),
    ).toEqual([
      '一、社会保险 参保登记：时限：3 天；费用：0',
      '二、不动产 首次登记：时限：7 天；费用：80',
      '注：费用以元计。',
    ])
  })

  it('reads a service guide of names and values without heads', () => {
    expect(lines(plain('事项名称', '养犬登记'), plain('法定时限', '20 日'), plain('收费标准', '免费'))).toEqual([
      '事项名称：养犬登记',
      '法定时限：20 日',
      '收费标准：免费',
    ])
  })

  it('reads a guide of four columns as two pairs a row', () => {
    expect(
      lines(plain('事项名称', '养犬登记', '办理时限', '5 日'), plain('咨询电话', '12345', '办理地点', '政务大厅'), [
        cell('申请条件'),
        cell('有固定住所', { columns: 3 }),
      ]),
    ).toEqual(['事项名称：养犬登记', '办理时限：5 日', '咨询电话：12345', '办理地点：政务大厅', '申请条件：有固定住所'])
  })

  it('keeps the heads of a table of two columns that names its values', () => {
    expect(lines(plain('项目', '标准（元）'), plain('小型车', '5'), plain('大型车', '10'))).toEqual([
      '小型车：标准（元）：5',
      '大型车：标准（元）：10',
    ])
  })

  it('takes a first row of figures as a row like the others', () => {
    expect(lines(plain('小学', '620', '180'), plain('初中', '660', '195'))).toEqual([
      '小学：620；180',
      '初中：660；195',
    ])
  })

  it('leaves out a head that is repeated further down', () => {
    const table = tableFromCells([
      plain('镇', '金额', '方式'),
      plain('甲镇', '3', '月'),
      plain('镇', '金额', '方式'),
      plain('乙镇', '4', '年'),
    ])
    expect(table?.rows).toEqual([
      ['甲镇', '3', '月'],
      ['乙镇', '4', '年'],
    ])
  })

  it('counts a running number to the label of a row', () => {
    expect(lines(plain('序号', '材料', '份数'), plain('1', '身份证', '1'), plain('2', '户口簿', '2'))).toEqual([
      '1 身份证：份数：1',
      '2 户口簿：份数：2',
    ])
  })

  it('reads a form whose rows hardly share columns row by row', () => {
    expect(
      lines(
        [cell('姓名', { columns: 2 }), cell('张某', { columns: 4 })],
        [cell('声明', { columns: 1 }), cell('本人承诺属实', { columns: 5 })],
        [cell('附', { columns: 5 }), cell('章', { columns: 1 })],
        [cell('年', { columns: 3 }), cell('月', { columns: 3 })],
      ),
    ).toEqual(['姓名：张某', '声明：本人承诺属实', '附：章', '年：月'])
  })

  it('is nothing where no cell says anything', () => {
    expect(tableFromCells([plain('', ''), plain('', '')])).toBeNull()
  })
})
