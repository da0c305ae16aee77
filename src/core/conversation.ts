import type { Language } from './language.ts'
import type { Address } from './message.ts'
import type { Region } from './region.ts'

/** A dialogue with one person in one channel. */
export interface Conversation {
  id: string
  address: Address
  language: Language
  region: Region | null
  holder: 'assistant' | 'operator'
  openedAt: Date
}
