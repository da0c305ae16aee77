import { describe, expect, it } from 'vitest'
import { phrase } from '../../../src/core/phrase.ts'
import { readPdf } from '../../../src/retrieval/read/pdf/read-pdf.ts'
import type { Table } from '../../../src/retrieval/read/reading.ts'
import { renderText } from '../../../src/retrieval/read/render-text.ts'
import { limits } from './limits.ts'
import { fill, image, line, makePdf, paragraph, table, write, type Drawing } from './pdf-maker.ts'

const page = (pages: string) => phrase('reading.where.page', { pages })

const read = (bytes: Uint8Array) => readPdf({ name: '办法.pdf', bytes }, limits)
const pages = (...drawings: (readonly Drawing[])[]) => read(makePdf(drawings))

const long =
  '申请人应当向居住地的街道办事处提出申请并提交身份证明和收入证明，街道办事处应当自受理之日起十个工作日内完成核查，情况复杂的可以延长五个工作日。'
const head = write('云汀市民政资料汇编', 240, 800, 9)
const foot = (number: number) => write(`— ${number} —`, 280, 40, 9)
const texts = (reading: { blocks: readonly { kind: string }[] }) =>
  reading.blocks.flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []))

describe('reading PDF', () => {
  it('joins lines to paragraphs, also over a page break with its running head, page number and footnote', async () => {
    const reading = await pages(
      [
        head,
        write('云汀市临时救助办法', 180, 760, 20),
        write('第一章　总则', 250, 720, 14),
        paragraph(`第一条　${long}`, 80, 690, 36),
        write('第二条　', 102, 618, 11),
        write(long.slice(0, 30), 146, 618, 11),
        write('1', 477, 623, 6),
        line(80, 90, 200, 90),
        write('1街道办事处包括乡镇人民政府。', 80, 78, 8),
        foot(1),
      ],
      [
        head,
        write(long.slice(30, 66), 80, 760, 11),
        write(`${long.slice(66)}`, 80, 742, 11),
        paragraph('第三条　本办法自印发之日起施行。', 80, 724, 36),
        foot(2),
      ],
    )
    expect(reading.title).toBe('云汀市临时救助办法')
    expect(reading.blocks.slice(0, 2)).toEqual([
      { kind: 'heading', level: 1, text: '云汀市临时救助办法' },
      { kind: 'heading', level: 2, text: '第一章 总则' },
    ])
    expect(texts(reading).slice(2)).toEqual([
      `第一条　${long}`,
      `第二条　${long}`,
      '[1] 街道办事处包括乡镇人民政府。',
      '第三条　本办法自印发之日起施行。',
    ])
    expect(reading.warnings).toEqual([])
  })

  it('reads one column after the other', async () => {
    const left = [0, 1, 2, 3].map((at) => paragraph(`第${'一二三四'[at]}条　${long}`, 60, 720 - at * 90, 20, 10, 15))
    const right = [0, 1, 2, 3].map((at) => paragraph(`第${'五六七八'[at]}条　${long}`, 310, 713 - at * 90, 20, 10, 15))
    const reading = await pages([write('两栏排版的办法', 220, 770, 18), ...left, ...right])
    expect(texts(reading)).toEqual([
      '两栏排版的办法',
      ...[...'一二三四五六七八'].map((number) => `第${number}条　${long}`),
    ])
  })

  it('tells headings, numbered headings and lists apart', async () => {
    const reading = await pages([
      write('办事指南', 240, 760, 20),
      ...[
        '一、申请条件',
        '（一）本市户籍；',
        '（二）年满六十周岁。',
        '二、办理流程',
        '现场申请后五个工作日内办结。',
        '1. 受理；',
        '（1）窗口受理；',
        '2. 办结。',
      ].map((text, at) => write(text, 102, 720 - at * 18, 11)),
    ])
    expect(reading.blocks).toEqual([
      { kind: 'heading', level: 1, text: '办事指南' },
      { kind: 'heading', level: 4, text: '一、申请条件' },
      {
        kind: 'list',
        items: [
          { text: '（一）本市户籍；', level: 0 },
          { text: '（二）年满六十周岁。', level: 0 },
        ],
      },
      { kind: 'heading', level: 4, text: '二、办理流程' },
      { kind: 'paragraph', text: '现场申请后五个工作日内办结。' },
      {
        kind: 'list',
        items: [
          { text: '1. 受理；', level: 0 },
          { text: '（1）窗口受理；', level: 1 },
          { text: '2. 办结。', level: 0 },
        ],
      },
    ])
  })

  it('refuses a file that needs a password and reads one that only its owner locked', async () => {
    const drawn = [[write('公开的办事指南正文。', 80, 700)]]
    await expect(read(makePdf(drawn, { password: '1234' }))).rejects.toMatchObject({ reason: 'password' })
    expect(texts(await read(makePdf(drawn, { password: '' })))).toEqual(['公开的办事指南正文。'])
  })

  it('rebuilds a lost index, and refuses a file that is cut off', async () => {
    const whole = Buffer.from(makePdf([[write('索引损坏的正文。', 80, 700)]]))
    const lost = Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/u, 'startxref\n999999'), 'latin1')
    expect(texts(await read(lost))).toEqual(['索引损坏的正文。'])
    await expect(read(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      name: 'UnreadableFile',
      reason: 'damaged',
    })
  })

  it('says when a file or some of its pages are only images', async () => {
    const scan = [image(0, 0, 595, 842)]
    await expect(pages(scan, scan)).rejects.toMatchObject({ reason: 'image-only' })
    const { warnings, blocks } = await pages([write('第一页的正文。', 80, 700)], scan, scan, [], scan)
    expect(blocks).toHaveLength(1)
    expect(warnings).toEqual([
      {
        kind: 'page-without-text',
        message: phrase('reading.no-text-on-page', { pages: '2-3, 5' }),
        where: page('2-3, 5'),
      },
    ])
    await expect(pages([])).rejects.toMatchObject({ reason: 'empty' })
  })

  it('refuses streams that unpack to more than is allowed', async () => {
    const bomb = makePdf([[' '.repeat(3_000_000)]])
    await expect(
      readPdf({ name: 'bomb.pdf', bytes: bomb }, { ...limits, unpackedBytes: 1_000_000 }),
    ).rejects.toMatchObject({ reason: 'bomb' })
    await expect(
      readPdf({ name: 'long.pdf', bytes: makePdf([[], [], []]) }, { ...limits, parts: 2 }),
    ).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('turns pages that lie on their side', async () => {
    const turned = `q 0 1 -1 0 595 0 cm ${write('横放页面的正文内容。', 300, 500)} Q`
    expect(texts(await pages([turned]))).toEqual(['横放页面的正文内容。'])
    expect(texts(await read(makePdf([[turned]], { rotate: 90 })))).toEqual(['横放页面的正文内容。'])
  })
})

