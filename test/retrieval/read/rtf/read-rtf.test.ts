import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readRtf } from '../../../../src/retrieval/read/rtf/read-rtf.ts'
import { limits } from '../limits.ts'

const head =
  '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}'
const read = (body: string, end = '}') =>
  readRtf(
    { name: 'a.rtf', bytes: Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${head}${body}${end}`, 'latin1') },
    limits,
  )
const textOf = async (body: string) =>
  renderText(await read(body))
    .split('\n')
    .filter(Boolean)
const unicode = (text: string) =>
  [...text]
    .map((sign) => `\\u${sign.charCodeAt(0) > 32767 ? sign.charCodeAt(0) - 65536 : sign.charCodeAt(0)}?`)
    .join('')

describe('an RTF file', () => {
  it('reads bytes in the encoding of their font, and Unicode without its fallback', async () => {
    expect(
      await textOf(`\\f0 \\'b5\\'c7\\'bc\\'c7\\par {\\uc2\\u30331\\'b5\\'c7\\u-255\\'a3\\'a1}\\par \\f1 plain\\par`),
    ).toEqual(['登记', '登！', 'plain'])
  })

  it('gives list texts as labels and keeps headings and chapters', async () => {
    expect(
      await textOf(
        `\\s1 ${unicode('第一章 总则')}\\par\\pard {\\listtext ${unicode('（一）')}\\tab}${unicode('身份证')}\\par {\\listtext\\bullet\\tab}${unicode('照片')}\\par`,
      ),
    ).toEqual(['# 第一章 总则', '（一）身份证', '- 照片'])
  })

  it('fills cells merged down and across, by flags and by edges', async () => {
    const shape = '\\trowd\\cellx1000\\cellx2000\\cellx3000\\cellx4000 '
    const merged = '\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx4000 '
    const start = '\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\cellx4000 '
    const cells = (...texts: readonly string[]) => `\\intbl ${texts.map((text) => `${text}\\cell `).join('')}\\row `
    expect(
      await textOf(
        `${shape}${cells('kind', 'item', 'first', 'later')}${start}${cells('A', 'x', '1', '2')}${merged}${cells('', 'y', 'free')}\\pard end\\par`,
      ),
    ).toEqual(['A x: first: 1; later: 2', 'A y: first: free; later: free', 'end'])
  })

  it('drops deleted text, headers and pictures, and quarantines hidden and white text', async () => {
    const reading = await read(
      '{\\header page\\par}kept {\\deleted gone}{\\v hidden}{\\cf1 white}{\\pict 0102}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\par',
    )
    expect(renderText(reading)).toBe('kept 7')
    expect(reading.quarantined.map(({ text, reason }) => [text, reason])).toEqual([
      ['hidden', 'hidden-style'],
      ['white', 'white-text'],
    ])
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['revision'])
  })

  it('reads footnotes after their paragraph and text boxes once', async () => {
    expect(
      await textOf(
        'rule{\\footnote note text}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt boxed\\par}}{\\shprslt old}}\\par next\\par',
      ),
    ).toEqual(['rule', '注：note text', 'boxed', 'next'])
  })

  it('reads what came before where the file breaks off, and says so', async () => {
    const reading = await read('first\\par second {\\b th', '')
    expect(renderText(reading)).toBe('first\n\nsecond th')
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['incomplete'])
  })

  it('refuses groups nested without end', async () => {
    await expect(read('{'.repeat(5000))).rejects.toMatchObject({ reason: 'damaged' })
  })
})
