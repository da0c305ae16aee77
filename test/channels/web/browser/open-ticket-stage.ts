import { Registry } from 'prom-client'
import type { WebChannel } from '../../../../channels/web/create-web-channel.ts'
import type { Clock } from '../../../../src/core/clock.ts'
import type { Dispatcher } from '../../../../src/core/dispatch.ts'
import type { Actor } from '../../../../src/core/ticket-life.ts'
import { loadCatalogue } from '../../../../src/load-catalogue.ts'
import { projectFolder } from '../../../../src/load-data.ts'
import { createServer } from '../../../../src/server/create-server.ts'
import { answerTicketQuery } from '../../../../src/steps/answer-ticket-query.ts'
import { continueIntake } from '../../../../src/steps/continue-intake.ts'
import { createFindPlaces } from '../../../../src/steps/find-places.ts'
import { maskPersonalData } from '../../../../src/steps/mask-personal-data.ts'
import { routeQuestion } from '../../../../src/steps/route-question.ts'
import { createIntake } from '../../../../src/tickets/intake/create-intake.ts'
import { clock as still, openHouse, speak } from '../../open-house.ts'
import { scriptedSteps } from '../../scripted-steps.ts'
import { makeWeb } from '../make-web.ts'
import { buildWidget } from './build-widget.ts'
import { listen } from './listen.ts'
import type { Stage } from './open-stage.ts'

const { catalogue } = await loadCatalogue(`${projectFolder}knowledge`)
const lights = [...catalogue.subjects.values()].find(({ name, term }) => name.zh.includes('路灯') && term !== null)
const line = catalogue.lines.find(({ subject }) => subject === lights?.code)

/** Sure of street lights, and of nothing else. */
const dispatcher: Dispatcher = {
  advise: async ({ text }) => {
    const sure = /路灯|street light/iu.test(text)
    return {
      ...{ subject: sure ? (lights?.code ?? '') : null, term: 'ordinary', coHandling: [], guesses: [] },
      ...{ lead: sure ? (line?.lead ?? '') : null, line: sure ? (line?.line ?? '') : null, excluded: null },
      ...{ confidence: sure ? 0.9 : 0.2, reason: sure ? 'line' : 'unsure-subject', catalogue: catalogue.version },
    }
  },
}

/** The body that has street lights. */
export const body: Actor = { role: 'department', id: line?.lead ?? '' }

const places = [['云汀市'], ['云汀市', '滨江区']]
const regions = () => places
const aliases = { Yunting: '云汀市', Binjiang: '滨江区' }

export interface TicketStage extends Stage {
  web: WebChannel
}

/** The web channel over a real store, real HTTP, the real intake and the real ticket office; questions are answered by a script. */
export async function openTicketStage({ clock = still }: { clock?: Clock } = {}): Promise<TicketStage> {
  await buildWidget()
  const web = makeWeb({ clock, messagesPerMinute: 100, placeAliases: aliases })
  const findRegions = createFindPlaces({ regions, elsewhere: [], aliases })
  const intake = createIntake({ speak, regions, aliases, findRegions })
  const house = await openHouse({
    channel: web,
    clock,
    catalogue,
    dispatcher,
    steps: ({ tickets, files: { attachmentOf } }) => [
      maskPersonalData,
      answerTicketQuery({ tickets: tickets.counter, speak, attachmentOf }),
      continueIntake({ intake, attachmentOf }),
      routeQuestion({ intake, attachmentOf }),
      ...scriptedSteps,
    ],
  })
  const app = createServer({
    channels: [web],
    home: '/web/',
    log: () => {},
    speak,
    metrics: new Registry(),
    ready: () => true,
    api: {},
    requestsPerMinute: 100_000,
    trustProxy: 0,
  })
  const outlet = await listen(app)
  return {
    ...outlet,
    house,
    web,
    async close() {
      await outlet.down()
      await house.close()
    },
  }
}
