import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/core/detect-language.ts'
import { answerTicketQuery } from '../../src/steps/answer-ticket-query.ts'
import { continueIntake } from '../../src/steps/continue-intake.ts'
import { createFindPlaces } from '../../src/steps/find-places.ts'
import { locateQuestion } from '../../src/steps/locate-question.ts'
import { maskPersonalData } from '../../src/steps/mask-personal-data.ts'
import { offerPerson } from '../../src/steps/offer-person.ts'
import { redirectRoute } from '../../src/steps/redirect-route.ts'
import { rephraseQuestion } from '../../src/steps/rephrase-question.ts'
import { routeQuestion } from '../../src/steps/route-question.ts'
import { screenInput } from '../../src/steps/screen-input.ts'
import { mayBeShown } from '../../src/steps/screen-output.ts'
import { splitQuestion } from '../../src/steps/split-question.ts'
import { spotEmergency } from '../../src/steps/spot-emergency.ts'
import { yieldToOperator } from '../../src/steps/yield-to-operator.ts'
import { intake } from '../tickets/intake/make-intake.ts'
import { hostileTexts } from './hostile-text.ts'
import { emergencies, legalRoutes, screens } from './load-tables.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const attachmentOf = () => Promise.resolve(null)
const findPlaces = createFindPlaces({
  regions: () => [['云汀市'], ['云汀市', '滨江区'], ['澄江市']],
  elsewhere: ['上海市', '北京市'],
  aliases: { Binjiang: '滨江区' },
})
/** Each step gets the whole text, though in the pipeline the screen would have declined it. */
const steps = [
  maskPersonalData,
  spotEmergency({ table: emergencies }),
  yieldToOperator,
  screenInput({ table: screens, limit: 2000 }),
  offerPerson(),
  continueIntake({ intake, attachmentOf }),
  answerTicketQuery({
    tickets: { find: async () => null, isHandover: async () => false, of: async () => [] },
    speak: () => '',
    attachmentOf,
  }),
  routeQuestion({ intake, attachmentOf }),
  rephraseQuestion,
  locateQuestion({ findPlaces }),
]

describe('input of a hundred thousand characters', () => {
  it.each(hostileTexts)('is read by every step: %s', async (_, text) => {
    for (const step of steps) {
      for (const language of ['zh', 'en'] as const) {
        const turn = makeTurn(text, { language, history: [makeExchange('居住证怎么办')], holder: 'operator' })
        expect(await step.run(turn, makeTools())).toBeTypeOf('object')
      }
    }
    expect(splitQuestion(text).length).toBeGreaterThan(0)
    expect(mayBeShown({ text, citations: [], marks: [] }, ['a secret'])).toBeTypeOf('boolean')
    expect(['zh', 'en']).toContain(detectLanguage(text))
  })

  it.each(hostileTexts)('is read by the tables as far as they read: %s', async (_, text) => {
    const turn = makeTurn(text.slice(0, 2000))
    for (const step of [screenInput({ table: screens, limit: 2000 }), redirectRoute({ table: legalRoutes })])
      expect(await step.run(turn, makeTools())).toBeTypeOf('object')
  })

  it.each(['嗯', '好的', '你好', 'ok', '没有了', '谢谢你', '垃圾', '东西'])(
    'is read when it repeats "%s" and ends otherwise',
    async (seed) => {
      for (const length of [30, 300, 1999]) {
        const turn = makeTurn(`${seed.repeat(length).slice(0, length)}x`)
        for (const step of [
          routeQuestion({ intake, attachmentOf }),
          screenInput({ table: screens, limit: 2000 }),
          continueIntake({ intake, attachmentOf }),
        ])
          expect(await step.run(turn, makeTools())).toBeTypeOf('object')
      }
    },
  )
})
