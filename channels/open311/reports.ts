import { randomUUID } from 'node:crypto'
import type { ApiKey } from '../../src/core/api-key.ts'

/**
 * Each report is a conversation of its own, named by the key it came with and a token that nobody guesses: by it a demand is known to be
 * its sender's, and found again.
 */
export const makeToken = ({ id }: ApiKey): string => `${id}-${randomUUID()}`

const tokenForm = /^[\da-f]{12}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u
export const isToken = (text: string): boolean => tokenForm.test(text)

export const conversationOf = (token: string): string => `open311-${token}`

export const isFiledBy = ({ conversation }: { conversation: string }, caller: ApiKey | null): boolean =>
  caller !== null && conversation.startsWith(conversationOf(`${caller.id}-`))
