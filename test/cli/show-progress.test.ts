import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { progressLines } from '../../src/cli/show-progress.ts'
import { tellOperator } from '../../src/tell-operator.mjs'

describe('progress in a log', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const follow = () => {
    const lines: string[] = []
    const progress = progressLines({
      tell: tellOperator('en'),
      write: (line) => void lines.push(line.trim()),
      now: () => Date.now(),
    })
    return { lines, ...progress }
  }

  it('has a line for each tenth of the work', () => {
    const { lines, onProgress, stop } = follow()
    for (let done = 1; done <= 239; done += 1) {
      vi.advanceTimersByTime(100)
      onProgress({ phase: 'embedding', done, total: 239 })
    }
    stop()
    expect(lines.length).toBeGreaterThanOrEqual(10)
    expect(lines).toContain('Indexing the knowledge: 120 of 239 documents …')
  })

  it('has a line each five seconds while one document takes long', () => {
    const { lines, onProgress, stop } = follow()
    onProgress({ phase: 'embedding', done: 3, total: 100 })
    vi.advanceTimersByTime(15_000)
    stop()
    vi.advanceTimersByTime(15_000)
    expect(lines).toEqual(Array.from({ length: 3 }, () => 'Indexing the knowledge: 3 of 100 documents …'))
  })

  it('is silent about work that is done at once', () => {
    const { lines, onProgress, stop } = follow()
    for (let done = 1; done <= 50; done += 1) onProgress({ phase: 'embedding', done, total: 50 })
    stop()
    expect(lines).toEqual([])
  })
})
