import type { Catalogue, CatalogueLine } from '../../core/dispatch.ts'
import { relateRegion, type Region } from '../../core/region.ts'

/** The line responsible for a class in a place; null place: where nobody has said. */
export type ChooseLine = (subject: string, region: Region | null) => CatalogueLine

/** The class itself, then what is around it, then what is nobody's. */
const levelsOf = (subject: string): string[] =>
  subject === '' ? [''] : [...new Set([subject, `${subject.slice(0, 4)}00`, `${subject.slice(0, 2)}0000`, ''])]

/**
 * Finds lines in a catalogue: the small class before the middle one, that before the large one, and the owner of the rest last. Within a
 * class the line of the smallest place around the demand's wins; a demand without place gets the whole city's line.
 */
export function chooseLine({ lines }: Pick<Catalogue, 'lines'>): ChooseLine {
  const bySubject = new Map<string, CatalogueLine[]>()
  for (const line of lines.toSorted((a, b) => b.region.length - a.region.length))
    bySubject.set(line.subject, [...(bySubject.get(line.subject) ?? []), line])
  return (subject, region) => {
    for (const level of levelsOf(subject)) {
      const found = bySubject
        .get(level)
        ?.find(
          (line) => line.region.length === 0 || (region !== null && relateRegion(line.region, region) === 'applies'),
        )
      if (found !== undefined) return found
    }
    throw new Error('The dispatch catalogue has no line for the rest')
  }
}
