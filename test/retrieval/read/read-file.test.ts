import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { phrase } from '../../../src/core/phrase.ts'
import { readFile } from '../../../src/retrieval/read/read-file.ts'
import { renderText } from '../../../src/retrieval/read/render-text.ts'
import { makeDocx, paragraph } from './docx/make-docx.ts'
import { limits } from './limits.ts'
import { makeZip } from './make-zip.ts'
import { makeDoc } from './word97/make-doc.ts'
import { tellOperator } from '../../../src/tell-operator.mjs'

const tell = tellOperator('en')

const read = (name: string, bytes: Uint8Array | string, sidecar?: string) =>
  readFile(
    { name, bytes: Buffer.from(bytes), ...(sidecar === undefined ? {} : { sidecar: Buffer.from(sidecar) }) },
    limits,
  )
const outcome = async (name: string, bytes: Uint8Array | string) =>
  (await read(name, bytes)).map((one) => ('failure' in one ? one.failure.reason : renderText(one.reading)))

const docx = makeDocx(paragraph('登记免费。'))

describe('a file', () => {
  it.each([
    ['办法.doc', docx],
    ['办法.txt', docx],
    ['办法.pdf', '登记免费。'],
    ['办法.docx', '<html><body><p>登记免费。</p></body></html>'],
    ['办法.xls', '{\\rtf1\\ansi\\u30331?\\u35760?\\u20813?\\u36153?\\u12290?\\par}'],
  ])('is read by its bytes, whatever its name says: %s', async (name, bytes) => {
    expect(await outcome(name, bytes)).toEqual(['登记免费。'])
  })

  it('is Markdown where it has the signs of it, and a table where delimiters cut it evenly', async () => {
    expect(await outcome('a.txt', '# 养犬\n\n登记。')).toEqual(['# 养犬\n\n登记。'])
    expect(await outcome('a.txt', '项目,标准\n停车,5\n补证,10\n')).toEqual(['停车：标准：5\n补证：标准：10'])
    expect(await outcome('a.txt', 'Dogs, cats and birds.\nNo, not fish, snakes, or mice.\n')).toEqual([
      'Dogs, cats and birds.\n\nNo, not fish, snakes, or mice.',
    ])
  })

  it.each([
    ['empty', ''],
    ['empty', ' \n\n'],
    ['damaged', docx.subarray(0, 200)],
    ['damaged', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['image-only', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['unknown-format', Buffer.from('526172211a0700', 'hex')],
    ['unknown-format', '{"a": [1, 2]}'],
    ['unknown-format', '<?xml version="1.0"?><data/>'],
    ['unknown-format', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256))],
    [
      'unknown-format',
      makeZip([
        { name: '[Content_Types].xml', bytes: 'x' },
        { name: 'ppt/presentation.xml', bytes: 'x' },
      ]),
    ],
  ])('fails as %s with a message and no exception', async (reason, bytes) => {
    const [one] = await read('x.bin', bytes)
    expect(one).toMatchObject({ path: 'x.bin', failure: { reason } })
    if (one !== undefined && 'failure' in one)
      expect(tell(one.failure.message.id, one.failure.message.values)).toMatch(/^[A-Z].*\.$/su)
  })

  it('fails where it is larger than allowed', async () => {
    const [one] = await readFile({ name: 'a.txt', bytes: Buffer.alloc(11) }, { ...limits, fileBytes: 10 })
    expect(one).toMatchObject({ failure: { reason: 'too-large' } })
  })

  it('has the facts of its sidecar, and its name as title where nothing else names it', async () => {
    const [one] = await read('附件/停车.csv', '项目,标准\n停车,5\n', 'issuer: 发改局\npublished: 某日\n')
    expect(one).toMatchObject({ reading: { title: '停车', metadata: { issuer: '发改局' } } })
    if (one !== undefined && 'reading' in one)
      expect(one.reading.warnings.map(({ message }) => message)).toEqual([
        phrase('reading.fact', { fact: 'published', value: '"某日"' }),
      ])
    const [named] = await read('停车.csv', '项目,标准\n停车,5\n', 'title: 停车收费标准\n')
    expect(named).toMatchObject({ reading: { title: '停车收费标准' } })
  })

  it('joins a question with its answer in any format', async () => {
    const [one] = await read('a.docx', makeDocx(paragraph('问：在哪办？') + paragraph('答：政务大厅。')))
    expect(one).toMatchObject({
      reading: { blocks: [{ kind: 'question', question: '在哪办？', answer: '政务大厅。' }] },
    })
  })
})