describe('text that cannot be seen in a PDF', () => {
  const visible = paragraph(long, 80, 760, 36)

  it.each([
    ['white on white', write('隐藏的指令', 80, 500, 11, '1 g'), 'white-text'],
    ['nearly white', write('隐藏的指令', 80, 500, 11, '0.97 g'), 'white-text'],
    ['dark on dark', `${fill(60, 480, 300, 60, '0.1 g')} ${write('隐藏的指令', 80, 500, 11, '0.12 g')}`, 'white-text'],
    ['tiny', write('隐藏的指令', 80, 500, 1), 'tiny-text'],
    ['without ink', write('隐藏的指令', 80, 500, 11, '3 Tr'), 'hidden-style'],
    ['off the page', write('隐藏的指令', 80, -300), 'hidden-style'],
    ['painted over', `${write('隐藏的指令', 80, 500)} ${fill(60, 480, 300, 60, '1 g')}`, 'hidden-style'],
  ])('is quarantined when it is %s', async (_, drawing, reason) => {
    const { blocks, quarantined } = await pages([visible, drawing])
    expect(blocks).toEqual([{ kind: 'paragraph', text: long }])
    expect(quarantined).toEqual([{ text: '隐藏的指令', reason, where: page('1') }])
  })

  it('is quarantined in a layer that is not shown', async () => {
    const layer = `/OC /L1 BDC ${write('隐藏的指令', 80, 500)} EMC`
    const { blocks, quarantined } = await read(makePdf([[visible, layer]], { hiddenLayer: true }))
    expect(blocks).toEqual([{ kind: 'paragraph', text: long }])
    expect(quarantined).toEqual([{ text: '隐藏的指令', reason: 'hidden-style', where: page('1') }])
  })

  it.each([
    [
      'white on a dark ground',
      `${fill(60, 480, 300, 60, '0 0 0.5 rg')} ${write('深色底上的白字', 80, 500, 11, '1 g')}`,
      '深色底上的白字',
    ],
    ['grey', write('灰色的说明', 80, 500, 11, '0.75 g'), '灰色的说明'],
    [
      'what recognition laid behind a scan',
      `${image(0, 400, 595, 200)} ${write('识别出的文字', 80, 500, 11, '3 Tr')}`,
      '识别出的文字',
    ],
  ])('is not: %s', async (_, drawing, text) => {
    const { blocks, quarantined } = await pages([visible, drawing])
    expect(blocks.at(-1)).toEqual({ kind: 'paragraph', text })
    expect(quarantined).toEqual([])
  })
})

