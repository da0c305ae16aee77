import type { Language } from '../../src/core/language.ts'
import type { DispatchData } from '../../src/load-catalogue.ts'
import { findCentres } from '../../src/tickets/classify/class-centres.ts'
import { gatherEvidence, type DemandEvidence, type Senses } from '../../src/tickets/classify/gather-evidence.ts'
import { createLexicalLikeness } from '../../src/tickets/classify/lexical-likeness.ts'
import { subjectTexts } from '../../src/tickets/classify/subject-texts.ts'

const folds = 5

/** The evidence for every example sentence, from all the texts but those of its fold. */
export async function crossValidate(options: {
  data: Pick<DispatchData, 'catalogue' | 'examples'>
  language: Language
  senses: Senses
}): Promise<{ label: number; evidence: DemandEvidence }[]> {
  const { data, language, senses } = options
  const { signal } = new AbortController()
  const classes = [...data.catalogue.subjects.values()].filter(({ code }) => !code.endsWith('00'))
  const told = subjectTexts(classes, [], language)
  const examples = subjectTexts(classes, data.examples, language).filter(
    ({ label, text }) => told[label]?.text !== text,
  )
  const vectors = new Map<string, Promise<Float32Array>>()
  const embed: Senses['embed'] = (text) => {
    const vector = vectors.get(text) ?? senses.embed(text, language, signal)
    vectors.set(text, vector)
    return vector
  }
  const found: { label: number; evidence: DemandEvidence }[] = []
  for (let fold = 0; fold < folds && examples.length > 0; fold += 1) {
    const texts = [...told, ...examples.filter((_, at) => at % folds !== fold)]
    const learned = {
      centres: await findCentres(texts, classes.length, (text) => embed(text, language, signal)),
      lexical: createLexicalLikeness(texts, classes.length, senses.termsOf),
    }
    for (const { label, text } of examples.filter((_, at) => at % folds === fold))
      found.push({ label, evidence: await gatherEvidence(learned, { ...senses, embed }, { text, language }, signal) })
  }
  return found
}
