import type { PipelineParts } from './pipelines.ts'
import type { ProjectData } from './load-data.ts'
import { createGuessKind } from './guess-kind.ts'
import type { OpenKnowledge } from './open-knowledge.ts'

/** What is understood by likeness to examples: danger, the wish for a person, and the kind of a demand. */
export const openRecognizers = (
  knowledge: Pick<OpenKnowledge, 'matchExamples' | 'guessByExamples'>,
  data: Pick<ProjectData, 'emergencyExamples' | 'personExamples' | 'kindExamples'>,
): Pick<PipelineParts, 'recognizeEmergency' | 'recognizePerson' | 'guessKind'> => ({
  recognizeEmergency: knowledge.matchExamples(data.emergencyExamples),
  recognizePerson: knowledge.matchExamples(data.personExamples),
  guessKind: createGuessKind(knowledge.guessByExamples(data.kindExamples)),
})
