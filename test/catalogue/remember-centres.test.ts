import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rememberCentres } from '../../src/catalogue/remember-centres.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'centres-'))
})
afterEach(() => rm(folder, { recursive: true }))

const centres = { dimensions: 2, vectors: Float32Array.from([1, 0, 0.5, 0.25]) }
const never = () => Promise.reject(new Error('It was to be remembered'))

describe('what was learned', () => {
  it('is read and not learned again, by another process as well', async () => {
    await rememberCentres(folder)('zh', 'abc', async () => centres)
    expect(await rememberCentres(folder)('zh', 'abc', never)).toEqual(centres)
  })

  it('is learned anew from other texts, and takes the place of the old', async () => {
    const remember = rememberCentres(folder)
    await remember('en', 'abc', async () => centres)
    await remember('zh', 'abc', async () => centres)
    await remember('zh', 'def', async () => centres)
    expect((await readdir(folder)).toSorted()).toEqual(['en-abc.bin', 'zh-def.bin'])
  })

  it('is learned anew where its file is damaged', async () => {
    await writeFile(join(folder, 'zh-abc.bin'), 'no such thing')
    expect(await rememberCentres(folder)('zh', 'abc', async () => centres)).toEqual(centres)
  })
})
