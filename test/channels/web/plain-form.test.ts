import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { makeJpeg } from '../../attachments/make-pictures.ts'
import { openHouse, type House } from '../open-house.ts'
import { hostile, quote, scriptedSteps } from '../scripted-steps.ts'
import { makeWeb } from './make-web.ts'
import { ask } from './visitor.ts'

let channel: WebChannel
let house: House
beforeEach(async () => {
  channel = makeWeb({ patience: 500 })
  house = await openHouse({ channel, steps: scriptedSteps })
})
afterEach(() => house.close())

type Fields = Record<string, string>
const parse = async (response: Response) => parseHTML(await response.text()).document
type Page = Awaited<ReturnType<typeof parse>>

const send = (fields: Fields, language = 'zh') =>
  ask(channel, `/plain?language=${language}`, { method: 'POST', body: new URLSearchParams(fields) })

/** What a browser would send with a form: its hidden fields and what is filled in. */
const fieldsOf = (page: Page): Fields =>
  Object.fromEntries(
    [...page.querySelectorAll('input[type=hidden]')].map((field) => [
      field.getAttribute('name') ?? '',
      field.getAttribute('value') ?? '',
    ]),
  )
const press = async (page: Page, fields: Fields) => parse(await send({ ...fieldsOf(page), ...fields }))
const start = async () => parse(await ask(channel, '/plain'))

