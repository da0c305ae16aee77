import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readMarkdown } from '../../../../src/retrieval/read/markdown/read-markdown.ts'
import { limits } from '../limits.ts'

const read = (text: string) => readMarkdown({ name: 'a.md', bytes: Buffer.from(text) }, limits)
const linesOf = async (text: string) =>
  renderText(await read(text))
    .split('\n')
    .filter(Boolean)

describe('Markdown', () => {
  it('takes facts and title from its front matter', async () => {
    const reading = await read('---\ntitle: 养犬办法\npublished: 2026-01-02\ntopics: [养犬, 登记]\n---\n\n登记免费。\n')
    expect(reading.title).toBe('养犬办法')
    expect(reading.metadata).toEqual({ title: '养犬办法', published: '2026-01-02', topics: ['养犬', '登记'] })
  })

  it('goes on without a front matter that cannot be understood, with a warning', async () => {
    const reading = await read('---\ntitle: "开放\n  : [\n---\n# 养犬\n\n登记。\n')
    expect(reading.title).toBe('养犬')
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['metadata'])
  })

  it('keeps each line of an article as a paragraph of its own', async () => {
    expect(await linesOf('## 第一章 总则\n\n第一条　养犬应当登记。\n登记免费。\n\n第二条　每年一次。\n')).toEqual([
      '## 第一章 总则',
      '第一条　养犬应当登记。',
      '登记免费。',
      '第二条　每年一次。',
    ])
  })

  it('joins lines of English that were broken by layout', async () => {
    expect(await linesOf('Dogs must be\nregistered every year.\n')).toEqual(['Dogs must be registered every year.'])
  })

  it('takes a bold line for a heading, but no fact, question or sentence in bold', async () => {
    const reading = await read('**申请材料**\n\n**咨询电话：12345**\n\n**登记免费。**\n\n**能办吗？**\n')
    expect(reading.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('leaves items written as "一、…" to their neighbours to tell', async () => {
    const reading = await read('提交下列材料：\n\n一、身份证\n\n二、户口簿\n')
    expect(reading.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('reads pipe tables, and HTML tables with merged cells even where a blank line cuts them', async () => {
    expect(
      await linesOf(
        '| 项目 | 标准 |\n| --- | --- |\n| 停车 | 5 元<br>每小时 |\n\n<table>\n<tr><th rowspan="2">镇</th><th colspan="2">一类户</th></tr>\n\n<tr><th>标准</th><th>上限</th></tr>\n<tr><td>甲镇</td><td>3</td><td>5</td></tr>\n</table>\n',
      ),
    ).toEqual(['停车：标准：5 元 每小时', '甲镇：一类户 标准：3；一类户 上限：5'])
  })

  it('keeps lists with their markers and depth', async () => {
    expect(await linesOf('材料：\n\n1. 身份证\n   - 原件\n2. 照片\n')).toEqual([
      '材料：',
      '1. 身份证',
      '  - 原件',
      '2. 照片',
    ])
  })

  it('quarantines what HTML in it hides: in a line, in a block, over blocks', async () => {
    const reading = await read(
      '登记免费。<span style="display:none">藏一</span>随到随办。\n\n<p style="color:#fff">藏二</p>\n\n<div style="font-size:0">\n\n藏三\n\n- 藏四\n\n</div>\n\n<font color="red">看得见</font>\n',
    )
    expect(renderText(reading)).toBe('登记免费。随到随办。\n\n看得见')
    expect(reading.quarantined.map(({ text, reason }) => [text, reason])).toEqual([
      ['藏一', 'hidden-style'],
      ['藏三 藏四', 'tiny-text'],
      ['藏二', 'white-text'],
    ])
  })
})
