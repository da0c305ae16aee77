/** What a key may be used for: one interface to read or to write by. */
export const keyScopes = ['departments:read', 'departments:write', 'open311:read', 'open311:write'] as const
export type KeyScope = (typeof keyScopes)[number]

/** The right of another system to call an interface. Its secret is shown once, when it is made, and then known to nobody but its holder. */
export interface ApiKey {
  id: string
  /** Whose it is, for the people who run this. */
  name: string
  scopes: readonly KeyScope[]
  /** The department for which it acts; null where it acts for none. */
  department: string | null
  createdAt: Date
  revokedAt: Date | null
  /** When it was last admitted, to the minute. */
  lastUsedAt: Date | null
}

export interface Keys {
  /** `digest` is the SHA-256 of the whole key, in hexadecimal: what is stored opens nothing. */
  add(key: ApiKey, digest: string): Promise<void>
  find(id: string): Promise<{ key: ApiKey; digest: string } | null>
  /** The newest first, revoked ones among them. */
  list(): Promise<readonly ApiKey[]>
  /** False where there is no such key or it was revoked before; the first revocation stands. */
  revoke(id: string, at: Date): Promise<boolean>
  used(id: string, at: Date): Promise<void>
}