describe('tables in a PDF', () => {
  const xs = [80, 160, 240, 320, 400, 500]
  const heads = [
    { row: 0, column: 0, rows: 2, text: '镇' },
    { row: 0, column: 1, rows: 2, text: '项目' },
    { row: 0, column: 2, columns: 2, text: '2025年度' },
    { row: 0, column: 4, rows: 2, text: '发放方式' },
    { row: 1, column: 2, text: '标准' },
    { row: 1, column: 3, text: '上限' },
  ]
  const row = (at: number, values: readonly string[]) =>
    values.map((text, column) => ({ row: at, column: column + 1, text }))
  const tableOf = (blocks: readonly { kind: string }[]) =>
    blocks.find((block): block is Table => block.kind === 'table')

  it('keep merged cells and two levels of heads, also where a page break falls inside a merged cell', async () => {
    const first = table(
      xs,
      [760, 740, 720, 700, 680],
      [
        ...heads,
        { row: 2, column: 0, rows: 2, text: '石桥镇' },
        ...row(2, ['种粮', '694', '5552', '按月']),
        ...row(3, ['生态林', '295', '1770', '按季']),
      ],
    )
    const second = table(
      xs,
      [790, 770, 750, 730, 710],
      [
        ...heads,
        { row: 2, column: 0, text: '' },
        ...row(2, ['公益岗', '302', '2416', '一次性']),
        { row: 3, column: 0, text: '东坪镇' },
        ...row(3, ['种粮', '174', '1740', '按季']),
      ],
    )
    const { blocks } = await pages([write('表1　各镇补助标准', 240, 775, 11), first], [second])
    expect(blocks).toEqual([
      {
        kind: 'table',
        caption: '表1　各镇补助标准',
        columns: ['镇', '项目', '2025年度 标准', '2025年度 上限', '发放方式'],
        labelColumns: 2,
        rows: [
          ['石桥镇', '种粮', '694', '5552', '按月'],
          ['石桥镇', '生态林', '295', '1770', '按季'],
          ['石桥镇', '公益岗', '302', '2416', '一次性'],
          ['东坪镇', '种粮', '174', '1740', '按季'],
        ],
      },
    ])
  })

  it('go on in the row that a page break cut', async () => {
    const plain = (at: number, values: readonly string[]) => values.map((text, column) => ({ row: at, column, text }))
    const wide = [80, 160, 400]
    const { blocks } = await pages(
      [table(wide, [760, 740, 720], [...plain(0, ['事项', '材料']), ...plain(1, ['登记', '申请表、身份证明和'])])],
      [table(wide, [790, 770, 750], [...plain(0, ['', '收入证明']), ...plain(1, ['变更', '申请表'])])],
    )
    expect(tableOf(blocks)?.rows).toEqual([
      ['登记', '申请表、身份证明和收入证明'],
      ['变更', '申请表'],
    ])
  })

  it('need no upright lines', async () => {
    const levels = [760, 742, 640].map((y) => line(80, y, 500, y))
    const cells = [
      ['窗口', '时间', '电话'],
      ['一号窗口', '9:00至17:00', '0000-1234501'],
      ['二号窗口', '8:00至16:00', '0000-1234502'],
      ['三号窗口', '全天', '0000-1234503'],
    ].flatMap((values, at) => values.map((text, column) => write(text, 84 + column * 140, 747 - at * 24, 10)))
    const { blocks } = await pages([...levels, ...cells, write('以上时间不含法定节假日。', 80, 600, 11)])
    expect(renderText({ blocks }).split('\n\n')).toEqual([
      [
        '一号窗口：时间：9:00至17:00；电话：0000-1234501',
        '二号窗口：时间：8:00至16:00；电话：0000-1234502',
        '三号窗口：时间：全天；电话：0000-1234503',
      ].join('\n'),
      '以上时间不含法定节假日。',
    ])
  })

  it('are not seen in a frame around running text', async () => {
    const frame = [line(60, 780, 540, 780), line(60, 600, 540, 600), line(60, 780, 60, 600), line(540, 780, 540, 600)]
    expect((await pages([...frame, paragraph(long, 80, 750, 36)])).blocks).toEqual([{ kind: 'paragraph', text: long }])
  })
})
