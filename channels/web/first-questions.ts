import type { Reception } from '../../src/core/channel.ts'
import type { Language } from '../../src/core/language.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import type { Region } from '../../src/core/region.ts'

const most = 4
/** Topics that most people come with; their questions fill the list where the knowledge itself names too few. */
const topics = ['residence', 'fund', 'medical', 'elderly']

/** Questions to start with. */
export function firstQuestions(
  { reception, speak }: { reception: Reception; speak: Speak },
  language: Language,
  region: Region | null,
): readonly string[] {
  const common = topics.map((topic) => speak(phrase(`ui.topic.${topic}.ask`), language))
  return [...new Set([...reception.suggestions(language, region), ...common])].slice(0, most)
}
