import { formatRegion } from '../../core/region.ts'
import type { Turn } from '../../core/turn.ts'

/** Writes the masked question for a model, as one JSON object: nothing in it can end the quotation it stands in. */
export function describeQuestion({ query, parts, region }: Turn): string {
  return JSON.stringify({
    question: query,
    parts: parts.length > 1 ? parts.map(({ text }) => text) : undefined,
    place: region === null ? undefined : formatRegion(region) || undefined,
  })
}
