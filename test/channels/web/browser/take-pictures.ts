import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser, openChat, visit } from './open-browser.ts'

/**
 * Takes the README's pictures of a running product: `npx tsx test/channels/web/browser/take-pictures.ts http://127.0.0.1:3000`.
 * Chinese needs a font on the machine (Debian: fonts-noto-cjk).
 */
const [base = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../../../../.github/pictures/', import.meta.url))
await mkdir(folder, { recursive: true })
const browser = await openBrowser()

interface Picture {
  name: string
  language: 'zh' | 'en'
  viewport: { width: number; height: number }
  /** Asked one after the other; a choice with these words is pressed instead. */
  says: readonly string[]
  citation: boolean
}

const pictures: readonly Picture[] = [
  {
    name: 'chat-with-citation',
    language: 'zh',
    viewport: { width: 1080, height: 680 },
    says: ['滨江区养狗一年要交多少钱？'],
    citation: true,
  },
  {
    name: 'chat-on-a-phone',
    language: 'zh',
    viewport: { width: 390, height: 844 },
    says: ['养狗一年要交多少钱？', '云麓区'],
    citation: false,
  },
  {
    name: 'chat-in-english',
    language: 'en',
    viewport: { width: 1080, height: 680 },
    says: ['How much of a hospital stay is reimbursed?'],
    citation: true,
  },
]

const portal = await visit(browser, `${base}/web/?language=zh`, { viewport: { width: 1080, height: 680 } })
await portal.page.locator('button.launcher').waitFor()
await portal.page.screenshot({ path: `${folder}portal.png` })

for (const { name, language, viewport, says, citation } of pictures) {
  const { page } = await visit(browser, `${base}/web/?language=${language}`, { viewport })
  const { say, answers } = await openChat(page)
  for (const [index, words] of says.entries()) {
    const choice = answers.last().locator('.choices button', { hasText: words })
    if (index > 0 && (await choice.count()) > 0) await choice.click()
    else await say(words)
    await answers.nth(index).waitFor()
  }
  if (citation) {
    await answers.last().locator('.cite').first().click()
    await page.locator('.panel .quoted').waitFor()
  }
  await page.screenshot({ path: `${folder}${name}.png` })
  await page.context().close()
}
await browser.close()
