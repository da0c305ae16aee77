import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret of 256 bits, in letters that a URL and a header can carry. */
export const makeToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: its SHA-256 in hex, so that a copy of the store opens no conversation. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether `token` is the one behind `hash`, in a time that does not depend on where they differ. */
export function tokenFits(token: string, hash: string): boolean {
  const given = Buffer.from(hashToken(token))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}
