import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../src/attachments/check-file.ts'
import { openBrowser } from '../channels/web/browser/open-browser.ts'
import { noteJpeg, notePng, noteWebp } from './make-pictures.ts'

const [width, height] = [40, 24]
const spot = { latitude: 30.2741, longitude: 120.1551 }

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** A drawing that looks different however it is turned, as the browser itself saves it. */
async function draw(type: string): Promise<Buffer> {
  const address = await page.evaluate(
    ({ type, width, height }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d')
      if (pen === null) return ''
      pen.fillStyle = 'white'
      pen.fillRect(0, 0, width, height)
      pen.fillStyle = 'red'
      pen.fillRect(0, 0, width / 2, height / 2)
      pen.fillStyle = 'blue'
      pen.fillRect(width / 2, height / 2, width / 4, height / 2)
      return canvas.toDataURL(type, 0.9)
    },
    { type, width, height },
  )
  expect(address).toMatch(new RegExp(`^data:${type};base64,`, 'u'))
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/** What the browser shows of a picture: its size as it is turned, and its pixels. */
const show = (content: Uint8Array, type: string) =>
  page.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const { naturalWidth: width, naturalHeight: height } = image
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d')
      pen?.drawImage(image, 0, 0)
      return { width, height, pixels: [...(pen?.getImageData(0, 0, width, height).data ?? [])].join(' ') }
    },
    `data:${type};base64,${Buffer.from(content).toString('base64')}`,
  )

const note = (type: string, picture: Buffer, orientation: number): Buffer => {
  const exif = { orientation, ...spot }
  if (type === 'image/jpeg') return noteJpeg(picture, exif)
  return type === 'image/png' ? notePng(picture, exif) : noteWebp(picture, exif, [width, height])
}

describe.each(['image/jpeg', 'image/png', 'image/webp'])('a photo in %s that a browser made', (type) => {
  it.each([1, 3, 6, 8])('is shown as before once it is clean, turned as %i says', async (orientation) => {
    const noted = note(type, await draw(type), orientation)
    const checked = await checkFile({ name: 'a', content: noted })
    expect(checked.point?.latitude).toBeCloseTo(spot.latitude, 5)
    const [before, after] = [await show(noted, type), await show(checked.content, type)]
    expect(after).toEqual(before)
    if (type === 'image/jpeg' && orientation > 4) expect([after.width, after.height]).toEqual([height, width])
  })
})
