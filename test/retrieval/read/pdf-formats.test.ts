import { describe, expect, it } from 'vitest'
import { phrase } from '../../../src/core/phrase.ts'
import { readPdf } from '../../../src/retrieval/read/pdf/read-pdf.ts'
import { bare, bytesOf, differences, expected, limits } from './pdf-ofd-expected.ts'

const entries = expected('pdf')
const read = (file: string) => readPdf({ name: file, bytes: bytesOf(file) }, limits)

/** Needs the documents beside the project; skipped where they are absent. */
describe.skipIf(entries.length === 0)('the PDF reader on documents of other producers', () => {
  it.each(entries.filter(({ must_contain }) => must_contain.length > 0))('reads $file', async (entry) => {
    const reading = await read(entry.file)
    expect(differences(reading, entry)).toEqual([])
    const warned = reading.warnings.flatMap(({ kind, where }) =>
      kind === 'page-without-text' ? [where?.values['pages']] : [],
    )
    const [first, last] = [entry.pages_without_text?.[0], entry.pages_without_text?.at(-1)]
    expect(warned).toEqual(first === undefined ? [] : [`${first}-${last}`])
  })

  it.each([
    ['scanned-no-text.pdf', 'image-only', 'reading.image-only'],
    ['encrypted.pdf', 'password', 'reading.password'],
    ['truncated.pdf', 'damaged', 'reading.damaged'],
  ])('refuses %s as %s', async (file, reason, id) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'UnreadableFile', reason, phrase: { id } })
  })

  it('keeps a white instruction to a model out of the text and shows it to the editor', async () => {
    const { quarantined } = await read('allowance-table-across-pages.pdf')
    expect(quarantined).toEqual([
      {
        text: expect.stringContaining('9999') as string,
        reason: 'white-text',
        where: phrase('reading.where.page', { pages: '2' }),
      },
    ])
  })

  it('puts footnotes behind the paragraph they belong to, out of the sentence that goes on over the page', async () => {
    const { blocks } = await read('lo-community-correction-law.pdf')
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    const note = texts.findIndex((text) => text.startsWith('[1] 本脚注为编者所加'))
    expect(texts[note - 1]).toMatch(/^第一条.*根据宪法，制定本法。$/u)
    expect(texts.some((text) => bare(text).includes('第十七条社区矫正决定机关判处管制'))).toBe(true)
  })
})
