import type { Config } from '../config.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import type { Tell } from '../tell-operator.mjs'

/** The id of a department; throws, with a sentence for whoever named it, where the catalogue has none such. */
export async function needDepartment(
  id: string,
  { catalogueFolder }: Pick<Config, 'catalogueFolder'>,
  tell: Tell,
): Promise<string> {
  const { catalogue } = await loadCatalogue(catalogueFolder)
  if (!catalogue.departments.has(id)) throw new Error(tell('operator.catalogue.unknown-department', { id }))
  return id
}
