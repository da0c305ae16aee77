import type { Term } from '../../core/dispatch.ts'

/** Words that make a demand urgent; `unless` is what only sounds so in the same sentence, `settled` in the whole message. */
export interface UrgencyRules {
  when: readonly RegExp[]
  unless: readonly RegExp[]
  settled: readonly RegExp[]
}

export type UrgencyTable = Readonly<Record<'danger' | 'utility', UrgencyRules>>

const sentences = (text: string) => text.split(/[。！？!?；;\n]+|\.\s+/u).filter((sentence) => sentence.trim() !== '')

const holds = (text: string, rules: UrgencyRules): boolean =>
  !rules.settled.some((pattern) => pattern.test(text)) &&
  sentences(text).some(
    (sentence) =>
      rules.when.some((pattern) => pattern.test(sentence)) && !rules.unless.some((pattern) => pattern.test(sentence)),
  )

/** The term of a class, raised by what the text says; it is never lowered. */
export function judgeUrgency(table: UrgencyTable): (text: string, term: Term) => Term {
  return (text, term) => {
    // The rules know clauses by Chinese commas, which NFKC makes narrow.
    const said = text.normalize('NFKC').replaceAll(',', '，')
    if (term === 'danger' || holds(said, table.danger)) return 'danger'
    return term === 'utility' || holds(said, table.utility) ? 'utility' : term
  }
}
