import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { widgetFile } from './build-widget.ts'
import { findViolations, overflows, smallTargets } from './check-accessibility.ts'
import { openBrowser, chatOf, openChat, visit } from './open-browser.ts'
import { openCity, type City } from './open-city.ts'

const question = '滨江区养狗一年要交多少钱？'
let city: City
let browser: Browser
beforeAll(async () => {
  city = await openCity()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

describe('the chat on the portal', () => {
  it('answers a question with marked words and a source that opens at the quoted place', async () => {
    const { page, complaints } = await visit(browser, `${city.base}/web/`)
    const { say, answers } = await openChat(page)
    await say(question)
    await answers.first().waitFor()
    expect(await answers.first().locator('mark').allTextContents()).not.toEqual([])
    expect(await answers.first().textContent()).toContain('300')
    await answers.first().locator('.cite').first().click()
    const quoted = page.locator('.panel .quoted')
    await quoted.waitFor()
    expect(await page.locator('.panel .facts').textContent()).toContain('现行有效')
    expect(await page.locator('.panel .facts').textContent()).toContain('滨江区')
    expect(await quoted.locator('mark').first().isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('takes the portal’s question into the chat', async () => {
    const { page } = await visit(browser, `${city.base}/web/`)
    await page.locator('civicline-widget button.launcher').waitFor()
    await page.locator('#hero-question').fill(question)
    await page.locator('#hero-question').press('Enter')
    await chatOf(page).answers.first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/web/')
    expect(await page.locator('.question').textContent()).toContain(question)
  })

  it('asks for the place with choices where the rule differs, and answers the choice', async () => {
    const { page } = await visit(browser, `${city.base}/web/`)
    const { say, answers } = await openChat(page)
    await say('养狗一年要交多少钱？')
    await answers.first().locator('.choices button', { hasText: '云麓区' }).click()
    await answers.nth(1).locator('.cite').first().waitFor()
    expect(await answers.nth(1).textContent()).toContain('200')
  })

  it('works from opening to citation and back by keyboard alone, and never loses the focus', async () => {
    const { page } = await visit(browser, `${city.base}/web/`)
    const active = () =>
      page.evaluate(() => {
        const element = document.querySelector('civicline-widget')?.shadowRoot?.activeElement
        return element?.id || element?.className || ''
      })
    await page.locator('button.launcher').focus()
    await page.keyboard.press('Enter')
    await page.locator('#question').waitFor()
    expect(await active()).toBe('question')
    await page.keyboard.type(question)
    await page.keyboard.press('Enter')
    await page.locator('.cite').first().waitFor()
    for (let step = 0; step < 40 && (await active()) !== 'cite'; step += 1) await page.keyboard.press('Shift+Tab')
    expect(await active()).toBe('cite')
    await page.keyboard.press('Enter')
    await page.locator('.panel .quoted').waitFor()
    expect(await active()).toBe('panel-title')
    await page.keyboard.press('Escape')
    await expect.poll(active).toBe('cite')
    await page.keyboard.press('Escape')
    await expect.poll(active).toContain('launcher')
  })

  it('announces a reply once, and not the history', async () => {
    const { page } = await visit(browser, `${city.base}/web/`)
    const { say, answers } = await openChat(page)
    await say(question)
    await answers.first().waitFor()
    const announcer = page.locator('.announcer')
    expect(await announcer.locator('p').count()).toBe(1)
    expect(await announcer.textContent()).toContain('300')
    expect(await page.locator('.transcript').getAttribute('aria-live')).toBe('off')
    await page.reload()
    await openChat(page)
    await answers.first().waitFor()
    expect(await announcer.textContent()).toBe('')
  })

  it('keeps the conversation, its sources and the display over a reload', async () => {
    const { page } = await visit(browser, `${city.base}/web/`)
    const { say, answers } = await openChat(page)
    await say(question)
    await answers.first().waitFor()
    const before = await answers.first().textContent()
    await page.locator('.bar .bare').first().click()
    await page.locator('.settings input[type=checkbox]').nth(1).check()
    await page.reload()
    await openChat(page)
    await answers.first().waitFor()
    expect(await answers.count()).toBe(1)
    expect(await answers.first().textContent()).toBe(before)
    expect(await page.locator('.widget.contrast').count()).toBe(1)
    await answers.first().locator('.sources button').first().click()
    await page.locator('.panel .quoted mark').first().waitFor()
  })

  it('shows one visitor nothing of another', async () => {
    const [one, other] = [await visit(browser, `${city.base}/web/`), await visit(browser, `${city.base}/web/`)]
    const chat = await openChat(one.page)
    await chat.say(question)
    await chat.answers.first().waitFor()
    await openChat(other.page)
    expect(await other.page.locator('.exchange').count()).toBe(0)
    const kept = await one.page.evaluate(() => Object.values(localStorage).find((value) => value.includes('token')))
    const { conversation } = JSON.parse(kept ?? '{}') as { conversation: string }
    const stolen = await other.page.evaluate(async (id) => {
      const headers = { authorization: `Bearer ${'x'.repeat(43)}` }
      return (await fetch(`/web/conversations/${id}`, { headers })).status
    }, conversation)
    expect(stolen).toBe(404)
  })

  it('speaks English on the English page, and changes its language in the settings', async () => {
    const { page } = await visit(browser, `${city.base}/web/?language=en`)
    const { say, answers } = await openChat(page)
    await say('How much is a dog licence in Binjiang District?')
    await answers.first().locator('.cite').first().waitFor()
    expect(await answers.first().textContent()).toMatch(/\d+ yuan/u)
    await page.locator('.bar .bare').first().click()
    await page.locator('.settings label', { hasText: '中文' }).click()
    expect(await page.locator('.composer .send').textContent()).toContain('发送')
  })
})

const shapes = [
  { name: 'a small phone', viewport: { width: 320, height: 640 } },
  { name: 'a desktop', viewport: { width: 1280, height: 860 } },
]

describe.each(shapes)('the chat on $name', ({ viewport }) => {
  it.each(['zh', 'en'])(
    'keeps WCAG 2.2 AA closed, open, with a citation, and in high contrast and large print (%s)',
    async (language) => {
      const { page } = await visit(browser, `${city.base}/web/?language=${language}`, { viewport })
      await page.locator('button.launcher').waitFor()
      expect(await findViolations(page)).toEqual([])
      expect(await overflows(page)).toBe(false)
      const { say, answers } = await openChat(page)
      expect(await findViolations(page)).toEqual([])
      await say(language === 'zh' ? question : 'How much is a dog licence in Binjiang District?')
      await answers.first().locator('.cite').first().waitFor()
      expect(await findViolations(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await answers.first().locator('.cite').first().click()
      await page.locator('.panel .quoted').waitFor()
      expect(await findViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.bar .bare').first().click()
      for (const box of await page.locator('.settings input[type=checkbox]').all()) await box.check()
      expect(await findViolations(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.panel').waitFor({ state: 'detached' })
      expect(await findViolations(page)).toEqual([])
      const sticking = await page.evaluate(() => {
        const frame = document.querySelector('civicline-widget')?.shadowRoot?.querySelector('.transcript')
        return frame === null || frame === undefined ? null : frame.scrollWidth > frame.clientWidth
      })
      expect(sticking).toBe(false)
    },
  )
})

describe('the widget’s script', () => {
  it('is at most 60 KB gzipped', () => {
    expect(gzipSync(readFileSync(widgetFile), { level: 9 }).byteLength).toBeLessThanOrEqual(60 * 1024)
  })
})

describe('the page without scripts', () => {
  it('answers from the portal’s search field, with sources, choices and a rating', async () => {
    const { page } = await visit(browser, `${city.base}/web/`, { javaScriptEnabled: false })
    await page.locator('#hero-question').fill('养狗一年要交多少钱？')
    await page.locator('.search button').click()
    await page.locator('.reply button', { hasText: '滨江区' }).click()
    await page.locator('.exchange').nth(1).waitFor()
    expect(await page.locator('.reply blockquote').first().isVisible()).toBe(true)
    expect(await page.locator('.exchange').last().textContent()).toContain('300')
    await page.locator('.rating summary').click()
    await page.locator('input[value=down]').check()
    await page.locator('input[value=unclear]').check()
    await page.locator('button[value=rate]').click()
    expect(await page.locator('[role=status]').first().textContent()).toContain('谢谢')
  })

  it('keeps WCAG 2.2 AA on a small phone, empty and with an answer', async () => {
    const { page } = await visit(browser, `${city.base}/web/plain`, { viewport: { width: 320, height: 640 } })
    expect(await findViolations(page)).toEqual([])
    await page.locator('#text').fill(question)
    await page.locator('button.primary').click()
    await page.locator('.reply').waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  })
})
