import { Registry } from 'prom-client'
import { createServer } from '../../../../src/server/create-server.ts'
import { openHouse, speak, type House } from '../../open-house.ts'
import { citation, hostile, quote, scriptedSteps } from '../../scripted-steps.ts'
import { makeWeb } from '../make-web.ts'
import { buildWidget } from './build-widget.ts'
import { listen, type Outlet } from './listen.ts'

export interface Stage extends Outlet {
  house: House
  close(): Promise<void>
}

/** The web channel over a real store and real HTTP, with scripted steps: for what real documents do not say on demand. */
export async function openStage({ messagesPerMinute = 100 } = {}): Promise<Stage> {
  await buildWidget()
  const web = makeWeb({ messagesPerMinute })
  const { passage, ...view } = citation
  const house = await openHouse({
    channel: web,
    steps: scriptedSteps,
    documents: [
      {
        ...view,
        title: hostile,
        passages: [{ id: passage, section: ['第八条', hostile], text: `${quote}${hostile}` }],
      },
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
    async close() {
      await outlet.down()
      await house.close()
    },
  }
}
