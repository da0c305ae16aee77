import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFile, type CheckedFile } from '../../src/attachments/check-file.ts'
import { UnfitFile } from '../../src/attachments/unfit-file.ts'
import { makeDocx, makeOle, makePdf } from './make-documents.ts'
import { makeGif, makeHeic, makeJpeg, makePng, makeWebp } from './make-pictures.ts'
import { makeMp3, makeMp4, makeOgg, makeWav, makeWebm } from './make-sounds.ts'

const spot = { latitude: 30.2741, longitude: 120.1551, orientation: 6 }
const samples: readonly Uint8Array[] = [
  ...[makeJpeg(spot), makePng(spot), makeWebp(spot), makeHeic(spot), makeGif()],
  ...[makeMp3(), makeMp4('soun'), makeWav(), makeOgg(), makeWebm(2)],
  ...[makePdf(), makeDocx(), makeOle('WordDocument')],
]

/** Some bytes of a sample are others, and it may break off. */
const damaged = fc
  .record({
    sample: fc.constantFrom(...samples),
    changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
    lost: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 200 })),
  })
  .map(({ sample, changes, lost }) => {
    const copy = Uint8Array.from(sample.subarray(0, Math.max(1, sample.length - lost)))
    for (const [at, value] of changes) copy[at % copy.length] = value
    return copy
  })

const runs = 1500

const check = (content: Uint8Array): Promise<CheckedFile | null> =>
  checkFile({ name: 'a', content }).catch((error: unknown) => {
    if (error instanceof UnfitFile) return null
    throw error
  })

describe('a damaged file', () => {
  it('is taken or refused and nothing else, and what was taken is taken again as it is', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (content) => {
        const taken = await check(content)
        if (taken === null) return
        const again = await check(taken.content)
        expect(again?.type).toBe(taken.type)
        expect(Buffer.from(again?.content ?? []).equals(taken.content)).toBe(true)
      }),
      { numRuns: runs },
    )
  })
})
