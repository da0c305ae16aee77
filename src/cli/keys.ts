import { mkdir } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { ApiKey, KeyScope } from '../core/api-key.ts'
import type { Clock } from '../core/clock.ts'
import { createKey } from '../core/create-key.ts'
import { tellOperator, type Tell } from '../tell-operator.mjs'
import { needDepartment } from './need-department.ts'
import { showMinute } from './show-minute.ts'
import { withStore } from './with-store.ts'

interface Setting {
  config: Config
  clock: Clock
}

export interface NewKeyOptions {
  name: string
  scope: readonly KeyScope[]
  department?: string
}

/** Makes a key for another system and shows it, this once. */
export async function createApiKey(setting: Setting, { name, scope, department }: NewKeyOptions): Promise<void> {
  const { config, clock } = setting
  const tell = tellOperator(config.language)
  const forDepartments = scope.some((each) => each.startsWith('departments:'))
  if (forDepartments && department === undefined) throw new Error(tell('operator.keys.needs-department'))
  const whose = department === undefined ? null : await needDepartment(department, config, tell)
  const about = { name, scopes: [...new Set(scope)], department: whose, createdAt: clock() }
  const { key, digest, text } = await createKey(about)
  await mkdir(config.dataFolder, { recursive: true })
  await withStore(setting, ({ keys }) => keys.add(key, digest))
  console.error(tell('operator.keys.created', { id: key.id, name }))
  console.log(text)
}

function stateOf({ revokedAt, lastUsedAt }: ApiKey, tell: Tell): string {
  if (revokedAt !== null) return tell('operator.keys.state.revoked', { at: showMinute(revokedAt) })
  return lastUsedAt === null
    ? tell('operator.keys.state.unused')
    : tell('operator.keys.state.used', { at: showMinute(lastUsedAt) })
}

/** Lists the keys, the newest first; their secrets are known to nobody. */
export async function listApiKeys(setting: Setting, { json = false }: { json?: boolean }): Promise<void> {
  const tell = tellOperator(setting.config.language)
  const keys = await withStore(setting, (store) => store.keys.list())
  if (json) return void process.stdout.write(`${JSON.stringify(keys, null, 2)}\n`)
  if (keys.length === 0) console.log(tell('operator.keys.none'))
  for (const key of keys)
    console.log([key.id, key.name, key.scopes.join(' '), key.department ?? '–', stateOf(key, tell)].join(' · '))
}

/** Ends a key at once. */
export async function revokeApiKey(setting: Setting, id: string): Promise<void> {
  const tell = tellOperator(setting.config.language)
  const done = await withStore(setting, ({ keys }) => keys.revoke(id, setting.clock()))
  if (!done) throw new Error(tell('operator.keys.unknown', { id }))
  console.log(tell('operator.keys.revoked', { id }))
}
