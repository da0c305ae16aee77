import packed from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

/** A real browser that comes in a package. */
export async function openBrowser(): Promise<Browser> {
  // One process for everything does not survive several contexts.
  const args = packed.args.filter((each) => !['--single-process', '--no-zygote'].includes(each))
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...args, '--no-sandbox', '--disable-background-networking'],
    headless: true,
  })
}

export interface Visit {
  page: Page
  /** What the page complained of: scripts that failed, and what its policy refused. */
  complaints: string[]
}

/** A new visitor on a page, with nothing remembered. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/u.test(message.text()))
      complaints.push(message.text())
  })
  await page.goto(address)
  return { page, complaints }
}

/** Opens the chat of a page and returns its parts. */
export async function openChat(page: Page) {
  await page.locator('button.launcher').click()
  return chatOf(page)
}

export const chatOf = (page: Page) => ({
  dialog: page.locator('dialog.dialog'),
  field: page.locator('#question'),
  answers: page.locator('.reply:not(.writing)'),
  async say(text: string) {
    await page.locator('#question').fill(text)
    await page.locator('#question').press('Enter')
  },
})
