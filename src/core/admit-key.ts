import type { ApiKey, Keys, KeyScope } from './api-key.ts'
import type { Clock } from './clock.ts'
import { digestOf, keyForm } from './create-key.ts'

/** `unknown`: none was sent, or one that there is not, or no longer; `scope`: it is none for this. */
export type Admission = { kind: 'admitted'; key: ApiKey } | { kind: 'refused'; why: 'unknown' | 'scope' }

/**
 * Admits the holder of a key to what a scope stands for. `presented` is the key itself or the value of an Authorization header with it,
 * as another interface hands it over; null where there was none.
 */
export type AdmitKey = (presented: string | null, scope: KeyScope) => Promise<Admission>

/** A key's last use is noted once in so many milliseconds, so that reading does not become writing. */
const notedEvery = 60_000

const unknown: Admission = { kind: 'refused', why: 'unknown' }

export const createAdmitKey =
  ({ keys, clock }: { keys: Keys; clock: Clock }): AdmitKey =>
  async (presented, scope) => {
    const text = (presented ?? '').trim().replace(/^Bearer +/iu, '')
    const id = keyForm.exec(text)?.groups?.['id']
    const found = id === undefined ? null : await keys.find(id)
    if (found === null || !same(await digestOf(text), found.digest) || found.key.revokedAt !== null) return unknown
    const { key } = found
    if (!key.scopes.includes(scope)) return { kind: 'refused', why: 'scope' }
    const now = clock()
    if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= notedEvery) await keys.used(key.id, now)
    return { kind: 'admitted', key }
  }

/** Compares in a time that does not depend on where the two differ. */
function same(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index)
  return difference === 0
}