describe('the form without scripts', () => {
  it('answers with marked words, sources and their quotes', async () => {
    const page = await press(await start(), { do: 'ask', text: '居住证多久能拿到？' })
    expect(page.querySelector('.exchange h2')?.textContent).toContain('居住证多久能拿到？')
    expect(page.querySelector('.reply .text')?.textContent).toBe(`${quote} [1]`)
    expect(page.querySelector('mark')?.textContent).toBe(quote.slice(8, 12))
    expect(page.querySelector('blockquote')?.textContent).toBe(quote)
    expect(page.querySelector('.facts')?.textContent).toContain('现行有效')
  })

  it('calls places by their English names for English readers, and still sends the name of the documents', async () => {
    const web = makeWeb({ patience: 500, placeAliases: { Yunting: '云汀市', Binjiang: '滨江区' } })
    const english = await openHouse({ channel: web, steps: scriptedSteps })
    const post = async (fields: Fields) =>
      parse(await ask(web, '/plain?language=en', { method: 'POST', body: new URLSearchParams(fields) }))
    const asked = await post({ do: 'ask', text: 'kind:question' })
    const choice = asked.querySelector('.reply button[name=say]')
    expect([choice?.getAttribute('value'), choice?.textContent]).toEqual(['滨江区', 'Binjiang'])
    const page = await post({ ...fieldsOf(asked), do: 'ask', text: '居住证多久能拿到？' })
    expect([...page.querySelectorAll('.facts')].at(-1)?.textContent).toContain(' · Yunting · ')
    await english.close()
  })

  it('sends nothing twice when the same page is sent again', async () => {
    const first = await start()
    const page = await press(first, { do: 'ask', text: 'kind:question' })
    const same = { ...fieldsOf(page), do: 'ask', text: '居住证多久能拿到？' }
    await send(same)
    const again = await parse(await send(same))
    expect(again.querySelectorAll('.exchange')).toHaveLength(2)
  })

  it('offers choices and next questions as buttons that send them', async () => {
    const page = await press(await start(), { do: 'ask', text: 'kind:question' })
    expect(page.querySelector('.reply button[name=say]')?.getAttribute('value')).toBe('滨江区')
    const next = await press(page, { say: '滨江区' })
    expect([...next.querySelectorAll('.exchange h2')].at(-1)?.textContent).toContain('滨江区')
  })

  it('records a rating by radio, and says thank you', async () => {
    const page = await press(await start(), { do: 'ask', text: '居住证多久能拿到？' })
    const rated = await press(page, { do: 'rate', rating: 'down', reason: 'unclear', comment: '太长' })
    expect(rated.querySelector('[role=status]')?.textContent).toBe('谢谢您的评价。')
    expect(await house.store.feedback.list(9)).toMatchObject([{ rating: 'down', reason: 'unclear', comment: '太长' }])
  })

  it('shows hostile words of everyone as words', async () => {
    const page = await press(await start(), { do: 'ask', text: 'hostile' })
    const next = await press(page, { do: 'ask', text: '<script>alert(1)</script>' })
    expect(next.querySelectorAll('img, script')).toHaveLength(0)
    expect(next.querySelector('.reply .text')?.textContent).toContain(hostile)
    expect(next.toString()).toContain('&lt;script&gt;alert(1)')
    const filled = await ask(channel, `/plain?question=${encodeURIComponent('"></textarea><script>1</script>')}`)
    expect((await parse(filled)).querySelectorAll('script')).toHaveLength(0)
  })

  it('offers to look again when the reply takes longer', async () => {
    const page = await press(await start(), { do: 'ask', text: 'slow' })
    expect(page.querySelector('button[value=wait]')).not.toBeNull()
  })

  it('shows a step of a ticket in its place, and sends the choice that is pressed there', async () => {
    const page = await press(await start(), { do: 'ask', text: '居住证多久能拿到？' })
    const conversation = fieldsOf(page)['conversation'] ?? ''
    const found = await house.store.conversations.find(conversation)
    await house.store.outbox.queue({
      conversation,
      address: found?.address ?? { channel: 'web', user: '' },
      reply: {
        ...{ message: 'ticket-20261123-0001-6', kind: 'status', text: '答复如下', ticket: '20261123-0001' },
        ...{ sentences: [], sources: [], notes: [], suggestions: [], call: null, draft: null },
        choices: [{ label: '没有解决', say: '20261123-0001 没有解决' }],
      },
      queuedAt: new Date('2026-11-23T09:30:00+08:00'),
    })
    const told = await press(page, { do: 'wait' })
    const [notice] = told.querySelectorAll('.told')
    expect(notice?.querySelector('h2')?.textContent).toContain('诉求进展 11月23日 09:30')
    expect(notice?.textContent).toContain('答复如下')
    const next = await press(told, { say: notice?.querySelector('button')?.getAttribute('value') ?? '' })
    const order = [...next.querySelectorAll('.exchange')].map((each) => each.classList.contains('told'))
    expect(order).toEqual([false, true, false])
    expect([...next.querySelectorAll('.exchange h2')].at(-1)?.textContent).toContain('20261123-0001 没有解决')
  })

  it('shows the number to dial in an emergency', async () => {
    const page = await press(await start(), { do: 'ask', text: 'kind:emergency' })
    expect(page.querySelector('a.call')?.getAttribute('href')).toBe('tel:119')
  })

  it('changes its language and keeps the conversation', async () => {
    const page = await press(await start(), { do: 'ask', text: '居住证多久能拿到？' })
    const english = await press(page, { do: 'language-en' })
    expect(english.documentElement.getAttribute('lang')).toBe('en')
    expect(english.querySelectorAll('.exchange')).toHaveLength(1)
  })

  it('refuses another’s conversation and too long a text on a page', async () => {
    const page = await press(await start(), { do: 'ask', text: '居住证多久能拿到？' })
    const stolen = await send({ ...fieldsOf(page), token: 'x'.repeat(43) })
    expect([stolen.status, (await parse(stolen)).querySelector('h1')?.textContent]).toEqual([
      404,
      '没有找到，或者您无权查看。',
    ])
    expect((await send({ do: 'ask', text: '长'.repeat(20_000) })).status).toBe(413)
  })

  describe('with files', () => {
    const sendFiles = (fields: Fields, ...files: readonly (readonly [Uint8Array, string])[]) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const [content, name] of files) form.append('files', new Blob([new Uint8Array(content)]), name)
      return ask(channel, '/plain?language=zh', { method: 'POST', body: form })
    }
    const filesOf = (page: Page) =>
      [...page.querySelectorAll('.files button')].map((button) => button.textContent.trim())

    it('takes them with words and without, shows them, and opens them for whoever has the page', async () => {
      const start = await parse(await ask(channel, '/plain'))
      expect(start.querySelector('form')?.getAttribute('enctype')).toBe('multipart/form-data')
      expect(start.querySelector('label[for=files]')?.textContent).toContain('每个不超过 1 MB，最多 4 个')
      const photo = [makeJpeg(), '积水.jpg'] as const
      const page = await parse(await sendFiles({ ...fieldsOf(start), do: 'ask', text: '路口积水' }, photo, photo))
      expect(filesOf(page)).toEqual(['积水.jpg', '积水.jpg'])
      const more = await parse(await sendFiles({ ...fieldsOf(page), do: 'ask', text: '' }, photo))
      expect(filesOf(more)).toHaveLength(3)
      const file = more.querySelector('.files button')?.getAttribute('value') ?? ''
      const open = (fields: Fields) =>
        ask(channel, '/plain/file', { method: 'POST', body: new URLSearchParams(fields) })
      const opened = await open({ ...fieldsOf(more), file })
      expect(Buffer.from(await opened.arrayBuffer())).toEqual(makeJpeg({ noted: false }))
      expect((await open({ ...fieldsOf(more), file, token: 'x'.repeat(43) })).status).toBe(404)
      expect((await open({ ...fieldsOf(more), file: crypto.randomUUID() })).status).toBe(404)
    })

    it('says of each that is refused why, and sends the others', async () => {
      const page = await parse(
        await sendFiles({ do: 'ask', text: '见附件' }, [makeJpeg(), 'a.jpg'], [Buffer.from('MZ\0'), 'run.exe']),
      )
      expect(filesOf(page)).toEqual(['a.jpg'])
      expect(page.querySelector('.status')?.textContent).toMatch(/^run\.exe：这种文件不能接收/u)
      const none = await parse(
        await sendFiles({ ...fieldsOf(page), do: 'ask', text: '' }, [Buffer.from('<html>'), 'b.jpg']),
      )
      expect(none.querySelectorAll('.exchange')).toHaveLength(1)
      expect(none.querySelector('.status')?.textContent).toMatch(/^b\.jpg：/u)
    })

    it('keeps them once where the same page is sent again, and none where none was chosen', async () => {
      const first = { ...fieldsOf(await parse(await ask(channel, '/plain'))), do: 'ask', text: '积水' }
      const page = await parse(await sendFiles(first, [new Uint8Array(), '']))
      expect(filesOf(page)).toEqual([])
      const fields: Fields = { ...fieldsOf(page), do: 'ask', text: '还有' }
      await sendFiles(fields, [makeJpeg(), 'a.jpg'])
      expect(filesOf(await parse(await sendFiles(fields, [makeJpeg(), 'a.jpg'])))).toEqual(['a.jpg'])
      const conversation = fields['conversation'] ?? ''
      expect(await house.store.files.unclaimed({ kind: 'conversation', id: conversation })).toMatchObject({ files: 1 })
    })

    it('is refused on a page of its own where it is too large or broken', async () => {
      const large = await sendFiles({ do: 'ask', text: 'a' }, [new Uint8Array(3 * 2 ** 20), 'large.jpg'])
      expect([large.status, large.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8'])
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      expect((await ask(channel, '/plain', { method: 'POST', headers, body: '--y\r\nbroken' })).status).toBe(400)
    })
  })
})
