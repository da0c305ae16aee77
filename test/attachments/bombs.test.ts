import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/attachments/check-file.ts'
import { makeDocx } from './make-documents.ts'
import { makeGif, makeHeic, makeJpeg, makeJpegOfSize, makePng, makeWebp } from './make-pictures.ts'

const check = (content: Uint8Array) => checkFile({ name: 'bomb', content })
const bomb = { name: 'UnfitFile', fault: 'bomb' }
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 2 ** 20)

describe('a file that is small and becomes large', () => {
  it('is refused: a document whose part unpacks to a thousandfold', async () => {
    const content = makeDocx([{ name: 'word/media/image1.bmp', bytes: zeros(64) }])
    expect(content.length).toBeLessThan(100_000)
    await expect(check(content)).rejects.toMatchObject(bomb)
  })

  it('is refused: a document whose many small parts are large together', async () => {
    const part = zeros(7)
    const parts = Array.from({ length: 22 }, (_, index) => ({ name: `word/${index}.xml`, bytes: part }))
    await expect(check(makeDocx(parts))).rejects.toMatchObject(bomb)
  })

  it('is refused: a document that says it is smaller than it is', async () => {
    const content = Buffer.from(makeDocx([{ name: 'word/big.xml', bytes: zeros(1) }]))
    for (
      let at = content.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = content.indexOf('PK\x01\x02', at + 1, 'latin1')
    )
      if (content.readUInt32LE(at + 24) === 2 ** 20) content.writeUInt32LE(10, at + 24)
    await expect(check(content)).rejects.toMatchObject({ name: 'UnfitFile', fault: 'damaged' })
  })

  it('is refused: a document of tens of thousands of parts', async () => {
    const parts = Array.from({ length: 6000 }, (_, index) => ({ name: `word/${index}.xml`, bytes: '' }))
    await expect(check(makeDocx(parts))).rejects.toMatchObject(bomb)
  })

  it('is refused: a picture of billions of pixels', async () => {
    for (const picture of [
      makeJpegOfSize(60_000, 60_000),
      makePng({}, [100_000, 100_000]),
      makeHeic({}, [90_000, 90_000]),
    ])
      await expect(check(picture)).rejects.toMatchObject(bomb)
  })

  it('is refused: a JPEG of thousands of scans', async () => {
    const jpeg = makeJpeg({ noted: false })
    const scan = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])), -2)
    const content = Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(2000).fill(scan), jpeg.subarray(-2)])
    await expect(check(content)).rejects.toMatchObject(bomb)
  })

  it('is refused: a picture of hundreds of thousands of parts', async () => {
    const [png, gif] = [makePng({ noted: false }), makeGif()]
    const [chunk, block] = [png.subarray(33, 49), Buffer.from([0x21, 0xf9, 1, 0, 0])]
    const webp = makeWebp()
    const riff = Buffer.concat([webp, Buffer.alloc(8 * 300_000)])
    riff.writeUInt32LE(riff.length - 8, 4)
    for (const picture of [
      Buffer.concat([png.subarray(0, 33), ...Array<Buffer>(300_000).fill(chunk), png.subarray(33)]),
      Buffer.concat([gif.subarray(0, 19), ...Array<Buffer>(300_000).fill(block), gif.subarray(19)]),
      riff,
    ])
      await expect(check(picture)).rejects.toMatchObject(bomb)
  })

  it('loses a colour profile that is one', async () => {
    const png = makePng({ noted: false })
    const data = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(zeros(40))])
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length, 0)
    head.write('iCCP', 4, 'latin1')
    const { content } = await check(Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4), png.subarray(33)]))
    expect(Buffer.from(content)).toEqual(png)
  })

  it('is taken where it is a photo of a hundred million pixels: there are such telephones', async () => {
    expect(await check(makeJpegOfSize(12_000, 9000))).toMatchObject({ type: 'image/jpeg' })
  })
})
