import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketCommand } from '../../../../src/core/ticket-command.ts'
import type { Actor } from '../../../../src/core/ticket-life.ts'
import { makeJpeg } from '../../../attachments/make-pictures.ts'
import { makeDraft } from '../../../store/makers.ts'
import { openVisitor } from '../visitor.ts'
import { findViolations, overflows, smallTargets } from './check-accessibility.ts'
import { openBrowser, openChat, visit } from './open-browser.ts'
import { body, openTicketStage, type TicketStage } from './open-ticket-stage.ts'

let stage: TicketStage
let browser: Browser
beforeAll(async () => {
  stage = await openTicketStage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

interface Tongue {
  language: 'zh' | 'en'
  complaint: readonly string[]
  place: { field: string; old: string; corrected: string }
  reply: string
  missing: string
  words: Readonly<Record<'confirm' | 'no' | 'yes' | 'courteous' | 'reworked' | 'solved' | 'working', string>>
}
const zh: Tongue = {
  language: 'zh',
  complaint: ['我要投诉：云汀市滨江区新河路8号门口的路灯三天没亮了，希望修好', '匿名'],
  place: { field: '地点', old: '新河路8号', corrected: '滨江区新河路18号' },
  reply: '灯泡已更换，请查看。',
  missing: '东边那盏还是黑的，门牌1203',
  words: {
    ...{ confirm: '确认登记', no: '没有解决', yes: '解决了', courteous: '态度好', reworked: '退回重办' },
    ...{ solved: '已解决', working: '办理中' },
  },
}
const en: Tongue = {
  language: 'en',
  complaint: [
    'I want to complain: the street light at 8 Xinhe Road, Binjiang has been out for three days, please repair it',
    'anonymous',
  ],
  place: { field: 'Where', old: '8 Xinhe Road', corrected: 'Binjiang, 18 Xinhe Road' },
  reply: 'The bulb was replaced.',
  missing: 'the eastern one is still dark, no. 1203',
  words: {
    ...{ confirm: 'Confirm', no: 'Not solved', yes: 'Solved', courteous: 'They were courteous' },
    ...{ reworked: 'sent back', solved: 'Solved', working: 'Being handled' },
  },
}

const photo = { name: '路灯.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(makeJpeg()) }

/** Everything a person may have before them at this moment. */
async function checkPage(page: Page) {
  expect(await findViolations(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

async function openTickets(tongue: Tongue, options: BrowserContextOptions) {
  const { page, complaints } = await visit(browser, `${stage.base}/web/?language=${tongue.language}`, options)
  return { page, complaints, ...(await openChat(page)) }
}
type Chat = Awaited<ReturnType<typeof openTickets>>

/** Says it and waits until it is answered. */
async function sayAndWait({ say, answers }: Chat, text: string) {
  const before = await answers.count()
  await say(text)
  await answers.nth(before).waitFor()
}

async function complain(chat: Chat, { complaint }: Tongue) {
  for (const words of complaint)
    if ((await chat.page.locator('.draft-card').count()) === 0) await sayAndWait(chat, words)
  await chat.page.locator('.draft-card').waitFor()
}

async function file(chat: Chat, { words }: Tongue): Promise<string> {
  await chat.page.locator('.draft-card').last().locator('button', { hasText: words.confirm }).click()
  const number = chat.page.locator('.ticket-card .number-of').last()
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

async function handle(number: string, ...commands: readonly TicketCommand[]) {
  for (const command of commands)
    expect(await stage.house.tickets.office.execute(number, command)).toMatchObject({ kind: 'done' })
}
const desk: Actor = { role: 'operator', id: 'desk' }
const assignment = { lead: body.id, coHandling: [], line: null, reason: 'street lights' }
const take: TicketCommand = { kind: 'take', by: body }
const answer = (text: string): TicketCommand => ({ kind: 'reply', by: body, text, attachments: [] })
const caseOf = (number: string) => stage.house.store.cases.case(number)

const shapes = [
  { name: 'in Chinese on a phone', tongue: zh, options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: 'in English on a desktop', tongue: en, options: { viewport: { width: 1280, height: 860 } } },
  { name: 'in English on a small phone', tongue: en, options: { viewport: { width: 320, height: 640 } } },
]

describe.each(shapes)('a demand $name', ({ tongue, options }) => {
  it('goes from complaint over the corrected card and a photo to filed, answered, not solved, reworked and closed', async () => {
    const chat = await openTickets(tongue, options)
    const { page } = chat
    const { words, place } = tongue
    await complain(chat, tongue)
    await correctPlace(chat, tongue)
    await addPhoto(chat)
    await checkPage(page)
    const number = await file(chat, tongue)
    expect(await caseOf(number)).toMatchObject({
      state: 'dispatched',
      draft: { where: { said: place.corrected }, attachments: [{ kind: 'photo', name: photo.name }] },
    })
    await checkPage(page)

    await handle(number, take, answer(tongue.reply))
    const told = page.locator('.told', { hasText: tongue.reply })
    await told.waitFor()
    expect(await page.locator('.announcer').textContent()).toContain(tongue.reply)
    await told.locator('.visit button', { hasText: words.no }).click()
    await told.locator('.visit textarea').fill(tongue.missing)
    await checkPage(page)
    await told.locator('.visit button.primary').click()
    await page.locator('.reply', { hasText: words.reworked }).first().waitFor()
    expect(await caseOf(number)).toMatchObject({ state: 'in-progress', reworks: 1, visit: { note: tongue.missing } })

    await seeProgress(chat, tongue)
    await handle(number, answer(`${tongue.reply} 2`))
    const again = page.locator('.told', { hasText: `${tongue.reply} 2` })
    await again.waitFor()
    await page.reload()
    await openChat(page)
    await again.locator('.visit button', { hasText: new RegExp(`^${words.yes}$`, 'u') }).click()
    await again.locator('.visit button.primary').click()
    await chat.answers.last().locator('.choices button', { hasText: words.courteous }).click()
    await expect.poll(async () => (await caseOf(number))?.visit?.courteous).toBe('yes')
    expect(await caseOf(number)).toMatchObject({ state: 'closed', closedAs: 'solved' })
    await page.locator('.ticket-card .ended', { hasText: words.solved }).waitFor()
    await checkPage(page)
    expect(chat.complaints).toEqual([])
  })
})

/** Corrects the place on the card; the earlier card can no longer be corrected then. */
async function correctPlace({ page, answers }: Chat, { place }: Tongue) {
  const card = page.locator('.draft-card').last()
  expect(await card.textContent()).toContain(place.old)
  await card.locator('.fields > div', { hasText: place.field }).locator('.pencil button').click()
  await card.locator('.editing input').fill(place.corrected)
  const before = await answers.count()
  await card.locator('button.primary').click()
  await answers.nth(before).waitFor()
  expect(await page.locator('.draft-card').last().textContent()).toContain(place.corrected)
  expect(await page.locator('.draft-card').first().locator('.pencil').count()).toBe(0)
}

async function addPhoto({ page, answers }: Chat) {
  await page.locator('.composer .add').click()
  await page.locator('.composer .any-file').setInputFiles([photo])
  await page.locator('.chosen .there').waitFor()
  const before = await answers.count()
  await page.locator('.composer .send').click()
  await answers.nth(before).waitFor()
  await page.locator('.sent-files img').waitFor()
}

async function seeProgress({ page }: Chat, { words, reply }: Tongue) {
  await page.locator('.own-tickets').click()
  const card = page.locator('.panel .ticket-card')
  await card.locator('.stages .now', { hasText: words.working }).waitFor()
  await card.locator('.note').waitFor()
  await card.locator('summary').first().click()
  expect(await card.locator('.answers').textContent()).toContain(reply)
  await checkPage(page)
  await page.keyboard.press('Escape')
  await page.locator('.panel').waitFor({ state: 'detached' })
}

describe('a demand by keyboard alone', () => {
  it('is corrected, filed, added to and withdrawn, and the focus is never lost', async () => {
    const chat = await openTickets(zh, { viewport: { width: 1280, height: 860 } })
    const { page } = chat
    const isActive = (selector: string) =>
      page.evaluate(
        (wanted) => document.querySelector('civicline-widget')?.shadowRoot?.activeElement?.matches(wanted) === true,
        selector,
      )
    const tabTo = async (selector: string, key = 'Shift+Tab') => {
      for (let step = 0; step < 60 && !(await isActive(selector)); step += 1) await page.keyboard.press(key)
      expect(await isActive(selector), selector).toBe(true)
    }
    await complain(chat, zh)
    await tabTo('[aria-label="修改地点"]')
    await page.keyboard.press('Enter')
    await expect.poll(() => isActive('.editing input')).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => isActive('[aria-label="修改地点"]')).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => isActive('.editing input')).toBe(true)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('滨江区新河路28号')
    await page.keyboard.press('Enter')
    await page.locator('.draft-card').nth(1).waitFor()
    await tabTo('.draft-card button.primary', 'Tab')
    await page.keyboard.press('Enter')
    await page.locator('.ticket-card').waitFor()
    const number = (await page.locator('.ticket-card .number-of').textContent()) ?? ''

    await tabTo('.acts button:nth-child(2)', 'Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => isActive('.note-form textarea')).toBe(true)
    await page.keyboard.type('一共三盏')
    await tabTo('.note-form button[type=submit]', 'Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await stage.house.store.cases.history(number)).map(({ kind }) => kind))
      .toContain('supplemented')
    await tabTo('.acts button:nth-child(3)')
    await page.keyboard.press('Enter')
    await expect.poll(() => isActive('.note-form textarea')).toBe(true)
    await tabTo('.note-form button[type=submit]', 'Tab')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await caseOf(number))?.state).toBe('withdrawn')
    await page.locator('.ticket-card .ended').waitFor()
  })
})

describe('a step of a demand while nobody looks', () => {
  it('is waiting at the chat’s button on the next visit, until it is seen', async () => {
    const chat = await openTickets(zh, {})
    const { page } = chat
    await complain(chat, zh)
    const number = await file(chat, zh)
    await page.goto('about:blank')
    await handle(number, take)
    await page.goto(`${stage.base}/web/`)
    await page.locator('.launcher .news').waitFor()
    await openChat(page)
    await page.locator('.told').waitFor()
    expect(await page.locator('.announcer').textContent()).toBe('')
    await page.reload()
    await page.locator('.launcher').waitFor()
    await openChat(page)
    await page.locator('.told').waitFor()
    await page.locator('.bar .bare').last().click()
    expect(await page.locator('.launcher .news').count()).toBe(0)
  })
})

describe('what goes with a message', () => {
  it('says in words why a file is not taken, and lets it be taken back', async () => {
    const chat = await openTickets(zh, { viewport: { width: 320, height: 640 } })
    await chat.page.locator('.composer .add').click()
    await chat.page
      .locator('.any-file')
      .setInputFiles([{ name: 'a.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }])
    const failed = chat.page.locator('.chosen .failed')
    await failed.waitFor()
    expect(await failed.textContent()).toContain('这种文件不能接收')
    await checkPage(chat.page)
    await failed.locator('.remove').click()
    expect(await chat.page.locator('.chosen li').count()).toBe(0)
  })

  it('sends a file again on demand after the connection was lost', async () => {
    const chat = await openTickets(zh, {})
    await sayAndWait(chat, '你好')
    await stage.down()
    await chat.page.locator('.any-file').waitFor({ state: 'detached' })
    await chat.page.locator('.composer .add').click()
    await chat.page.locator('.any-file').setInputFiles([photo])
    const failed = chat.page.locator('.chosen .failed')
    await failed.waitFor()
    await stage.up()
    await failed.locator('button').first().click()
    await chat.page.locator('.chosen .there').waitFor()
  })

  it('sends the district, the spot and the device’s own position', async () => {
    const spot = { latitude: 30.27415, longitude: 120.15515 }
    const chat = await openTickets(zh, { geolocation: spot, permissions: ['geolocation'] })
    await sayAndWait(chat, '我要投诉：路灯三天没亮了')
    const before = await chat.answers.count()
    await openPlaceForm(chat)
    await chat.page.locator('.place-form select').selectOption({ label: '云汀市 · 滨江区' })
    await chat.page.locator('.place-form input').fill('新河路8号')
    await chat.page.locator('.own-position button').click()
    await chat.page.locator('.own-position button[aria-pressed=true]').waitFor()
    await chat.page.locator('.place-form button.primary').click()
    await chat.answers.nth(before).waitFor()
    const kept = await chat.page.evaluate(() => Object.values(localStorage).find((value) => value.includes('token')))
    const { conversation } = JSON.parse(kept ?? '{}') as { conversation: string }
    const messages = await stage.house.reception.messages(conversation)
    expect(messages.at(-1)).toMatchObject({ text: '云汀市滨江区 新河路8号', place: spot })
    expect(await chat.page.locator('.question .point').count()).toBe(1)
  })

  it('offers the other ways where the position is refused', async () => {
    const chat = await openTickets(zh, { permissions: [] })
    await openPlaceForm(chat)
    await chat.page.locator('.own-position button').click()
    const said = chat.page.locator('.own-position [role=status]')
    await expect.poll(() => said.textContent()).toContain('没有允许')
    expect(await chat.page.locator('.place-form button.primary').isDisabled()).toBe(true)
    await checkPage(chat.page)
  })
})

async function openPlaceForm({ page }: Chat) {
  await page.locator('.composer .add').click()
  await page.locator('.adder .row button').last().click()
  await page.locator('.place-form').waitFor()
}

describe('the page of a demand without scripts', () => {
  it('is reached by number and digits, and takes "not solved"', async () => {
    const { page } = await visit(browser, `${stage.base}/web/plain`, {
      ...{ javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
    })
    for (const text of [zh.complaint[0] ?? '', '我叫王小明，13912345678', '确认登记']) {
      await page.locator('#text').fill(text)
      await page.locator('button[value=ask]').click()
    }
    const link = page.locator('.reply a[href^="/web/tickets/"]')
    const number = /\d{8}-\d{4}/u.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
    await handle(number, take, answer(zh.reply))
    await page.goto(`${stage.base}/web/tickets`)
    await page.locator('#number').fill(number)
    await page.locator('#digits').fill('5678')
    await page.locator('main button').click()
    expect(await page.locator('.answers').textContent()).toContain(zh.reply)
    await page.locator('input[value=no]').check()
    await page.locator('#note-visit').fill(zh.missing)
    await page.locator('button.primary').click()
    expect(await page.locator('[role=status]').textContent()).toContain('退回重办')
    expect(await caseOf(number)).toMatchObject({ state: 'in-progress', reworks: 1 })
  })

  it.each(['zh', 'en'])('keeps WCAG 2.2 AA on a small phone, and so does the way there (%s)', async (language) => {
    const viewport = { width: 320, height: 640 }
    const { page } = await visit(browser, `${stage.base}/web/tickets?language=${language}`, { viewport })
    expect(await findViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    const { conversation } = await openVisitor(stage.web)
    const { number } = await stage.house.reception.file({ conversation, draft: makeDraft(), subject: null })
    await handle(number, { kind: 'dispatch', by: desk, assignment }, take, answer(zh.reply))
    const [progress] = await stage.house.reception.tickets.of(conversation)
    await page.goto(`${stage.base}/web/tickets/${number}.${progress?.secret ?? ''}?language=${language}`)
    await page.locator('.stages .now').waitFor()
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await findViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })
})
