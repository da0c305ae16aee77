import type { Language } from '../../core/language.ts'
import { formatRegion } from '../../core/region.ts'
import type { Source } from './choose-sources.ts'

const address = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+@;!*'()]+/giu
const website: Readonly<Record<Language, string>> = { zh: '网站', en: 'the website' }

/**
 * Writes the sources for a model, one JSON object a line and one line a run of neighbouring passages: nothing inside a passage can end
 * the quotation it stands in. Web addresses are left out.
 */
export function describeSources(sources: readonly Source[], language: Language): string {
  const runs = new Map<string, Source[]>()
  for (const source of sources) runs.set(source.found.id, [...(runs.get(source.found.id) ?? []), source])
  return [...runs.values()]
    .map((run) => {
      const found = run[0]?.found
      return JSON.stringify({
        document: found?.title,
        issuer: found?.issuer ?? undefined,
        place: formatRegion(found?.region ?? []) || undefined,
        inForceFrom: found?.effective ?? undefined,
        inForceUntil: found?.expires ?? undefined,
        passages: run.map(({ token, section, text }) => ({
          token,
          section: section.join(' > ') || undefined,
          text: text.replaceAll(address, website[language]),
        })),
      })
    })
    .join('\n')
}
