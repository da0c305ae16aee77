import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { ticketLink } from '../../../channels/web/ticket-link.ts'
import type { TicketCommand } from '../../../src/core/ticket-command.ts'
import type { Actor } from '../../../src/core/ticket-life.ts'
import type { TicketProgress } from '../../../src/core/ticket-progress.ts'
import { makeJpeg } from '../../attachments/make-pictures.ts'
import { makeDraft } from '../../store/makers.ts'
import { openHouse, type House } from '../open-house.ts'
import { scriptedSteps } from '../scripted-steps.ts'
import { makeWeb } from './make-web.ts'
import { ask, openVisitor } from './visitor.ts'

const desk: Actor = { role: 'operator', id: 'desk' }
const body: Actor = { role: 'department', id: 'lighting' }
const assignment = { lead: 'lighting', coHandling: [], line: null, reason: 'street lights' }
const given: readonly TicketCommand[] = [
  { kind: 'accept', by: desk, subject: null, term: 'ordinary', advice: null },
  { kind: 'dispatch', by: desk, assignment },
  { kind: 'take', by: body },
]
const answered: TicketCommand = { kind: 'reply', by: body, text: '灯泡已更换。', attachments: [] }

let channel: WebChannel
let house: House
let link: string
let number: string
beforeEach(async () => {
  channel = makeWeb()
  house = await openHouse({ channel, steps: scriptedSteps })
  const { conversation } = await openVisitor(channel)
  const contact = { wish: 'named', name: '王小明', phone: '13912345678', email: null } as const
  const draft = makeDraft({ subject: '路灯不亮', contact })
  number = (await house.reception.file({ conversation, draft, subject: null })).number
  const [progress] = await house.reception.tickets.of(conversation)
  link = `/${ticketLink(progress as TicketProgress)}`
})
afterEach(() => house.close())

const handle = async (...commands: readonly TicketCommand[]) => {
  for (const command of commands)
    expect(await house.tickets.office.execute(number, command)).toMatchObject({ kind: 'done' })
}
const parse = async (response: Response) => parseHTML(await response.text()).document
const get = async (path: string) => parse(await ask(channel, path))
const form = (path: string, fields: Record<string, string>) =>
  ask(channel, path, { method: 'POST', body: new URLSearchParams(fields) })
const press = async (act: string, fields: Record<string, string> = {}) => {
  const page = await get(link)
  const own = [...page.querySelectorAll('form')].find(
    (each) => each.querySelector('input[name=act]')?.getAttribute('value') === act,
  )
  const key = own?.querySelector('input[name=key]')?.getAttribute('value') ?? ''
  return { key, page: await parse(await form(link, { act, key, ...fields })) }
}
const stages = (page: Awaited<ReturnType<typeof get>>, mark: string) =>
  [...page.querySelectorAll(`.stages .${mark}`)].map((each) => each.querySelector('span')?.textContent)
const kinds = async () => (await house.store.cases.history(number)).map(({ kind }) => kind)

