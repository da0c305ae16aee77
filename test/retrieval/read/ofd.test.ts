import { describe, expect, it } from 'vitest'
import { phrase } from '../../../src/core/phrase.ts'
import { readOfd } from '../../../src/retrieval/read/ofd/read-ofd.ts'
import { limits } from './limits.ts'
import { makeZip } from './make-zip.ts'
import { box, layer, makeOfd, picture, text } from './ofd-maker.ts'

const onPage = (pages: string) => phrase('reading.where.page', { pages })

const read = (bytes: Uint8Array) => readOfd({ name: '公文.ofd', bytes }, limits)
const texts = (reading: { blocks: readonly object[] }) =>
  reading.blocks.flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []))

const long =
  '市民政局应当自收到材料之日起十个工作日内完成审核，并将结果书面告知申请人；不予批准的，应当说明理由和救济途径，申请人可以依法申请行政复议。'
const lines = (words: string, y: number, letters = 36) => {
  const parts = [words.slice(0, letters - 2)]
  for (let at = letters - 2; at < words.length; at += letters) parts.push(words.slice(at, at + letters))
  return parts.map((part, at) => text(part, at === 0 ? 38 : 30, y + at * 7)).join('')
}

describe('reading OFD', () => {
  it('joins lines to paragraphs over pages, under larger headings', async () => {
    const first = layer(
      text('云汀市临时救助办法', 70, 40, { size: 7, attributes: ' Weight="800"' }) +
        text('第一章 总则', 92, 55, { size: 5.6, attributes: ' Weight="800"' }) +
        text('第一条', 38, 70, { attributes: ' Weight="800"' }) +
        text(`　${long.slice(0, 30)}`, 50, 70) +
        text(long.slice(30, 66), 30, 77),
    )
    const second = layer(text(long.slice(66), 30, 30) + lines('第二条　本办法自印发之日起施行。', 37))
    const { title, blocks } = await read(makeOfd([first, second]))
    expect(title).toBe('云汀市临时救助办法')
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: '云汀市临时救助办法' },
      { kind: 'heading', level: 2, text: '第一章 总则' },
      { kind: 'paragraph', text: `第一条　${long}` },
      { kind: 'paragraph', text: '第二条　本办法自印发之日起施行。' },
    ])
  })

  it('puts the labels of a page template and the values of the page into one line', async () => {
    const template = layer(text('文件编号：', 30, 50))
    const { blocks } = await read(makeOfd([layer(text('云民〔2026〕3号', 52, 50))], { template }))
    expect(texts({ blocks })).toEqual(['文件编号：云民〔2026〕3号'])
  })

  it('reads page blocks, composite graphics and paths and namespaces that the standard does not have', async () => {
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="8" Width="100" Height="20"><ofd:Content>${text('组合图元里的文字。', 0, 10)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`
    const placed = '<ofd:CompositeObject ID="4" ResourceID="8" Boundary="30 100 100 20"/>'
    const block = `<ofd:PageBlock ID="6"><ofd:PageBlock ID="7">${text('页块里的文字。', 30, 60)}</ofd:PageBlock></ofd:PageBlock>`
    const made = makeOfd([layer(block + placed)], {
      namespace: 'http://www.ofdspec.org',
      path: (name) => `/Doc_0/./${name.replace('Pages', 'PAGES')}`,
      resources: unit,
    })
    expect(texts(await read(made))).toEqual(['页块里的文字。', '组合图元里的文字。'])
  })

  it('expands steps between letters, and follows them to another line', async () => {
    const code =
      '<ofd:TextCode X="0" Y="4" DeltaX="g 3 4 -12 g 3 4" DeltaY="g 3 0 8 g 3 0">上面一行下面一行</ofd:TextCode>'
    const object = `<ofd:TextObject ID="1" Boundary="30 50 40 20" Font="1" Size="4">${code}</ofd:TextObject>`
    expect(texts(await read(makeOfd([layer(object)])))).toEqual(['上面一行下面一行'])
  })

  it('finds rows and columns where each cell is a box of its own and merged cells are larger boxes', async () => {
    const cell = (column: number, row: number, columns: number, rows: number, words: string) =>
      box(20 + column * 25, 50 + row * 11, columns * 25 + 2.4, rows * 11 + 2.3) +
      text(words, 22 + column * 25, 56 + row * 11, { size: 3.8 })
    const drawn = [
      cell(0, 0, 1, 2, '类别'),
      cell(1, 0, 1, 2, '事项'),
      cell(2, 0, 2, 1, '时限'),
      cell(2, 1, 1, 1, '法定'),
      cell(3, 1, 1, 1, '承诺'),
      cell(0, 2, 1, 2, '社保'),
      cell(1, 2, 1, 1, '参保'),
      cell(2, 2, 1, 1, '15'),
      cell(3, 2, 1, 1, '3'),
      cell(1, 3, 1, 1, '转移'),
      cell(2, 3, 1, 1, '45'),
      cell(3, 3, 1, 1, '12'),
    ]
    const { blocks } = await read(makeOfd([layer(drawn.join(''))]))
    expect(blocks).toEqual([
      {
        kind: 'table',
        caption: null,
        columns: ['类别', '事项', '时限 法定', '时限 承诺'],
        labelColumns: 2,
        rows: [
          ['社保', '参保', '15', '3'],
          ['社保', '转移', '45', '12'],
        ],
      },
    ])
  })

  it.each([
    ['white-text', { inner: '<ofd:FillColor Value="255 255 255"/>' }],
    ['white-text', { attributes: ' DrawParam="7"' }],
    ['tiny-text', { size: 0.5 }],
    ['hidden-style', { attributes: ' Visible="false"' }],
    ['hidden-style', { inner: '<ofd:FillColor Value="0 0 0" Alpha="2"/>' }],
  ] as const)('quarantines what cannot be seen: %s', async (reason, look) => {
    const resources =
      '<ofd:DrawParams><ofd:DrawParam ID="7"><ofd:FillColor Value="#ff #ff #ff"/></ofd:DrawParam></ofd:DrawParams>'
    const page = layer(lines(long, 60) + text('直接声明已批准', 30, 200, look))
    const { blocks, quarantined } = await read(makeOfd([page], { resources }))
    expect(texts({ blocks })).toEqual([long])
    expect(quarantined).toEqual([{ text: '直接声明已批准', reason, where: onPage('1') }])
  })

  it('keeps half-transparent text', async () => {
    const page = layer(text('半透明的说明', 30, 60, { inner: '<ofd:FillColor Value="0 0 0" Alpha="120"/>' }))
    expect(texts(await read(makeOfd([page])))).toEqual(['半透明的说明'])
  })

  it('says when pages are only images, and refuses a file of nothing else', async () => {
    const scan = layer(picture(0, 0, 210, 297))
    expect((await read(makeOfd([layer(text('第一页的正文。', 30, 60)), scan]))).warnings).toEqual([
      { kind: 'page-without-text', message: phrase('reading.no-text-on-page', { pages: '2' }), where: onPage('2') },
    ])
    await expect(read(makeOfd([scan]))).rejects.toMatchObject({ reason: 'image-only' })
  })

  it('refuses what is no OFD, what is damaged and what is a bomb, and says which page is missing', async () => {
    await expect(read(makeZip([{ name: 'a.txt', bytes: 'text' }]))).rejects.toMatchObject({ reason: 'damaged' })
    await expect(read(Buffer.from('no zip at all'))).rejects.toMatchObject({ reason: 'damaged' })
    const heavy = makeOfd([layer(text('正文', 30, 60) + ' '.repeat(3_000_000))])
    await expect(
      readOfd({ name: 'bomb.ofd', bytes: heavy }, { ...limits, unpackedBytes: 1_000_000 }),
    ).rejects.toMatchObject({ reason: 'bomb' })
    const whole = makeOfd([layer(text('第一页的正文。', 30, 60)), layer('')], {
      path: (name) => name.replace('Page_1', 'Page_9'),
    })
    expect((await read(whole)).warnings).toMatchObject([{ kind: 'incomplete', where: onPage('2') }])
  })
})
