import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkerPool } from '../../src/retrieval/worker-pool.ts'
import type { WorkerPool } from '../../src/retrieval/worker-pool.ts'

const { signal } = new AbortController()
let pool: WorkerPool
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'))
  pool = createWorkerPool({ script: new URL('./crashing-worker.ts', import.meta.url), data: {}, size: 2 })
})
afterEach(async () => {
  await pool.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the worker pool', () => {
  it('gives every job its own answer', async () => {
    const texts = ['a', 'bb', 'ccc', 'dddd', 'eeeee']
    const answers = await Promise.all(texts.map((text) => pool.run([text], signal)))
    expect(answers.map(([vector]) => vector?.[0])).toEqual([1, 2, 3, 4, 5])
  })

  it('replaces a worker that dies and tries its job once more', async () => {
    const [vector] = await pool.run([`die once ${join(folder, 'died')}`], signal)
    expect(vector).toHaveLength(1)
    expect(await pool.run(['after'], signal)).toEqual([Float32Array.of(5)])
  })

  it('gives up a job that kills every worker, and no other', async () => {
    const [deadly, harmless] = await Promise.allSettled([pool.run(['die'], signal), pool.run(['ok'], signal)])
    expect(deadly).toMatchObject({ status: 'rejected' })
    expect(harmless).toMatchObject({ status: 'fulfilled' })
  })

  it('passes a fault of the work on without ending the worker', async () => {
    await expect(pool.run(['fail'], signal)).rejects.toThrow('no vector for this')
    expect(await pool.run(['ok'], signal)).toEqual([Float32Array.of(2)])
  })

  it('does not begin work that nobody waits for any more', async () => {
    await expect(pool.run(['late'], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('rejects what comes after it was closed', async () => {
    await pool.close()
    await expect(pool.run(['late'], signal)).rejects.toThrow('closed')
  })
})
