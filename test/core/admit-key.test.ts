import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAdmitKey } from '../../src/core/admit-key.ts'
import type { KeyScope } from '../../src/core/api-key.ts'
import { createKey } from '../../src/core/create-key.ts'
import type { Store } from '../../src/core/store.ts'
import { openTestStore } from '../fakes/memory-store.ts'
import { noon } from '../store/makers.ts'

let store: Store
let now = noon
beforeEach(async () => {
  now = noon
  store = await openTestStore()
})
afterEach(() => store.close())

const admit = (presented: string | null, scope: KeyScope = 'departments:read') =>
  createAdmitKey({ keys: store.keys, clock: () => now })(presented, scope)

async function make() {
  const about = { name: 'Water works', scopes: ['departments:read'] as const, department: 'water', createdAt: noon }
  const made = await createKey(about)
  await store.keys.add(made.key, made.digest)
  return made
}

const unknown = { kind: 'refused', why: 'unknown' }

describe('a key of another system', () => {
  it('carries its id and a secret of which only the digest is kept', async () => {
    const { key, digest, text } = await make()
    expect(text).toMatch(/^cvl_[\da-f]{12}_[\da-f]{48}$/u)
    expect(text.split('_')[1]).toBe(key.id)
    expect(digest).toBe(createHash('sha256').update(text).digest('hex'))
    expect((await make()).text).not.toBe(text)
    expect(JSON.stringify(await store.keys.find(key.id))).not.toContain(text.split('_')[2])
  })

  it('admits its holder, bare or in an Authorization header, to what it is for', async () => {
    const { key, text } = await make()
    for (const presented of [text, `Bearer ${text}`, ` bearer  ${text} `])
      expect(await admit(presented)).toMatchObject({ kind: 'admitted', key: { id: key.id, department: 'water' } })
    expect(await admit(text, 'departments:write')).toEqual({ kind: 'refused', why: 'scope' })
  })

  it('admits nobody where it is missing, malformed, unknown, with another secret or revoked', async () => {
    const { key, text } = await make()
    const other = text.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))
    for (const presented of [null, '', 'Bearer', text.slice(0, -1), `${text}0`, other, text.toUpperCase(), 'cvl_x_y'])
      expect(await admit(presented)).toEqual(unknown)
    expect(await admit(`cvl_ffffffffffff_${'0'.repeat(48)}`)).toEqual(unknown)
    await store.keys.revoke(key.id, now)
    expect(await admit(text)).toEqual(unknown)
  })

  it('notes its last use once a minute, and not where it was refused', async () => {
    const { key, text } = await make()
    const lastUsed = async () => (await store.keys.find(key.id))?.key.lastUsedAt
    await admit(text, 'open311:read')
    expect(await lastUsed()).toBeNull()
    await admit(text)
    now = new Date(noon.getTime() + 59_999)
    await admit(text)
    expect(await lastUsed()).toEqual(noon)
    now = new Date(noon.getTime() + 60_000)
    await admit(text)
    expect(await lastUsed()).toEqual(now)
  })
})
