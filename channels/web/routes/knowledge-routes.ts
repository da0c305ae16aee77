import type { Speak } from '../../../src/core/phrase.ts'
import { parseRegion } from '../../../src/core/region.ts'
import { firstQuestions } from '../first-questions.ts'
import { json } from '../json.ts'
import { placeNamesIn, type PlaceAliases } from '../place-names.ts'
import { Refusal } from '../refusal.ts'
import { openRoute, type Route } from '../route.ts'
import { wireDocument } from '../to-wire.ts'
import { documentView, startPage } from '../wire.ts'

const forAWhile = { 'cache-control': 'public, max-age=60' }

/** What anybody may read: how to start, and the document behind a citation. */
export const knowledgeRoutes = (options: {
  speak: Speak
  placeAliases: PlaceAliases
  timeZone: string
}): readonly Route[] => [
  openRoute({
    method: 'get',
    path: '/start',
    summary: 'The places to choose from, and questions to start with.',
    query: [
      { name: 'language', about: 'zh or en' },
      { name: 'region', about: 'A place as its path, such as 云汀市/滨江区' },
    ],
    gives: { 200: { about: 'What a front end shows first', shape: startPage } },
    async answer({ reception, language, url }) {
      const region = parseRegion(url.searchParams.get('region'))
      const start = {
        regions: reception.regions(),
        suggestions: firstQuestions({ reception, speak: options.speak }, language, region.length === 0 ? null : region),
        placeNames: placeNamesIn(options.placeAliases, language),
        files: reception.files.limits,
        timeZone: options.timeZone,
      }
      return json(startPage.parse(start), 200, forAWhile)
    },
  }),
  openRoute({
    method: 'get',
    path: '/documents',
    summary: 'The document behind a citation, in its passages.',
    query: [{ name: 'path', about: 'Path of the document as a source names it' }],
    gives: { 200: { about: 'The document', shape: documentView } },
    async answer({ reception, url }) {
      const view = reception.document(url.searchParams.get('path') ?? '')
      if (view === null) throw new Refusal('not-found')
      return json(wireDocument(view), 200, forAWhile)
    },
  }),
]
