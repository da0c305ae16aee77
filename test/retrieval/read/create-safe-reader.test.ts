import { afterEach, describe, expect, it } from 'vitest'
import {
  createSafeReader,
  type SafeReader,
  type SafeReaderOptions,
} from '../../../src/retrieval/read/create-safe-reader.ts'
import { limits } from './limits.ts'

const open: SafeReader[] = []
const create = (options: Partial<SafeReaderOptions> = {}) => {
  const reader = createSafeReader({ limits, timeLimit: 15_000, memoryLimit: 256, idleLimit: 5_000, ...options })
  open.push(reader)
  return reader
}
afterEach(async () => void (await Promise.all(open.splice(0).map((reader) => reader.close()))))

const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })
const outcomes = async (readings: ReturnType<SafeReader['read']>) =>
  (await readings).map((one) => ('failure' in one ? one.failure.reason : one.reading.title))

describe('the safe reader', { timeout: 60_000 }, () => {
  it('reads many files in a thread, also those asked for at once', async () => {
    const reader = create()
    const names = ['甲', '乙', '丙']
    const readings = await Promise.all(names.map((name) => outcomes(reader.read(text('a.txt', `${name}办法\n登记。`)))))
    expect(readings).toEqual([['甲办法'], ['乙办法'], ['丙办法']])
  })

  it('gives up a file that takes too long, and goes on to the next', async () => {
    const reader = create({ timeLimit: 2 })
    const long = { name: 'long.txt', bytes: Buffer.from('养犬应当登记。\n'.repeat(100_000)) }
    const failures = await Promise.all([outcomes(reader.read(long)), outcomes(reader.read(long))])
    expect(failures).toEqual([['too-slow'], ['too-slow']])
  })

  it('gives up a file that takes too much memory, and reads the next', async () => {
    const reader = create({ memoryLimit: 64 })
    const lines = { name: 'lines.txt', bytes: Buffer.from('a\n'.repeat(6_000_000)) }
    expect(await outcomes(reader.read(lines))).toEqual(['bomb'])
    expect(await outcomes(reader.read(text('b.txt', '养犬办法\n登记。')))).toEqual(['养犬办法'])
  })

  it('does not even load a file that is too large', async () => {
    const reader = create({ limits: { ...limits, fileBytes: 10 } })
    expect(await outcomes(reader.read(text('a.txt', 'x'.repeat(11))))).toEqual(['too-large'])
  })

  it('starts a new thread after a rest, and none once it is closed', async () => {
    const reader = create({ idleLimit: 1 })
    expect(await outcomes(reader.read(text('a.txt', '甲办法\n登记。')))).toEqual(['甲办法'])
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await outcomes(reader.read(text('a.txt', '乙办法\n登记。')))).toEqual(['乙办法'])
    await reader.close()
    expect(await outcomes(reader.read(text('a.txt', '丙办法\n登记。')))).toEqual(['damaged'])
  })
})
