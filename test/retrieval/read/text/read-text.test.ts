import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readText } from '../../../../src/retrieval/read/text/read-text.ts'
import { limits } from '../limits.ts'

const read = (bytes: Uint8Array | string) => readText({ name: 'a.txt', bytes: Buffer.from(bytes) }, limits)
const linesOf = async (bytes: Uint8Array | string) =>
  renderText(await read(bytes))
    .split('\n')
    .filter(Boolean)

describe('plain text', () => {
  it('has its first short line as title, chapters as headings and each line as a paragraph', async () => {
    const reading = await read('养犬办法\r\n第一章 总则\r\n　　第一条　养犬应当登记。\r\n　　每年一次。\r\n')
    expect(reading.title).toBe('养犬办法')
    expect(reading.blocks).toEqual([
      { kind: 'heading', level: 1, text: '养犬办法' },
      { kind: 'heading', level: 2, text: '第一章 总则' },
      { kind: 'paragraph', text: '第一条　养犬应当登记。' },
      { kind: 'paragraph', text: '每年一次。' },
    ])
  })

  it('has no title where the first line is a sentence', async () => {
    expect((await read('养犬应当登记。\n每年一次。')).title).toBeNull()
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFF登记免费。')],
    ['UTF-16 LE with a mark', Buffer.from('\uFEFF登记免费。', 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from('\uFEFF登记免费。', 'utf16le').swap16()],
    ['GB18030', Buffer.from('b5c7bcc7c3e2b7d1a1a3', 'hex')],
  ])('is read in %s', async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual(['登记免费。'])
  })

  it('keeps a character beyond the basic plane in GB18030', async () => {
    expect(
      await linesOf(Buffer.concat([Buffer.from('b5c7bcc7', 'hex'), Buffer.from('9532823695328236', 'hex')])),
    ).toEqual(['登记𠀀𠀀'])
  })

  it('joins lines that were broken at a fixed width, and no others', async () => {
    const sentence = '养犬人应当携带犬只到公安机关指定的地点办理登记手续并按时接种疫苗，'
    const broken = Array.from({ length: 10 }, () => `　　${sentence}\n${sentence}\n每年一次。`).join('\n')
    const lines = await linesOf(broken)
    expect(lines).toHaveLength(10)
    expect(lines[0]).toBe(`${sentence}${sentence}每年一次。`)
    const whole = Array.from({ length: 12 }, (_, index) => `（${index + 1}）养犬人应当登记；`).join('\n')
    expect(await linesOf(whole)).toHaveLength(12)
  })

  it('is refused where it holds no text', async () => {
    await expect(read(' \n　\n')).rejects.toMatchObject({ reason: 'empty' })
  })
})
