import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Wire } from '../wire.ts'
import type { Api } from './api.ts'
import type { Chat } from './create-chat.ts'
import type { Settings } from './settings.ts'
import type { Language, Words } from './words.ts'

/** What every part of the widget may need. */
export interface Surroundings {
  chat: Chat
  api: Api
  settings: Settings
  language: Language
  words: Words
  /** Writes a moment as it is read in the city. */
  moment: (at: string) => string
  start: Wire['startPage']
  showSource: (source: Wire['source']) => void
  tickets: readonly Wire['ticket'][]
  /** Opens the demands of this conversation at one of them. */
  showTickets: (number: string | null) => void
}

const nowhere = new Error('A part of the widget stands outside of it.')
const context = createContext<Surroundings | null>(null)

export const SurroundingsProvider = context.Provider

export function useSurroundings(): Surroundings {
  const here = useContext(context)
  if (here === null) throw nowhere
  return here
}
