import { utils, write, type WorkSheet } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { phrase } from '../../../../src/core/phrase.ts'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readWorkbook } from '../../../../src/retrieval/read/sheet/read-workbook.ts'
import { limits } from '../limits.ts'
import { makeZip } from '../make-zip.ts'

type Values = readonly (readonly (string | number | null)[])[]

function sheetOf(values: Values, merges: readonly string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(values.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  return sheet
}

function bytesOf(sheets: Readonly<Record<string, WorkSheet>>, type: 'xlsx' | 'biff8', hidden: readonly string[] = []) {
  const names = Object.keys(sheets)
  const Sheets = names.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 }) as const)
  const bytes: unknown = write(
    { SheetNames: names, Sheets: { ...sheets }, Workbook: { Sheets } },
    { bookType: type, type: 'buffer' },
  )
  return bytes as Uint8Array
}

const fees = sheetOf(
  [
    ['停车收费标准'],
    ['区域', '车型', '标准（元）', null, '备注'],
    [null, null, '白天', '夜间', null],
    ['一类', '小型', 5, 2, '首 30 分钟免费'],
    [null, '大型', 10, '免收', null],
    ['注：以公示牌为准。'],
  ],
  ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A4:A5'],
)

describe.each(['xlsx', 'biff8'] as const)('a workbook (%s)', (type) => {
  const read = (sheets: Readonly<Record<string, WorkSheet>>, hidden: readonly string[] = []) =>
    readWorkbook({ name: 'a', bytes: bytesOf(sheets, type, hidden) }, limits)

  it('reads heads of two levels, merged labels, the title above and the note below', async () => {
    const reading = await read({ Sheet1: fees })
    expect(reading.title).toBe('停车收费标准')
    expect(renderText(reading).split('\n').filter(Boolean)).toEqual([
      '停车收费标准',
      '一类 小型：标准（元） 白天：5；标准（元） 夜间：2；备注：首 30 分钟免费',
      '一类 大型：标准（元） 白天：10；标准（元） 夜间：免收',
      '注：以公示牌为准。',
    ])
  })

  it('gives values as they are displayed', async () => {
    const sheet = sheetOf([
      ['项目', '金额', '占比', '日期'],
      ['复印', 1040, 0.452, 46023],
    ])
    for (const [address, format] of [['B2', '#,##0.00'], ['C2', '0.0%'], ['D2', 'yyyy"年"m"月"d"日"']] as const)
      sheet[address] = { ...(sheet[address] as object), z: format } // prettier-ignore
    expect(
      renderText(await read({ 费用: sheet }))
        .split('\n')
        .at(-1),
    ).toBe('复印：金额：1,040.00；占比：45.2%；日期：2026年1月1日')
  })

  it('reads questions and answers with their other columns', async () => {
    const reading = await read({
      问答: sheetOf([
        ['序号', '问题', '答复', '依据'],
        [1, '在哪办？', '政务大厅。\n三楼。', '办法'],
      ]),
    })
    expect(reading.blocks).toEqual([
      { kind: 'heading', level: 2, text: '问答' },
      {
        kind: 'question',
        question: '在哪办？',
        answer: '政务大厅。\n三楼。',
        more: { 依据: '办法' },
        heads: { question: '问题', answer: '答复' },
      },
    ])
    expect(renderText(reading)).toContain('问题：在哪办？；答复：政务大厅。 三楼。；依据：办法')
  })

  it('passes hidden sheets over and says so', async () => {
    const reading = await read({ 公开: sheetOf([['办理地点'], ['三楼']]), 内部: sheetOf([['底价 7777']]) }, ['内部'])
    expect(renderText(reading)).not.toContain('7777')
    expect(reading.warnings).toEqual([
      {
        kind: 'skipped',
        message: phrase('reading.hidden-sheet'),
        where: phrase('reading.where.sheet', { sheet: '内部' }),
      },
    ])
  })
})

describe('a workbook', () => {
  it('passes hidden rows and columns over and says so', async () => {
    const sheet = sheetOf([
      ['项目', '标准', '底价'],
      ['复印', '1 元', '七角'],
      ['内部', '无', '无'],
    ])
    sheet['!cols'] = [{}, {}, { hidden: true }]
    sheet['!rows'] = [{}, {}, { hidden: true }]
    const reading = await readWorkbook({ name: 'a', bytes: bytesOf({ 一: sheet }, 'xlsx') }, limits)
    expect(renderText(reading)).not.toMatch(/七角|内部/u)
    expect(reading.warnings.map(({ message }) => message)).toEqual([phrase('reading.hidden-rows', { count: '2' })])
  })

  it('refuses one that unpacks to more than is allowed, and one that is cut short', async () => {
    const bytes = bytesOf({ 一: fees }, 'xlsx')
    await expect(readWorkbook({ name: 'a', bytes }, { ...limits, unpackedBytes: 2_000 })).rejects.toMatchObject({
      reason: 'bomb',
    })
    await expect(readWorkbook({ name: 'a', bytes: bytes.subarray(0, 900) }, limits)).rejects.toMatchObject({
      reason: 'damaged',
    })
  })

  it('quarantines white and tiny text, but no light text on a dark cell', async () => {
    const part = (name: string, content: string) => ({ name, bytes: `<?xml version="1.0"?>${content}` })
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const value = (address: string, style: number, text: string) =>
      `<c r="${address}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`
    const bytes = makeZip([
      part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'),
      part('xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`),
      part('xl/workbook.xml', `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="收费" sheetId="1" r:id="r1"/></sheets></workbook>`),
      part('xl/styles.xml', `<styleSheet ${main}><fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="1"/><xf fontId="1" fillId="0"/><xf fontId="2" fillId="0"/></cellXfs></styleSheet>`),
      part('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData><row r="1">${value('A1', 1, '项目')}${value('B1', 1, '标准')}</row><row r="2">${value('A2', 0, '停车')}${value('B2', 0, '5 元')}${value('C2', 2, '白字')}</row><row r="3">${value('A3', 3, '小字')}</row></sheetData></worksheet>`),
    ]) // prettier-ignore
    const reading = await readWorkbook({ name: 'a.xlsx', bytes }, limits)
    expect(renderText(reading)).toBe('## 收费\n\n停车：标准：5 元')
    expect(reading.quarantined).toEqual([
      { text: '白字', reason: 'white-text', where: phrase('reading.where.cell', { sheet: '收费', cell: 'C2' }) },
      { text: '小字', reason: 'tiny-text', where: phrase('reading.where.cell', { sheet: '收费', cell: 'A3' }) },
    ])
  })
})
