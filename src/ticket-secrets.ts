import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes and checks the secrets that open a demand to whoever has its link. */
export interface TicketSecrets {
  secretOf(number: string): string
  fits(number: string, secret: string): boolean
}

/** Secrets follow from a key: none is stored, and who has a copy of the store but not the key can make none. 128 bits each. */
export function createTicketSecrets(key: string): TicketSecrets {
  const secretOf = (number: string) =>
    createHmac('sha256', key).update(`ticket\n${number}`).digest().subarray(0, 16).toString('base64url')
  return {
    secretOf,
    fits(number, secret) {
      const [given, right] = [Buffer.from(secret), Buffer.from(secretOf(number))]
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}

const fileName = 'secret.key'

/** The key of this installation: as set, or made once and kept beside the data, readable by its owner only. */
export async function openSecretKey(given: string | null, dataFolder: string): Promise<string> {
  if (given !== null) return given
  const path = join(dataFolder, fileName)
  try {
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
