import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 A and AA on the page as it is, the widget's shadow included: one line each. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const run = (globalThis as unknown as { axe: { run(...words: unknown[]): Promise<AxeResults> } }).axe.run
    const { violations } = await run(document, { runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    )
  }, standards)
}

/** Whether something on the page sticks out to the right. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** What can be pressed in the widget and is smaller than 44 by 44 CSS pixels, its enlarged hit area counted. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('civicline-widget')?.shadowRoot
    const targets = [...(root?.querySelectorAll('button, a[href], select, textarea, label:has(input)') ?? [])]
    return targets.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || element.classList.contains('hidden')) return []
      const area = getComputedStyle(element, '::after')
      const enlarged = area.position === 'absolute' ? Math.min(parseFloat(area.width), parseFloat(area.height)) : 0
      const smallest = Math.max(Math.min(width, height), enlarged)
      return smallest < 43.5 ? [`${element.className || element.tagName} ${width}×${height}`] : []
    })
  })
