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
    units: units.map(({ kind, text, lead, sentences }) => ({
      kind,
      text,
      lead,
      sentences: sentences.map((sentence) => sentence.text),
    })),
    before: content.before,
    after: content.after,
    beforeId: content.beforeId,
    afterId: content.afterId,
    amended: content.amended,
    effective: content.effective,
    expires: content.expires,
    region: content.region,
    url: content.url,
  } satisfies PassageContent)
  const key = createHash('sha256').update(body).digest('base64url')
  const fits = units.map((unit) => ({ score: unit.score, sentences: unit.sentences.map((sentence) => sentence.score) }))
  return { key, body, found: { key, score, validity, units: fits } }
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

/** What stored passages say, as far as it was read lately. A key stands for its content for good, so nothing here grows old. */
export type PassageCache = Map<string, PassageContent>

/** About 10 MB of Chinese text; the passages of the open conversations are few. */
const mostCached = 1000

function remember(cache: PassageCache, key: string, content: PassageContent): void {
  cache.delete(key)
  cache.set(key, content)
  const [oldest] = cache.keys()
  if (cache.size > mostCached && oldest !== undefined) cache.delete(oldest)
}

/** Loads what the found passages say, each once, and returns what puts passages together again. */
export async function loadPassages(
  db: Kysely<Tables>,
  cache: PassageCache,
  found: readonly Found[],
): Promise<(found: readonly Found[]) => readonly Passage[]> {
  const keys = [...new Set(found.map(({ key }) => key))]
  const contents = new Map(keys.flatMap((key) => entryOf(cache, key)))
  const missing = keys.filter((key) => !contents.has(key))
  for (let start = 0; start < missing.length; start += keysAtOnce) {
    const some = missing.slice(start, start + keysAtOnce)
    const rows = await db.selectFrom('passages').selectAll().where('key', 'in', some).execute()
    rows.forEach(({ key, body }) => contents.set(key, bodyShape.parse(body)))
  }
  contents.forEach((content, key) => remember(cache, key, content))
  return (list) => list.map((each) => whole(contents.get(each.key), each))
}

const entryOf = (cache: PassageCache, key: string): [string, PassageContent][] => {
  const content = cache.get(key)
  return content === undefined ? [] : [[key, content]]
}

function whole(content: PassageContent | undefined, { key, score, validity, units: fits }: Found): Passage {
  if (content === undefined) throw new Error(`The stored passage ${key} is missing.`)
  const units = content.units.map((unit, index) => {
    const fit = fits[index]
    const sentences = unit.sentences.map((text, place) => ({ text, score: fit?.sentences[place] ?? 0 }))
    return { ...unit, sentences, score: fit?.score ?? 0 }
  })
  return { ...content, score, validity, units }
}
