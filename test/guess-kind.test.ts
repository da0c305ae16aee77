import { describe, expect, it, vi } from 'vitest'
import { createGuessKind } from '../src/guess-kind.ts'

const signal = new AbortController().signal

describe('guessing the kind of a demand', () => {
  it('knows every kind, one that has no examples by no chance at all', async () => {
    const guess = createGuessKind(async () => ({ praise: 0.75, complaint: 0.25 }))
    expect(await guess('司机真好', signal)).toEqual({
      ...{ consultation: 0, request: 0, complaint: 0.25, report: 0, suggestion: 0, praise: 0.75 },
    })
  })

  it('leaves it to the rules where the guess fails or nobody answers in time', async () => {
    const failing = createGuessKind(() => Promise.reject(new Error('no model')))
    expect(await failing('司机真好', signal)).toBeNull()
    const stopped = new AbortController()
    const waiting = createGuessKind(() => new Promise(() => undefined))('司机真好', stopped.signal)
    stopped.abort()
    expect(await waiting).toBeNull()
  })

  it('reads the beginning of a long text, and nothing in a word', async () => {
    const guess = vi.fn(async () => ({ praise: 1 }))
    expect(await createGuessKind(guess)('好', signal)).toBeNull()
    await createGuessKind(guess)('好'.repeat(9000), signal)
    expect(guess).toHaveBeenCalledExactlyOnceWith('好'.repeat(400), 'zh', expect.anything())
  })
})
