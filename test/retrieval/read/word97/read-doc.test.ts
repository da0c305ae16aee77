import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readDoc } from '../../../../src/retrieval/read/word97/read-doc.ts'
import { limits } from '../limits.ts'
import { makeDoc, type DocParagraph, type DocRun } from './make-doc.ts'

const read = (...paragraphs: readonly DocParagraph[]) => readDoc({ name: 'a.doc', bytes: makeDoc(paragraphs) }, limits)
const plain = (text: string, sprms: DocParagraph['sprms'] = []): DocParagraph => ({ runs: [{ text }], sprms })

const inTable = [0x2416, '01'] as const
const cell = (text: string): DocParagraph => ({ runs: [{ text }], mark: '\u0007', sprms: [inTable] })

/** The end of a row: the edges of its cells, and how the first is merged down (3 begins, 1 goes on). */
function rowEnd(edges: readonly number[], merge: 0 | 1 | 3): DocParagraph {
  const count = edges.length - 1
  const shape = Buffer.alloc(2 + 1 + 2 * (count + 1) + 20)
  shape.writeUInt16LE(shape.length - 1)
  shape.writeUInt8(count, 2)
  edges.forEach((edge, index) => shape.writeInt16LE(edge, 3 + 2 * index))
  shape.writeUInt16LE(merge << 5, 3 + 2 * (count + 1))
  return { runs: [], mark: '\u0007', sprms: [inTable, [0x2417, '01'], [0xd608, shape.toString('hex')]] }
}

describe('a Word 97–2003 document', () => {
  it('has headings by outline level and its paragraphs in order', async () => {
    const reading = await read(
      plain('第一章 总则', [[0x2640, '00']]),
      plain('第一条　养犬应当登记。'),
      plain('“免费”，随到随办。'),
    )
    expect(reading.blocks).toEqual([
      { kind: 'heading', level: 1, text: '第一章 总则' },
      { kind: 'paragraph', text: '第一条　养犬应当登记。' },
      { kind: 'paragraph', text: '“免费”，随到随办。' },
    ])
  })

  it('quarantines hidden, white and tiny text and drops deleted text', async () => {
    const runs: readonly DocRun[] = [
      { text: '登记' },
      { text: '藏一', sprms: [[0x083c, '01']] },
      { text: '藏二', sprms: [[0x6870, 'ffffff00']] },
      { text: '藏三', sprms: [[0x4a43, '0200']] },
      { text: '旧文', sprms: [[0x0800, '01']] },
      { text: '免费。' },
    ]
    const reading = await read({ runs })
    expect(renderText(reading)).toBe('登记免费。')
    expect(reading.quarantined.map(({ text, reason }) => [text, reason])).toEqual([
      ['藏一', 'hidden-style'],
      ['藏二', 'white-text'],
      ['藏三', 'tiny-text'],
    ])
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['revision'])
  })

  it('reads the result of a field and not its instruction', async () => {
    expect(renderText(await read(plain('见\u0013 HYPERLINK "http://a.example" \u0014附件一\u0015。')))).toBe(
      '见附件一。',
    )
  })

  it('fills cells merged down by flags and across by their edges', async () => {
    const lines = [0, 1000, 2000, 3000, 4000]
    const reading = await read(
      ...[cell('类别'), cell('事项'), cell('首次'), cell('变更'), rowEnd(lines, 0)],
      ...[cell('登记'), cell('抵押'), cell('85'), cell('45'), rowEnd(lines, 3)],
      ...[cell(''), cell('注销'), cell('免收'), rowEnd([0, 1000, 2000, 4000], 1)],
      plain('以公示为准。'),
    )
    expect(renderText(reading).split('\n').filter(Boolean)).toEqual([
      '登记 抵押：首次：85；变更：45',
      '登记 注销：首次：免收；变更：免收',
      '以公示为准。',
    ])
  })

  it('says that it is locked, too old or cut off', async () => {
    const bytes = makeDoc([plain('登记。')])
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(bytes)
      copy.writeUInt16LE(value, copy.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0])) + at)
      return readDoc({ name: 'a.doc', bytes: copy }, limits)
    }
    await expect(changed(0x0a, 0x0300)).rejects.toMatchObject({ reason: 'password' })
    await expect(changed(2, 0x65)).rejects.toMatchObject({ reason: 'unknown-format' })
    await expect(readDoc({ name: 'a.doc', bytes: bytes.subarray(0, 2000) }, limits)).rejects.toMatchObject({
      reason: 'damaged',
    })
  })
})
