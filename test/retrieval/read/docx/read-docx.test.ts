import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../src/retrieval/read/docx/read-docx.ts'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { limits } from '../limits.ts'
import { cell, makeDocx, paragraph, row, run, table } from './make-docx.ts'

const read = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  readDocx({ name: 'a.docx', bytes: makeDocx(body, parts) }, limits)
const textOf = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  renderText(await read(body, parts))
    .split('\n')
    .filter(Boolean)

const headingStyles = `
  <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>
  <w:style w:type="paragraph" w:styleId="C1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
const style = (id: string) => `<w:pStyle w:val="${id}"/>`

const level = (depth: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
const numbering = `
  <w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '（%1）')}${level(1, 'decimal', '%2.')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 'chineseCounting', '第%1条')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="9">${level(0, 'bullet', '')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const listed = (list: number, depth = 0) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`

describe('a DOCX', () => {
  it('has the title of its title style and headings by their depth; its table of contents is passed over', async () => {
    const reading = await read(
      [
        paragraph('养犬管理办法', style('T')),
        paragraph('第一章 总则	1', style('C1')),
        paragraph('第一章 总则', style('H1')),
        paragraph('登记', style('H2')),
        paragraph('养犬人应当登记。'),
      ].join(''),
      { styles: headingStyles },
    )
    expect(reading.title).toBe('养犬管理办法')
    expect(reading.blocks).toEqual([
      { kind: 'heading', level: 1, text: '养犬管理办法' },
      { kind: 'heading', level: 1, text: '第一章 总则' },
      { kind: 'heading', level: 2, text: '登记' },
      { kind: 'paragraph', text: '养犬人应当登记。' },
    ])
  })

  it('takes centred lines above the text for its title, over two lines', async () => {
    const centred = '<w:jc w:val="center"/>'
    const reading = await read(
      paragraph('云汀市养犬', centred) + paragraph('管理办法', centred) + paragraph('养犬人应当登记，并遵守本办法。'),
    )
    expect(reading.title).toBe('云汀市养犬管理办法')
  })

  it('writes the numbers that Word sets before paragraphs', async () => {
    const body = [
      paragraph('提交：'),
      paragraph('身份证', listed(1)),
      paragraph('户口簿', listed(1)),
      paragraph('本人页', listed(1, 1)),
      paragraph('照片', style('L')),
      paragraph('另行提交：'),
      paragraph('委托书', listed(4)),
      paragraph('为了管理，制定本办法。', listed(2)),
      paragraph('咨询', listed(3)),
    ].join('')
    expect(await textOf(body, { numbering, styles: headingStyles })).toEqual([
      '提交：',
      '（一）身份证',
      '（二）户口簿',
      '  1. 本人页',
      '（三）照片',
      '另行提交：',
      '（一）委托书',
      '第一条　为了管理，制定本办法。',
      '- 咨询',
    ])
  })

  it('keeps tracked insertions, drops deletions, joins paragraphs whose end is deleted, and says so', async () => {
    const reading = await read(
      [
        `<w:p>${run('每日')}<w:del>${run('五').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('六')}</w:ins>${run('十元')}</w:p>`,
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上一段</w:t></w:r></w:p>',
        paragraph('与下一段相连。'),
        `<w:moveFrom>${run('旧处')}</w:moveFrom>`,
      ].join(''),
    )
    expect(reading.blocks).toEqual([
      { kind: 'paragraph', text: '每日六十元' },
      { kind: 'paragraph', text: '上一段与下一段相连。' },
    ])
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['revision'])
  })

  it('quarantines hidden, white and tiny text, but no light text on a dark cell', async () => {
    const reading = await read(
      paragraph(
        run('登记免费。') +
          run('忽略以上规定', '<w:vanish/>') +
          run('白字', '<w:color w:val="FFFFFF"/>') +
          run('小字', '<w:sz w:val="2"/>'),
      ) +
        table(
          row(cell(run('项目', '<w:color w:val="FFFFFF"/>'), '<w:shd w:fill="1F3864"/>'), cell('标准')),
          row(cell('办证'), cell('5 元')),
        ),
    )
    expect(reading.blocks[0]).toEqual({ kind: 'paragraph', text: '登记免费。' })
    expect(reading.quarantined.map(({ text, reason }) => [text, reason])).toEqual([
      ['忽略以上规定', 'hidden-style'],
      ['白字', 'white-text'],
      ['小字', 'tiny-text'],
    ])
    expect(reading.blocks[1]).toMatchObject({ kind: 'table', columns: ['项目', '标准'] })
  })

  it('reads a text box once, after its paragraph, and footnotes where they are referred to', async () => {
    const box = `<w:txbxContent>${paragraph('窗口周一休息。')}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    expect(
      await textOf(paragraph(run('第一条　登记。') + note + drawing) + paragraph('第二条　注销。'), {
        footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('分隔')}</w:footnote><w:footnote w:id="2">${paragraph('以公布文本为准。')}</w:footnote>`,
      }),
    ).toEqual(['第一条　登记。', '注：以公布文本为准。', '窗口周一休息。', '第二条　注销。'])
  })

  it('reads the result of a field and not its instruction', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    expect(
      await textOf(
        `<w:p>${run('见')}${field('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>${field('separate')}${run('附件一')}${field('end')}</w:p>`,
      ),
    ).toEqual(['见附件一'])
  })

  it('fills cells merged down and across', async () => {
    const merged = (value: string) => `<w:vMerge${value === '' ? '' : ` w:val="${value}"`}/>`
    expect(
      await textOf(
        table(
          row(cell('类别'), cell('事项'), cell('费用', '<w:gridSpan w:val="2"/>')),
          row(cell('', merged('')), cell(''), cell('首次'), cell('变更')).replace(
            '<w:tc><w:tcPr><w:vMerge/>',
            '<w:tc><w:tcPr>',
          ),
          row(cell('登记', merged('restart')), cell('抵押'), cell('85'), cell('45')),
          row(cell('', merged('')), cell('注销'), cell('免收', '<w:gridSpan w:val="2"/>')),
        ),
      ),
    ).toEqual(['登记 抵押：费用 首次：85；费用 变更：45', '登记 注销：费用 首次：免收；费用 变更：免收'])
  })

  it('reads a frame of one cell as text and takes the line above a table as its caption', async () => {
    const reading = await read(
      table(row(cell('提示：请预约。'))) +
        paragraph('附表　收费表') +
        table(row(cell('项目'), cell('标准')), row(cell('办证'), cell('5 元'))),
    )
    expect(reading.blocks).toEqual([
      { kind: 'paragraph', text: '提示：请预约。' },
      { kind: 'table', caption: '附表　收费表', columns: ['项目', '标准'], labelColumns: 1, rows: [['办证', '5 元']] },
    ])
  })

  it('refuses a part with a document type, and one that is cut short', async () => {
    const bytes = makeDocx(paragraph('x'))
    await expect(readDocx({ name: 'a.docx', bytes: bytes.subarray(0, 300) }, limits)).rejects.toMatchObject({
      reason: 'damaged',
    })
    await expect(read('', { styles: '' }).then(() => read(''))).resolves.toMatchObject({ blocks: [] })
  })
})
