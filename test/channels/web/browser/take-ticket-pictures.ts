import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { TicketCommand } from '../../../../src/core/ticket-command.ts'
import { openBrowser, openChat, visit } from './open-browser.ts'
import { body, openTicketStage } from './open-ticket-stage.ts'

/**
 * Takes the README's pictures of a demand, on a stage of its own: `npx tsx test/channels/web/browser/take-ticket-pictures.ts`. Chinese needs a
 * font on the machine (Debian: fonts-noto-cjk).
 */
const folder = fileURLToPath(new URL('../../../../.github/pictures/', import.meta.url))
await mkdir(folder, { recursive: true })
let now = new Date(0)
const stage = await openTicketStage({ clock: () => now })
const browser = await openBrowser()
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000))

const stories = [
  {
    language: 'zh',
    from: '2026-11-23T09:12:00+08:00',
    says: ['我要投诉：新河路8号门口的路灯三天没亮了，晚上走路看不见，希望尽快修好', '云汀市滨江区新河路8号', '匿名'],
    reply: '已于今天上午更换灯泡并检查线路，请查看。',
    missing: '东边那盏还是黑的',
  },
  {
    language: 'en',
    from: '2026-11-25T09:12:00+08:00',
    says: [
      'I want to complain: the street light at 8 Xinhe Road, Binjiang has been out for three days, please repair it',
      'anonymous',
      'anonymous',
    ],
    reply: 'The bulb was replaced and the line checked this morning.',
    missing: 'the eastern one is still dark',
  },
] as const

async function sayAndWait(page: Page, says: readonly string[]) {
  for (const words of says) {
    if ((await page.locator('.draft-card').count()) > 0) return
    const answers = page.locator('.reply:not(.writing)')
    const before = await answers.count()
    await page.locator('#question').fill(words)
    await page.locator('#question').press('Enter')
    await answers.nth(before).waitFor()
    later(1)
  }
}

async function handle(number: string, minutes: number, command: TicketCommand) {
  later(minutes)
  await stage.house.tickets.office.execute(number, command)
}

for (const { language, from, says, reply, missing } of stories) {
  now = new Date(from)
  const picture = (name: string) => `${folder}${name}.${language}.png`
  const phone = { viewport: { width: 390, height: 844 } }
  const { page } = await visit(browser, `${stage.base}/web/?language=${language}`, phone)
  await openChat(page)
  await sayAndWait(page, says)
  await page.locator('.draft-card .pencil button').nth(3).click()
  await page.screenshot({ path: picture('ticket-card') })
  await page.keyboard.press('Escape')
  await page.locator('.draft-card .primary').click()
  const number = (await page.locator('.ticket-card .number-of').textContent()) ?? ''
  await page.locator('.ticket-card header').evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.screenshot({ path: picture('ticket-filed') })
  await handle(number, 47, { kind: 'take', by: body })
  await handle(number, 1380, { kind: 'reply', by: body, text: reply, attachments: [] })
  later(95)
  await page.locator('.told .visit button').last().click()
  await page.locator('.told .visit textarea').fill(missing)
  await page.locator('.told .visit button.primary').click()
  await page.locator('.reply', { hasText: number }).last().waitFor()
  await handle(number, 325, { kind: 'reply', by: body, text: reply, attachments: [] })
  await page.locator('.told .visit').waitFor()
  await page.setViewportSize({ width: 1080, height: 760 })
  await page.locator('.own-tickets').click()
  await page.locator('.panel .stages').waitFor()
  await page.locator('.transcript').evaluate((element) => (element.scrollTop = element.scrollHeight))
  await page.screenshot({ path: picture('ticket-progress') })
  await page.context().close()
}
await browser.close()
await stage.close()
