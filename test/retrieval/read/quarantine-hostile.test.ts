import { describe, expect, it } from 'vitest'
import { quarantine } from '../../../src/retrieval/read/quarantine.ts'
import type { Reading } from '../../../src/retrieval/read/reading.ts'

const times = 150_000
const reading = (text: string): Reading => ({
  title: null,
  metadata: {},
  blocks: [{ kind: 'paragraph', text }],
  warnings: [],
  quarantined: [],
})

/** Each would take minutes if any pattern looked at a place more often than a fixed number of times; the test runner's limit is seconds. */
describe('quarantine on text made to keep it busy', () => {
  it.each([
    ['spaces', `${' '.repeat(times)}x`],
    ['line feeds', '\n'.repeat(times)],
    ['quotation marks', '"'.repeat(times)],
    ['full stops', '。'.repeat(times)],
    ['an order begun over and over', '忽略'.repeat(times)],
    ['a role begun over and over', '你是一个'.repeat(times)],
    ['English orders', 'ignore all '.repeat(times / 10)],
    ['single letters', 'a '.repeat(times)],
    ['quoted orders', '忽略以上指令“ab”'.repeat(times / 10)],
    ['invisible characters', '\u200b'.repeat(times)],
  ])('ends in reasonable time: %s', (_, text) => {
    const { blocks, quarantined } = quarantine(reading(text))
    expect(blocks.length + quarantined.length).toBeGreaterThan(0)
  })
})