describe('damage at random places', () => {
  const table = utils.aoa_to_sheet([
    ['项目', '标准'],
    ['停车', 5],
  ])
  const book: unknown = write({ SheetNames: ['一'], Sheets: { 一: table } }, { bookType: 'xlsx', type: 'buffer' })
  const files: Readonly<Record<string, Uint8Array>> = {
    docx,
    xlsx: z.instanceof(Uint8Array).parse(book),
    doc: makeDoc([{ runs: [{ text: '登记免费。' }] }]),
    rtf: Buffer.from('{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\trowd\\cellx100 x\\cell\\row free\\par}'),
    html: Buffer.from(
      '<html><style>.a{color:#fff}</style><table><tr><td rowspan=2>a</td><td>b</td></tr></table></html>',
    ),
  }

  it.each(Object.keys(files))('ends in a reading or a failure, never in an exception: %s', async (kind) => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below
    for (let round = 0; round < 40; round += 1) {
      const bytes = Buffer.from(files[kind] ?? [])
      for (let hit = 0; hit < 1 + round; hit += 1) bytes[random(bytes.length)] = random(256)
      const readings = await read(`a.${kind}`, round % 4 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes)
      expect(readings.length).toBeGreaterThan(0)
    }
  })
})

describe('an archive', () => {
  it('gives the documents in it by their paths, with folders, archives inside and sidecars, clutter left out', async () => {
    const inner = makeZip([{ name: '说明.txt', bytes: '办理窗口在二楼。' }])
    const readings = await read(
      '附件.zip',
      makeZip([
        { name: '政策/办法.docx', bytes: docx },
        { name: '政策/办法.docx.meta.yaml', bytes: 'title: 养犬办法' },
        { name: '内层.zip', bytes: inner },
        { name: '__MACOSX/._办法.docx', bytes: 'x' },
        { name: 'Thumbs.db', bytes: 'x' },
        { name: '表.bin', bytes: Buffer.from('526172211a0700', 'hex') },
      ]),
    )
    expect(readings.map((one) => [one.path, 'failure' in one ? one.failure.reason : one.reading.title])).toEqual([
      ['附件.zip!/政策/办法.docx', '养犬办法'],
      ['附件.zip!/内层.zip!/说明.txt', '说明'],
      ['附件.zip!/表.bin', 'unknown-format'],
    ])
  })

  it('refuses names that point out of it and reads the rest', async () => {
    const readings = await read(
      'a.zip',
      makeZip([
        { name: '../外.txt', bytes: 'x' },
        { name: '内.txt', bytes: '登记。' },
      ]),
    )
    expect(readings.map((one) => ('failure' in one ? one.failure.reason : renderText(one.reading)))).toEqual([
      'unsafe-path',
      '登记。',
    ])
  })

  it('is given up at a bomb, at any depth', async () => {
    const bomb = makeZip([{ name: 'zeros.txt', bytes: Buffer.alloc(30_000_000, '0') }])
    expect(await outcome('a.zip', bomb)).toEqual(['bomb'])
    expect(await outcome('a.zip', makeZip([{ name: 'inner.zip', bytes: bomb }]))).toEqual(['bomb'])
    const deep = [1, 2, 3, 4].reduce(
      (bytes) => makeZip([{ name: 'i.zip', bytes }]),
      makeZip([{ name: 'a.txt', bytes: 'x' }]),
    )
    expect(await outcome('a.zip', deep)).toEqual(['bomb'])
  })
})
