import { describe, expect, it } from 'vitest'
import { createMemory } from '../../../../channels/web/widget/memory.ts'

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})
const session = { conversation: 'c', token: 't' }
const preferences = { language: 'en', region: ['云汀市'], large: true, contrast: false } as const

describe('the memory of a browser', () => {
  it('keeps the conversation and the preferences over a reload, apart for each server', () => {
    const kept = new Map<string, string>()
    const memory = createMemory('one', () => storageOf(kept))
    memory.keepSession(session)
    memory.keepPreferences(preferences)
    const reloaded = createMemory('one', () => storageOf(kept))
    expect([reloaded.session(), reloaded.preferences()]).toEqual([session, preferences])
    expect(createMemory('two', () => storageOf(kept)).session()).toBeNull()
    reloaded.keepSession(null)
    expect(createMemory('one', () => storageOf(kept)).session()).toBeNull()
  })

  it('does without storage that is blocked, for as long as the page is open', () => {
    const memory = createMemory('one', () => {
      throw new Error('SecurityError')
    })
    expect(memory.session()).toBeNull()
    memory.keepSession(session)
    expect(memory.session()).toEqual(session)
  })

  it('takes nothing that is not what it kept', () => {
    const kept = new Map([
      ['one:session', '{"conversation":1}'],
      ['one:preferences', '{"language":"<b>","large":"yes"'],
    ])
    const memory = createMemory('one', () => storageOf(kept))
    expect(memory.session()).toBeNull()
    expect(memory.preferences()).toEqual({ language: null, region: null, large: false, contrast: false })
  })
})