describe('the page of a demand', () => {
  it('shows to whoever has its link how far it is, and is kept by no cache and no search engine', async () => {
    await handle(...given)
    const response = await ask(channel, link)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    const page = await parse(response)
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex')
    expect(page.querySelector('h1')?.textContent).toBe('路灯不亮')
    expect(stages(page, 'done')).toEqual(['已登记', '已受理', '已派单'])
    expect(stages(page, 'now')).toEqual(['办理中'])
    expect(page.querySelector('.stages [aria-current=step]')?.textContent).toContain('11月23日')
    expect(page.toString()).not.toContain('13912345678')
    expect((await get(`${link}?language=en`)).documentElement.getAttribute('lang')).toBe('en')
  })

  it('is there for nobody with another secret, as for a number that does not exist', async () => {
    const wrong = [`/tickets/${number}.${'x'.repeat(22)}`, `/tickets/20260101-0001.${'x'.repeat(22)}`, '/tickets/none']
    for (const path of wrong) {
      expect((await ask(channel, path)).status).toBe(404)
      expect((await form(path, { act: 'urge', key: 'key-12345678' })).status).toBe(404)
    }
  })

  it('takes "not solved" with a note, shows the rework, then "solved" and "courteous" apart', async () => {
    await handle(...given, answered)
    const { page } = await press('visit', { solved: 'no', note: '东边还是黑的' })
    expect(page.querySelector('[role=status]')?.textContent).toContain('退回重办')
    expect(page.querySelector('.note')?.textContent).toContain('1')
    expect(stages(page, 'now')).toEqual(['办理中'])
    await handle(answered)
    expect((await press('visit', { solved: 'yes' })).page.querySelector('.ended')?.textContent).toBe('已解决')
    await press('rate', { courteous: 'yes' })
    expect(await house.store.cases.case(number)).toMatchObject({
      ...{ state: 'closed', closedAs: 'solved', reworks: 1 },
      visit: { solved: 'yes', courteous: 'yes' },
    })
  })

  it('does nothing twice when the same form is sent again', async () => {
    await handle(...given)
    const { key } = await press('supplement', { note: '是三盏灯' })
    await form(link, { act: 'supplement', key, note: '是三盏灯' })
    expect((await kinds()).filter((kind) => kind === 'supplemented')).toHaveLength(1)
  })

  it('urges and withdraws, and offers then only what is left to do', async () => {
    await handle(...given)
    expect((await press('urge')).page.querySelector('[role=status]')?.textContent).toContain('已催办')
    const { page } = await press('withdraw')
    expect(page.querySelector('.ended')?.textContent).toBe('已撤回')
    expect(page.querySelectorAll('input[name=act][value=urge]')).toHaveLength(0)
    expect(await kinds()).toContain('withdrawn')
  })

  it('says honestly that the body objects, and that the clock runs on', async () => {
    await handle(...given.slice(0, 2), { kind: 'object', by: body, reason: '不在辖区', line: 'L1' })
    expect((await get(link)).querySelector('.note')?.textContent).toContain('时限照常')
  })

  it('shows a reply with markup in it as words', async () => {
    await handle(...given, { ...answered, text: '<img src=x>' })
    const page = await get(link)
    expect(page.querySelectorAll('main img')).toHaveLength(0)
    expect(page.querySelector('.answers .text')?.textContent).toBe('<img src=x>')
  })
})

describe('the files of an answer', () => {
  it('open to whoever has the link, and to nobody else', async () => {
    const { conversation } = await openVisitor(channel)
    const attached = await house.reception.files.attach(conversation, { name: '修好了.jpg', content: makeJpeg() })
    if (attached.kind === 'refused') throw new Error(attached.fault)
    await handle(...given, { ...answered, attachments: [attached.attachment] })
    const address = (await get(link)).querySelector('.answers a')?.getAttribute('href')?.slice('/web'.length) ?? ''
    expect(await ask(channel, address)).toMatchObject({ status: 200 })
    expect((await ask(channel, address.replace(/\.[^/]+/u, `.${'x'.repeat(22)}`))).status).toBe(404)
    const other = await house.reception.file({ conversation, draft: makeDraft(), subject: null })
    const [progress] = await house.reception.tickets.of(conversation)
    expect(progress?.number).toBe(other.number)
    expect((await ask(channel, address.replace(link, `/tickets/${other.number}.${progress?.secret}`))).status).toBe(404)
  })
})

describe('the form that leads to it', () => {
  it('opens with the number, however it is written, and the last four digits', async () => {
    const response = await form('/tickets', { number: number.replace('-', '－'), digits: '5678' })
    expect([response.status, response.headers.get('location')]).toEqual([303, `/web${link}?language=zh`])
  })

  it('tells nobody whether the number or the digits are wrong', async () => {
    const wrong = await form('/tickets', { number, digits: '0000' })
    const unknown = await form('/tickets', { number: '20260101-0001', digits: '5678' })
    const said = async (response: Response) => (await parse(response)).querySelector('[role=alert]')?.textContent
    expect([wrong.status, unknown.status]).toEqual([404, 404])
    expect((await said(wrong))?.replaceAll(number, '')).toBe((await said(unknown))?.replaceAll('20260101-0001', ''))
  })

  it('lets one address try only so often', async () => {
    for (let tries = 0; tries < 10; tries += 1) await form('/tickets', { number: '20260101-0001', digits: '5678' })
    expect((await form('/tickets', { number, digits: '5678' })).status).toBe(429)
  })
})
