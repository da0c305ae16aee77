import { inflateSync } from 'node:zlib'
import exifr from 'exifr'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/attachments/check-file.ts'
import { readChunks } from '../../src/attachments/riff-chunks.ts'
import { secret, type ExifParts } from './make-exif.ts'
import { heicPixels, makeGif, makeHeic, makeJpeg, makePng, makeWebp } from './make-pictures.ts'

const check = async (content: Uint8Array) => {
  const checked = await checkFile({ name: 'IMG_0001', content })
  return { ...checked, content: Buffer.from(checked.content) }
}

const makers: Readonly<Record<string, (exif?: ExifParts) => Buffer>> = {
  JPEG: makeJpeg,
  PNG: makePng,
  WebP: makeWebp,
  HEIC: makeHeic,
}
const spots = [
  { latitude: 30.2741, longitude: 120.1551 },
  { latitude: -33.8568, longitude: -70.6483 },
]
/** exifr knows no WebP: there its Exif data is read alone. */
const exifOf = (content: Buffer) =>
  content.toString('latin1', 8, 12) === 'WEBP'
    ? (readChunks(content, 12, content.length).find(({ type }) => type === 'EXIF')?.data ?? null)
    : content
const gpsOf = async (content: Buffer) => {
  const exif = exifOf(content)
  return exif === null ? undefined : exifr.gps(exif).catch(() => undefined)
}
const everything = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, ihdr: false, jfif: false, icc: true }

describe.each(Object.entries(makers))('a photo in %s', (_, make) => {
  it.each(spots)('says where it was taken ($latitude, $longitude), and no longer once it is kept', async (spot) => {
    const photo = make(spot)
    expect((await gpsOf(photo))?.latitude).toBeCloseTo(spot.latitude, 5)
    const { point, content } = await check(photo)
    expect(point?.latitude).toBeCloseTo(spot.latitude, 5)
    expect(point?.longitude).toBeCloseTo(spot.longitude, 5)
    expect(await gpsOf(content)).toBeUndefined()
  })

  it('keeps nothing of its owner, its camera, or notes of other programs', async () => {
    const { content } = await check(make(spots[0]))
    for (const trace of [secret, 'Phonemaker', 'Photoshop', 'adobe', 'GPS', 'rdf:'])
      expect(content.includes(trace)).toBe(false)
    const exif = exifOf(content)
    expect(exif === null ? undefined : await exifr.parse(exif, everything).catch(() => undefined)).toBeUndefined()
  })

  it('without a position has none', async () => {
    expect((await check(make())).point).toBeNull()
    expect((await check(make({ latitude: 0, longitude: 0 }))).point).toBeNull()
  })

  it('that was checked passes again unchanged', async () => {
    const { content } = await check(make({ ...spots[0], orientation: 6 }))
    expect((await check(content)).content).toEqual(content)
  })
})

describe('a photo', () => {
  it.each([makeJpeg, makePng, makeWebp])('keeps how it is to be turned, and only that', async (make) => {
    for (const orientation of [3, 6, 8]) {
      const exif = exifOf((await check(make({ orientation, ...spots[0] }))).content)
      expect(await exifr.parse(exif ?? Buffer.alloc(0), { ...everything, translateValues: false })).toEqual({
        Orientation: orientation,
      })
    }
  })

  it('with nothing to take out keeps every byte', async () => {
    for (const photo of [makeJpeg({ noted: false }), makePng({ noted: false }), makeWebp({ noted: false })])
      expect((await check(photo)).content).toEqual(photo)
    expect((await check(makeHeic({ noted: false }))).content).toEqual(makeHeic({ noted: false }))
  })

  it('in HEIC keeps its pixels where its other parts expect them', async () => {
    const photo = makeHeic(spots[0])
    const { content } = await check(photo)
    expect(content.length).toBe(photo.length)
    expect(content.indexOf(heicPixels)).toBe(photo.indexOf(heicPixels))
  })

  it('in PNG keeps its colours and pixels', async () => {
    const { content } = await check(makePng(spots[0]))
    expect(content.includes('gAMA')).toBe(true)
    const at = content.indexOf('IDAT')
    const data = content.subarray(at + 4, at + 4 + content.readUInt32BE(at - 4))
    expect(inflateSync(data)).toHaveLength(3 * 7)
  })

  it('in GIF keeps that it is repeated, and no comment', async () => {
    const { content } = await check(makeGif())
    expect(content.includes('NETSCAPE2.0')).toBe(true)
    expect(content.includes(secret)).toBe(false)
  })

  it('with something else behind its end loses that', async () => {
    const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04')
    for (const photo of [makeJpeg(), makePng(), makeWebp(), makeGif()]) {
      const { content } = await check(Buffer.concat([photo, tail]))
      expect(content.includes('script')).toBe(false)
      expect(content).toEqual((await check(photo)).content)
    }
  })

  it('with a script in its notes loses that', async () => {
    const { content } = await check(makeJpeg({}, Buffer.from('<?php system($_GET[0]) ?>')))
    expect(content.includes('php')).toBe(false)
  })
})
