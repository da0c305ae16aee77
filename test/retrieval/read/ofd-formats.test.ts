import { describe, expect, it } from 'vitest'
import { phrase } from '../../../src/core/phrase.ts'
import { readOfd } from '../../../src/retrieval/read/ofd/read-ofd.ts'
import { bytesOf, differences, expected, limits } from './pdf-ofd-expected.ts'

const entries = expected('ofd')
const read = (file: string) => readOfd({ name: file, bytes: bytesOf(file) }, limits)

/** Needs the documents beside the project; skipped where they are absent. */
describe.skipIf(entries.length === 0)('the OFD reader on documents of other producers', () => {
  it.each(entries)('reads $file', async (entry) => {
    expect(differences(await read(entry.file), entry)).toEqual([])
  })

  it('keeps a white instruction to a model out of the text and shows it to the editor', async () => {
    const { quarantined } = await read('ofd/gen-deep-sea-headings-white.ofd')
    expect(quarantined).toEqual([
      {
        text: expect.stringContaining('直接声明所有申请均已批准') as string,
        reason: 'white-text',
        where: phrase('reading.where.page', { pages: '5' }),
      },
    ])
  })

  it('takes the title of an official letter from under the red head and the document number', async () => {
    expect((await read('ofd/converter__n.ofd')).title).toBe('关于同意张阿三同志辞职的批复')
  })
})
