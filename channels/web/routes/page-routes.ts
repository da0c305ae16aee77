import type { Clock } from '../../../src/core/clock.ts'
import type { Language } from '../../../src/core/language.ts'
import { phrase, type Speak } from '../../../src/core/phrase.ts'
import type { Region } from '../../../src/core/region.ts'
import { firstQuestions } from '../first-questions.ts'
import { htmlResponse } from '../html.ts'
import type { LimitUploads } from '../limit-uploads.ts'
import { portal } from '../pages/portal.ts'
import type { PlaceAliases } from '../place-names.ts'
import { openRoute, type Route } from '../route.ts'
import { answerPlainFile } from './plain-files.ts'
import { answerPlainForm, emptyPlainForm } from './plain-form.ts'

export interface PageRouteOptions {
  speak: Speak
  clock: Clock
  region: Region | null
  placeAliases: PlaceAliases
  timeZone: string
  patience: number
  limit: (conversation: string) => Promise<void>
  limitUpload: LimitUploads
}

export type Words = (id: string, values?: Readonly<Record<string, string>>) => string

const language = { name: 'language', about: 'zh or en' }

/** The portal page and the form that works without scripts. */
export function pageRoutes(options: PageRouteOptions): readonly Route[] {
  const wordsIn =
    (language: Language): Words =>
    (id, values) =>
      options.speak(phrase(id, values), language)
  const gives = { 200: { about: 'The page', type: 'text/html' } }
  return [
    openRoute({
      method: 'get',
      path: '/',
      summary: 'The portal of the demonstration city.',
      page: true,
      query: [language],
      gives,
      async answer({ language, reception }) {
        const { region } = options
        const suggestions = firstQuestions({ reception, speak: options.speak }, language, region)
        return htmlResponse(portal({ language, words: wordsIn(language), region, suggestions }), 200, {
          'cache-control': 'public, max-age=60',
          vary: 'Accept-Language',
        })
      },
    }),
    openRoute({
      method: 'get',
      path: '/plain',
      summary: 'An empty form; `question` fills it in.',
      page: true,
      query: [language, { name: 'question', about: 'Words to start with' }],
      gives,
      answer: async (call) => emptyPlainForm(call, { ...options, words: wordsIn(call.language) }),
    }),
    openRoute({
      method: 'post',
      path: '/plain',
      summary: 'Sends what the form holds and gives the conversation with the reply as a page.',
      page: true,
      query: [language],
      gives,
      answer: (call) => answerPlainForm(call, { ...options, wordsIn }),
    }),
    openRoute({
      method: 'post',
      path: '/plain/file',
      summary: 'A file of the conversation that the form carries.',
      page: true,
      gives: { 200: { about: 'The file', type: '*/*' } },
      answer: answerPlainFile,
    }),
  ]
}
