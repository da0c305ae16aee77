import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Passage } from '../core/passage.ts'
import { json } from './rows.ts'
import { passageContentShape, type Found, type PassageContent } from './shapes/passage-shape.ts'
import type { Tables } from './tables.ts'

/** Parts a passage into what it says and what the query made of it. */
function part({ score, validity, units, ...content }: Passage): { key: string; body: string; found: Found } {
  const body = JSON.stringify({
    id: content.id,
    document: content.document,
    title: content.title,
    issuer: content.issuer,
    section: content.section,
    text: content.text,
    units: units.map(({ kind, text, lead }) => ({ kind, text, lead })),
    before: content.before,
    after: content.after,
    effective: content.effective,
    expires: content.expires,
    region: content.region,
    url: content.url,
  } satisfies PassageContent)
  const key = createHash('sha256').update(body).digest('base64url')
  return { key, body, found: { key, score, validity, unitScores: units.map((unit) => unit.score) } }
}

/**
 * Stores what the passages say, where it is not stored yet, and returns what the query made of them. Rows are written in the order of
 * their keys, so that two transactions with the same new passages wait for each other and never deadlock.
 */
export async function storePassages(db: Kysely<Tables>, passages: readonly Passage[]): Promise<readonly Found[]> {
  const parts = passages.map(part)
  const bodies = new Map(parts.map(({ key, body }) => [key, body]))
  if (bodies.size > 0) {
    const stored = await db
      .selectFrom('passages')
      .select('key')
      .where('key', 'in', [...bodies.keys()])
      .execute()
    stored.forEach(({ key }) => bodies.delete(key))
  }
  const rows = [...bodies].map(([key, body]) => ({ key, body })).sort((a, b) => (a.key < b.key ? -1 : 1))
  if (rows.length > 0)
    await db
      .insertInto('passages')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  return parts.map(({ found }) => found)
}

const bodyShape = json(passageContentShape)
/** SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535. */
const keysAtOnce = 10_000

/** Loads what the found passages say, each once, and returns what puts passages together again; the sentences' fit is not kept. */
export async function loadPassages(
  db: Kysely<Tables>,
  found: readonly Found[],
): Promise<(found: readonly Found[]) => readonly Passage[]> {
  const keys = [...new Set(found.map(({ key }) => key))]
  const contents = new Map<string, PassageContent>()
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const some = keys.slice(start, start + keysAtOnce)
    const rows = await db.selectFrom('passages').selectAll().where('key', 'in', some).execute()
    rows.forEach(({ key, body }) => contents.set(key, bodyShape.parse(body)))
  }
  const whole = ({ key, score, validity, unitScores }: Found): Passage => {
    const content = contents.get(key)
    if (content === undefined) throw new Error(`The stored passage ${key} is missing.`)
    const units = content.units.map((unit, index) => ({ ...unit, score: unitScores[index] ?? 0, sentences: [] }))
    return { ...content, score, validity, units }
  }
  return (list) => list.map(whole)
}
