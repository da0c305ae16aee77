import type { Language } from './core/language.ts'
import type { PipelineParts } from './pipelines.ts'
import type { ProjectData } from './load-data.ts'
import { createGuessKind } from './guess-kind.ts'
import type { Examples } from './retrieval/match-examples.ts'
import type { OpenKnowledge } from './open-knowledge.ts'

/** Demands of every kind sound like danger now and then, and are none. */
export function withDemands({
  emergencyExamples,
  kindExamples,
}: Pick<ProjectData, 'emergencyExamples' | 'kindExamples'>): Examples {
  const { none = { zh: [], en: [] }, ...meant } = emergencyExamples
  const demands = Object.values(kindExamples)
  const all = (language: Language) => [...none[language], ...demands.flatMap((examples) => examples[language])]
  return { ...meant, none: { zh: all('zh'), en: all('en') } }
}

/** What is understood by likeness to examples: danger, the wish for a person, and the kind of a demand. */
export const openRecognizers = (
  knowledge: Pick<OpenKnowledge, 'matchExamples' | 'guessByExamples'>,
  data: Pick<ProjectData, 'emergencyExamples' | 'personExamples' | 'kindExamples'>,
): Pick<PipelineParts, 'recognizeEmergency' | 'recognizePerson' | 'guessKind'> => ({
  recognizeEmergency: knowledge.matchExamples(withDemands(data)),
  recognizePerson: knowledge.matchExamples(data.personExamples),
  guessKind: createGuessKind(knowledge.guessByExamples(data.kindExamples)),
})
