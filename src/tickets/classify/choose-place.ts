import { relateRegion, type Region } from '../../core/region.ts'

/**
 * The places that a demand may concern, at least one; null stands for an unknown one. What the draft says holds, unless the text names a
 * place inside it or the draft has none.
 */
export function choosePlaces(draft: Region | null, named: readonly Region[]): readonly (Region | null)[] {
  const inside = draft === null ? named : named.filter((region) => relateRegion(draft, region) === 'applies')
  return inside.length === 0 ? [draft] : inside
}
