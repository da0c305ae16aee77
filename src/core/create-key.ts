import type { ApiKey } from './api-key.ts'

const bytesOfId = 6
const bytesOfSecret = 24

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const randomHex = (bytes: number): string => hex(crypto.getRandomValues(new Uint8Array(bytes)))

/** The SHA-256 of a text, in hexadecimal. */
export const digestOf = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/** A key as its holder sends it: cvl_<id>_<secret>, the secret with 192 random bits. */
export const keyForm = new RegExp(`^cvl_(?<id>[\\da-f]{${2 * bytesOfId}})_[\\da-f]{${2 * bytesOfSecret}}$`, 'u')

/** Makes a new key: what is kept of it, and the text that its holder gets. */
export async function createKey(
  about: Pick<ApiKey, 'name' | 'scopes' | 'department' | 'createdAt'>,
): Promise<{ key: ApiKey; digest: string; text: string }> {
  const id = randomHex(bytesOfId)
  const text = `cvl_${id}_${randomHex(bytesOfSecret)}`
  return { key: { ...about, id, revokedAt: null, lastUsedAt: null }, digest: await digestOf(text), text }
}
