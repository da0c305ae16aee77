import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hostile } from '../../scripted-steps.ts'
import { listen } from './listen.ts'
import { openBrowser, openChat, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'

let stage: Stage
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  stage = await openStage({ messagesPerMinute: 4 })
})
afterEach(() => stage.close())

describe('the chat in trouble', () => {
  it('shows markup of visitors, answers and documents as the words it is', async () => {
    const { page, complaints } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('hostile')
    await answers.first().waitFor()
    await answers.first().locator('.cite').click()
    await page.locator('.panel .quoted').waitFor()
    await page.keyboard.press('Escape')
    await say(hostile)
    await answers.nth(1).waitFor()
    expect(await answers.first().textContent()).toContain(hostile)
    expect(await page.locator('.question').nth(1).textContent()).toContain(hostile)
    expect(await page.locator('civicline-widget img').count()).toBe(0)
    expect(await page.title()).not.toBe('broken')
    expect(complaints).toEqual([])
  })

  it('says that the connection is lost, sends by itself what did not go out, and doubles no reply', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('第一个问题')
    await answers.first().waitFor()
    await stage.down()
    await page.locator('.connection.lost').waitFor()
    await say('第二个问题')
    await page.locator('.unsent').waitFor()
    await stage.up()
    await page.locator('.connection.back').waitFor()
    await answers.nth(1).waitFor()
    expect(await page.locator('.unsent').count()).toBe(0)
    expect(await page.locator('.question').allTextContents()).toHaveLength(2)
    expect(await answers.count()).toBe(2)
  })

  it('sends even a first message by itself once there is a connection', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await stage.down()
    await say('第一个问题')
    await page.locator('.unsent').waitFor()
    await stage.up()
    await answers.first().waitFor()
    expect(await page.locator('.unsent').count()).toBe(0)
    expect(await page.locator('.question').count()).toBe(1)
  })

  it('shows the newest exchange after a reload', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`, { viewport: { width: 320, height: 640 } })
    const { say, answers } = await openChat(page)
    for (let round = 0; round < 4; round += 1) {
      await say(`问题${round}`)
      await answers.nth(round).waitFor()
    }
    await page.reload()
    await openChat(page)
    await answers.nth(3).waitFor()
    const inView = () =>
      page
        .locator('.question')
        .last()
        .evaluate((question) => {
          const frame = question.closest('.transcript')?.getBoundingClientRect()
          const { top } = question.getBoundingClientRect()
          return frame !== undefined && top >= frame.top && top < frame.bottom
        })
    await expect.poll(inView).toBe(true)
  })

  it('brings a reply that was settled while the connection was lost, once', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('第一个问题')
    await answers.first().waitFor()
    const [kept] = await page.evaluate(() => Object.values(localStorage).filter((value) => value.includes('token')))
    const { conversation } = JSON.parse(kept ?? '{}') as { conversation: string }
    await stage.down()
    await page.locator('.connection.lost').waitFor()
    const found = await stage.house.reception.conversation(conversation)
    if (found === null) throw new Error('The conversation is missing.')
    await stage.house.reception.receive({
      id: 'message-elsewhere',
      conversation,
      from: found.address,
      at: found.openedAt,
      text: '另一个窗口的问题',
      media: [],
      place: null,
      spoken: false,
      language: 'zh',
    })
    await stage.house.assistant.idle()
    await stage.up()
    await answers.nth(1).waitFor()
    expect(await answers.count()).toBe(2)
    expect(await page.locator('.question').allTextContents()).toEqual([
      expect.stringContaining('第一个问题'),
      expect.stringContaining('另一个窗口的问题'),
    ])
  })

  it('says how long to wait after too many messages, and sends the same message on demand', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    for (let round = 0; round < 4; round += 1) await say(`问题${round}`)
    await answers.nth(3).waitFor()
    await say('再问一个')
    const unsent = page.locator('.unsent')
    await unsent.waitFor()
    expect(await unsent.textContent()).toMatch(/请过 \d+ 秒再发/u)
    expect(await unsent.locator('button').textContent()).toBe('重新发送')
  })

  it('starts anew where the server no longer has the conversation', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('第一个问题')
    await answers.first().waitFor()
    await page.evaluate(() => {
      for (const [key, value] of Object.entries(localStorage))
        localStorage.setItem(key, value.replace(/"token":"[^"]+"/u, `"token":"${'x'.repeat(43)}"`))
    })
    await page.reload()
    await openChat(page)
    await page.locator('.connection p').waitFor()
    await say('第二个问题')
    await answers.first().waitFor()
    expect(await page.locator('.question').count()).toBe(1)
  })

  it('gives an emergency as a number to press', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`, { viewport: { width: 320, height: 640 } })
    const { say } = await openChat(page)
    await say('kind:emergency')
    const call = page.locator('.kind-emergency a.call')
    await call.waitFor()
    expect(await call.getAttribute('href')).toBe('tel:119')
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(64)
    expect(await page.locator('.announcer').getAttribute('aria-live')).toBe('assertive')
  })

  it('has a person one press away, and says when a person has it', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    expect(await page.locator('.people button').textContent()).toContain('转人工')
    await say('kind:handover')
    await answers.first().waitFor()
    expect(await answers.first().locator('.ticket b').textContent()).toMatch(/^\d{8}-\d{4}$/u)
    expect(await answers.first().locator('.choices button').textContent()).toBe('继续问助手')
  })

  it('records a thumb down with its reason and the visitor’s words', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('居住证多久能拿到？')
    await answers.first().locator('.feedback button').nth(1).click()
    await page.locator('.why label', { hasText: '过时了' }).click()
    await page.locator('.why textarea').fill('去年改过')
    await page.locator('.why button[type=submit]').click()
    await page.locator('.feedback', { hasText: '谢谢' }).waitFor()
    expect(await stage.house.store.feedback.list(5)).toMatchObject([
      { rating: 'down', reason: 'outdated', comment: '去年改过' },
    ])
  })

  it('works on another site, untouched by its styles, in the title, language and place that the site names', async () => {
    const other = await listen((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><html lang="zh-CN"><style>html{font-size:62.5%}button{display:none!important}</style><title>x</title>
        <p>Another site</p><script src="${stage.base}/web/widget.js" data-language="en" data-region="云汀市/滨江区" data-title="Ask Binjiang" async></script>`,
      )
    })
    const { page, complaints } = await visit(browser, other.base)
    const { say, answers } = await openChat(page)
    expect(await page.locator('.bar h2').textContent()).toBe('Ask Binjiang')
    expect(await page.locator('.bar .place').textContent()).toContain('滨江区')
    await say('居住证多久能拿到？')
    await answers.first().waitFor()
    expect(
      await page
        .locator('.reply .text')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize),
    ).toBe('16px')
    expect(complaints).toEqual([])
    await other.down()
  })

  it('works where the browser may store nothing', async () => {
    const { page, complaints } = await visit(browser, 'about:blank')
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    await page.goto(`${stage.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('居住证多久能拿到？')
    await answers.first().waitFor()
    expect(complaints).toEqual([])
  })

  it('leaves the answer whole for the clipboard', async () => {
    const { page } = await visit(browser, `${stage.base}/web/`, { permissions: ['clipboard-read', 'clipboard-write'] })
    const { say, answers } = await openChat(page)
    await say('居住证多久能拿到？')
    await answers.first().locator('.tools button').first().click()
    await page.locator('.tools', { hasText: '已复制' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('居住证自受理之日起15日内制发。[1]')
    expect(copied).toContain('云汀市公安局')
  })
})
