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
  start: Wire['startPage']
  showSource: (source: Wire['source']) => void
}

const nowhere = new Error('A part of the widget stands outside of it.')
const context = createContext<Surroundings | null>(null)

export const SurroundingsProvider = context.Provider

export function useSurroundings(): Surroundings {
  const here = useContext(context)
  if (here === null) throw nowhere
  return here
}
