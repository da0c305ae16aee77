import type { Phrase } from '../core/phrase.ts'

/** What is wrong in a file of the catalogue, and where. */
export interface CatalogueProblem {
  file: string
  /** As an editor counts, from 1; null where the whole file is meant. */
  line: number | null
  what: Phrase
}

/** A catalogue that cannot be used as it stands; all that was found is listed, so that one look repairs it. */
export class UnusableCatalogue extends Error {
  readonly problems: readonly CatalogueProblem[]

  constructor(problems: readonly CatalogueProblem[]) {
    super(
      problems
        .map(({ file, line, what }) => {
          const values = Object.entries(what.values).map(([name, value]) => `${name}=${value}`)
          return `${file}${line === null ? '' : `:${line}`} ${[what.id, ...values].join(' ')}`
        })
        .join('\n'),
    )
    this.name = 'UnusableCatalogue'
    this.problems = problems
  }
}
