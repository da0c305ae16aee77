import type { Language } from './words.ts'

export interface Session {
  conversation: string
  token: string
}

export interface Preferences {
  language: Language | null
  region: readonly string[] | null
  large: boolean
  contrast: boolean
}

export interface Memory {
  session(): Session | null
  keepSession(session: Session | null): void
  /** Sequence of the last reply that was there while the chat was open; null before the first. */
  seen(): number | null
  keepSeen(sequence: number): void
  preferences(): Preferences
  keepPreferences(preferences: Preferences): void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const standard: Preferences = { language: null, region: null, large: false, contrast: false }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parseSession(value: unknown): Session | null {
  if (!isObject(value)) return null
  const { conversation, token } = value
  return typeof conversation === 'string' && typeof token === 'string' ? { conversation, token } : null
}

const parseSeen = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function parsePreferences(value: unknown): Preferences {
  if (!isObject(value)) return standard
  const { language, region, large, contrast } = value
  return {
    language: language === 'zh' || language === 'en' ? language : null,
    region: Array.isArray(region) ? region.filter((name) => typeof name === 'string') : null,
    large: large === true,
    contrast: contrast === true,
  }
}

/** What this browser remembers of the visitor. Where it may not store, it remembers until the page is left. */
export function createMemory(name: string, storage: () => Storage): Memory {
  const kept = new Map<string, string | null>()
  const read = (key: string): unknown => {
    let text = kept.get(key) ?? null
    try {
      if (!kept.has(key)) text = storage().getItem(`${name}:${key}`)
      return text === null ? null : JSON.parse(text)
    } catch {
      return null
    }
  }
  const write = (key: string, value: unknown) => {
    const text = value === null ? null : JSON.stringify(value)
    kept.set(key, text)
    try {
      if (text === null) storage().removeItem(`${name}:${key}`)
      else storage().setItem(`${name}:${key}`, text)
    } catch {
      // Blocked or full: the page's own memory has to do.
    }
  }
  return {
    session: () => parseSession(read('session')),
    keepSession: (session) => write('session', session),
    seen: () => parseSeen(read('seen')),
    keepSeen: (sequence) => write('seen', sequence),
    preferences: () => parsePreferences(read('preferences')),
    keepPreferences: (preferences) => write('preferences', preferences),
  }
}
