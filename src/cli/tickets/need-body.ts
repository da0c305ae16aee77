import type { Desk } from './with-desk.ts'

/** The id of a body that is named by its id, by its name, or by a part that only its name has; throws, with a sentence for whoever named it. */
export function needBody(
  { catalogue, tell, words }: Pick<Desk, 'catalogue' | 'tell' | 'words'>,
  named: string,
): string {
  const wanted = named.trim()
  const bodies = [...catalogue.departments.values()]
  const exact = bodies.find(({ id, name }) => id === wanted || name.zh === wanted || name.en === wanted)
  if (exact !== undefined) return exact.id
  const part = wanted.toLowerCase()
  const like = part === '' ? [] : bodies.filter(({ name }) => `${name.zh}\n${name.en.toLowerCase()}`.includes(part))
  const [only, ...others] = like
  if (only !== undefined && others.length === 0) return only.id
  if (only === undefined) throw new Error(tell('operator.catalogue.unknown-department', { id: wanted }))
  const list = like.map(({ id }) => `  ${id}  ${words.body(id)}`).join('\n')
  throw new Error(tell('operator.tickets.several-bodies', { named: wanted, list }))
}
