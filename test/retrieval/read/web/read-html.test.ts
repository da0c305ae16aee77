import { describe, expect, it } from 'vitest'
import { renderText } from '../../../../src/retrieval/read/render-text.ts'
import { readHtml } from '../../../../src/retrieval/read/web/read-html.ts'
import { readWebArchive } from '../../../../src/retrieval/read/web/read-web-archive.ts'
import { limits } from '../limits.ts'

const read = (html: string | Uint8Array) => readHtml({ name: 'a.html', bytes: Buffer.from(html) }, limits)
const linesOf = async (html: string) =>
  renderText(await read(html))
    .split('\n')
    .filter(Boolean)
const body = (html: string) =>
  `<!doctype html><html><head><title>养犬办法_云汀市人民政府</title></head><body>${html}</body></html>`

const articles = Array.from(
  { length: 6 },
  (_, index) => `<p>　　第${'一二三四五六'[index]}条　养犬人应当依法登记，并按时接种疫苗，具体办法由公安机关规定。</p>`,
).join('')
const menu =
  '<ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul>'

describe('a page of a government site', () => {
  it('is read without menus, breadcrumbs, sharing, related links and footer, whatever their names', async () => {
    const lines = await linesOf(
      body(`<div class="x1">${menu}</div><div>您现在的位置：<a href="/">首页</a> &gt; <a href="/z">政策</a></div>
        <div class="wrap"><h1>养犬办法</h1><div>发布时间：2026-03-01　来源：市公安局　浏览次数：12　【字体：大 中 小】</div>
        <div class="c">${articles}</div><div>上一篇：<a href="/1">通知</a></div>
        <div><h3>相关阅读</h3><ul><li><a href="/1">年度工作要点的通知</a></li><li><a href="/2">领导分工公告</a></li></ul></div></div>
        <div>主办：云汀市人民政府　承办：数据局</div><div>网站标识码：000　ICP备000号</div>`),
    )
    expect(lines[0]).toBe('# 养犬办法')
    expect(lines).toHaveLength(7)
    expect(lines.slice(1).every((line) => /^第.条/u.test(line))).toBe(true)
  })

  it('is read where tables place its parts, as old portals do', async () => {
    const lines = await linesOf(
      body(`<table><tr><td>${menu}</td></tr><tr><td><table><tr><td width="200">${menu}</td><td id="UCAP-CONTENT"><p align="center"><b>第一章 总则</b></p>${articles}
        <table border="1"><tr><td>项目</td><td>费用</td></tr><tr><td>登记</td><td>免费</td></tr><tr><td>补证</td><td>10 元</td></tr></table>
        </td></tr></table></td></tr><tr><td>版权所有 云汀市</td></tr></table>`),
    )
    expect(lines[1]).toBe('## 第一章 总则')
    expect(lines.slice(-2)).toEqual(['登记：费用：免费', '补证：费用：10 元'])
    expect(lines.join('')).not.toMatch(/政务公开|版权/u)
  })

  it('keeps its index table as facts, and the names of attached files', async () => {
    const reading = await read(
      body(`<table><tr><td>索 引 号：</td><td>0001/2026</td><td>发文字号：</td><td>云政发〔2026〕7号</td></tr><tr><td>发布机构：</td><td>市公安局</td><td>有效性：</td><td>现行有效</td></tr></table>
        <div>${articles}</div><div class="att">附件：<a href="/f/1.docx">附件1 申请表</a></div>`),
    )
    expect(reading.metadata).toMatchObject({ 发文字号: '云政发〔2026〕7号', 发布机构: '市公安局', 有效性: '现行有效' })
    const text = renderText(reading)
    expect(text).toContain('索引号：0001/2026；发文字号：云政发〔2026〕7号')
    expect(text).toContain('- 附件1 申请表')
  })

  it('takes its title without the name of the site and its date from the line under it', async () => {
    const reading = await read(body(`<div>发布日期：2026-03-01 来源：市公安局 打印本页</div>${articles}`))
    expect(reading.title).toBe('养犬办法')
    expect(reading.metadata).toEqual({ 发布日期: '2026-03-01', 信息来源: '市公安局' })
  })

  it('quarantines what its styles hide: not shown, white, tiny, off the screen, by sheet, attribute or style', async () => {
    const reading = await read(
      `<html><head><style>.s{display:none} #t{color:#fefefe} .dark{background:#123}</style></head><body><p>看得见的规定，自公布之日起施行。</p>
       <p class="s">一</p><p id="t">二</p><p style="font-size:1px">三</p><p hidden>四</p><p style="position:absolute;left:-9999px">五</p>
       <font color="white">六</font><p style="opacity:0">七</p><div class="dark"><span style="color:#fff">深底白字，看得见。</span></div></body></html>`,
    )
    expect(reading.quarantined.map(({ text }) => text).join('')).toBe('一二三四五六七')
    expect(renderText(reading)).toContain('深底白字')
  })

  it('reads merged cells, heads of two levels and lists with their numbers', async () => {
    expect(
      await linesOf(
        body(`<p>申请时提交下列材料：</p><ol><li>身份证<ul><li>原件</li></ul></li><li>照片</li></ol>
          <table><tr><th rowspan="2">类别</th><th rowspan="2">事项</th><th colspan="2">费用</th></tr><tr><th>首次</th><th>变更</th></tr>
          <tr><td rowspan="2">登记</td><td>抵押</td><td>85</td><td>45</td></tr><tr><td>注销</td><td colspan="2">免收</td></tr></table>`),
      ),
    ).toEqual([
      '# 养犬办法',
      '申请时提交下列材料：',
      '1. 身份证',
      '  - 原件',
      '2. 照片',
      '登记 抵押：费用 首次：85；费用 变更：45',
      '登记 注销：费用 首次：免收；费用 变更：免收',
    ])
  })

  it('joins text split over elements and lines, and parts paragraphs at line breaks', async () => {
    expect(
      await linesOf(body('<p><span>养犬</span><span>登记，\n        每年一次。</span><br>逾期处罚。</p>')),
    ).toEqual(['# 养犬办法', '养犬登记，每年一次。', '逾期处罚。'])
  })

  it('is read in the encoding it declares, or in GBK where it declares none', async () => {
    const gbk = Buffer.from('3c703eb5c7bcc7c3e2b7d1a3acb2bbcad5b7d1d3c3a1a33c2f703e', 'hex')
    expect(renderText(await read(gbk))).toBe('登记免费，不收费用。')
    const big5 = Buffer.concat([Buffer.from('<meta charset=big5><p>'), Buffer.from('b56eb04fa141', 'hex')])
    expect(renderText(await read(big5))).toBe('登記，')
  })

  it('is read from one file with its parts, as Word saves it', async () => {
    const page = Buffer.from('<p>登记免费，不收费用。</p>').toString('base64')
    const reading = await readWebArchive(
      {
        name: 'a.doc',
        bytes: Buffer.from(
          `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${page}\r\n--b--`,
        ),
      },
      limits,
    )
    expect(renderText(reading)).toBe('登记免费，不收费用。')
  })
})
