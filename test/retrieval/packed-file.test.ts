import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPackedFile, writePackedFile } from '../../src/retrieval/packed-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a packed file', () => {
  it('gives back what was written, columns of odd lengths included', async () => {
    const path = join(folder, 'a.pack')
    await writePackedFile(
      path,
      { title: '养犬' },
      { a: Int8Array.of(-1, 2, 3), b: Float32Array.of(0.5), c: new Uint32Array(0) },
    )
    const file = await readPackedFile(path)
    expect(file.about).toEqual({ title: '养犬' })
    expect(file.column('a', 'Int8Array')).toEqual(Int8Array.of(-1, 2, 3))
    expect(file.column('b', 'Float32Array')).toEqual(Float32Array.of(0.5))
    expect(file.column('c', 'Uint32Array')).toHaveLength(0)
    expect(() => file.column('a', 'Float32Array')).toThrow('no column')
  })

  it('fails on a file that was cut off or is something else', async () => {
    const path = join(folder, 'a.pack')
    await writePackedFile(path, null, { a: new Uint32Array(1000) })
    await truncate(path, 300)
    const cut = await readPackedFile(path)
    expect(() => cut.column('a', 'Uint32Array')).toThrow()
    await writeFile(path, 'not packed at all')
    await expect(readPackedFile(path)).rejects.toThrow()
  })
})
