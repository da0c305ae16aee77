import type { ApiKey, KeyScope } from '../../src/core/api-key.ts'
import type { Reception } from '../../src/core/channel.ts'
import type { Language } from '../../src/core/language.ts'
import type { Format } from './write-document.ts'

/** One request as a route sees it. */
export interface Call {
  request: Request
  query: URLSearchParams
  /** What stands for the blank in the path; empty where there is none. */
  id: string
  format: Format
  language: Language
  reception: Reception
  /** The caller's network address, for limits only. */
  address: string
  /** Where this interface is reached from outside: https://host/open311/v2. */
  base: string
}

export type Respond = (call: Call) => Promise<Response>

/** What a key may be used for here. */
export type Open311Scope = Extract<KeyScope, `open311:${string}`>

/** The one who asks; null: somebody without a key. */
export type Caller = ApiKey | null
