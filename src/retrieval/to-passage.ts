import type { Passage } from '../core/passage.ts'
import type { Found } from './retrieve.ts'
import { scoreUnits } from './score-units.ts'
import type { ServingVersion } from './serve-version.ts'
import { isAmendedByLabel } from './validity.ts'

/** A ranked passage with everything a writer and a citation need; none where the position names no passage. */
export function toPassage(version: ServingVersion, found: Found, at: Date): Passage[] {
  const shard = version.index.shards[found.language]
  const own = shard?.passages[found.passage]
  const position = shard?.documentOf[found.passage] ?? 0
  const document = shard?.documents[position]
  if (shard === undefined || own === undefined || document === undefined) return []
  const { facts } = document
  const validity = version.validity(found.language, at)[position] ?? 'in-force'
  const neighbour = (index: number) => (shard.documentOf[index] === position ? shard.passages[index] : undefined)
  const [before, after] = [neighbour(found.passage - 1), neighbour(found.passage + 1)]
  return [
    {
      id: own.id,
      document: facts.path,
      title: facts.title,
      issuer: facts.issuer,
      section: own.section,
      text: own.text,
      units: scoreUnits(shard, found.passage, found.query),
      before: before?.text ?? '',
      after: after?.text ?? '',
      beforeId: before?.id ?? null,
      afterId: after?.id ?? null,
      score: found.score,
      validity,
      amended: validity === 'in-force' && isAmendedByLabel(facts.status ?? ''),
      effective: facts.effective,
      // A rule in force ends where the next one begins.
      expires: facts.expires ?? (validity === 'in-force' ? (version.lastDays(found.language)[position] ?? null) : null),
      region: facts.region,
      url: facts.url,
    },
  ]
}
