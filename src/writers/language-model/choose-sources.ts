import type { Passage, Unit } from '../../core/passage.ts'
import type { Turn } from '../../core/turn.ts'
import { readsAsInstruction } from './reads-as-instruction.ts'

/** A passage as the model knows it: by its token. */
export interface Source {
  token: string
  /** The id of the passage. */
  id: string
  text: string
  /** The headings above it; none where they are not known, because the passage stands beside a found one. */
  section: readonly string[]
  /** The passage's units; none where the passage stands beside a found one. */
  units: readonly Unit[]
  /** The passage that was found: this one or the one right beside it. Its facts are this one's too. */
  found: Passage
}

/** Most found passages a model sees; the passages right beside them come on top. */
const mostFound = 6

/** The best passages of each question in turn: first everybody's best, then everybody's second. */
function interleave(turn: Turn): readonly Passage[] {
  const lists = turn.parts.length > 0 ? turn.parts.map(({ passages }) => passages) : [turn.passages]
  const deepest = Math.max(0, ...lists.map(({ length }) => length))
  const all = Array.from({ length: deepest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat()
  return [...new Map(all.map((passage) => [passage.id, passage])).values()]
}

const beside = (id: string | null, text: string, found: Passage): Omit<Source, 'token'>[] =>
  id === null || text === '' ? [] : [{ id, text, section: [], units: [], found }]

/**
 * Chooses what a model sees: the best six passages in force, each between the two beside it, in reading order. Passages that speak to
 * the model are left out.
 */
export function chooseSources(turn: Turn): readonly Source[] {
  const found = interleave(turn)
    .filter(({ validity, text }) => validity === 'in-force' && !readsAsInstruction(text))
    .slice(0, mostFound)
  const ids = new Set(found.map(({ id }) => id))
  const isNew = ({ id, text }: Omit<Source, 'token'>) => !ids.has(id) && !readsAsInstruction(text)
  const all = found.flatMap((passage) => [
    ...beside(passage.beforeId, passage.before, passage).filter(isNew),
    { id: passage.id, text: passage.text, section: passage.section, units: passage.units, found: passage },
    ...beside(passage.afterId, passage.after, passage).filter(isNew),
  ])
  const distinct = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
  return distinct.map((source, index) => ({ ...source, token: `P${index + 1}` }))
}
