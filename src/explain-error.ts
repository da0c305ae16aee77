import { UnusableCatalogue } from './catalogue/catalogue-problem.ts'
import { StoreUnavailable } from './core/store-unavailable.ts'
import { NewerSchema } from './store/migrate.ts'
import type { Tell } from './tell-operator.mjs'

/** What went wrong in the operator's words, with the exact finding behind it; an error that nobody foresaw keeps its own words. */
export function explainError(error: unknown, tell: Tell): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof UnusableCatalogue)
    return error.problems
      .map(({ file, line, what }) => `${file}${line === null ? '' : `:${line}`}  ${tell(what.id, what.values)}`)
      .join('\n')
  const id = error instanceof StoreUnavailable ? error.reason : error instanceof NewerSchema ? 'newer' : null
  return id === null ? error.message : `${tell(`operator.store.${id}`)}\n  ${error.message}`
}
