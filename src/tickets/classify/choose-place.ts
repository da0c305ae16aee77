import { relateRegion, type Region } from '../../core/region.ts'

/**
 * The places that a demand may concern, at least one; null stands for an unknown one. What the text names inside the draft's place is more
 * exact than the draft; what it names elsewhere is a doubt, since people also tell where they live or come from.
 */
export function choosePlaces(draft: Region | null, named: readonly Region[]): readonly (Region | null)[] {
  const others = named.filter((region) => draft === null || relateRegion(region, draft) !== 'applies')
  const inside = draft === null ? others : others.filter((region) => relateRegion(draft, region) === 'applies')
  if (others.length === 0) return [draft]
  return inside.length === others.length ? inside : [draft, ...others]
}
