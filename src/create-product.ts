import { mkdir } from 'node:fs/promises'
import { createWebChannel } from '../channels/web/create-web-channel.ts'
import { createAssistant } from './assistant.ts'
import { openDuplicateFinder } from './catalogue/open-duplicate-finder.ts'
import { openDispatcher } from './catalogue/open-dispatcher.ts'
import { composePipeline } from './compose.ts'
import type { Config } from './config.ts'
import type { Channel } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { OutboxEntry } from './core/store.ts'
import { createMetrics } from './create-metrics.ts'
import { createWriter } from './create-writer.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadData } from './load-data.ts'
import { openDepartments } from './open-departments.ts'
import { lookAfterDesk, openDesk } from './open-desk.ts'
import { openFiles } from './open-files.ts'
import { openKnowledge } from './open-knowledge.ts'
import { openRecognizers } from './open-recognizers.ts'
import { openOpen311 } from './open-open311.ts'
import { openTickets } from './open-tickets.ts'
import { createHub, createReception } from './reception.ts'
import { removeUnclaimedFiles } from './remove-unclaimed-files.ts'
import { createServer } from './server/create-server.ts'
import { describeApi } from './server/describe-api.ts'
import { createStore } from './store/create-store.ts'
import { sweepTickets } from './sweep-tickets.ts'
import { openSecretKey } from './ticket-secrets.ts'

export interface Product {
  app: ReturnType<typeof createServer>
  /** Starts the channels and answers what a crash left unanswered. */
  start(): Promise<{ resumed: number }>
  /** Lets turns under way end, then closes everything. */
  stop(): Promise<void>
}

const reloadEvery = 2000
const deliveryRound = 1000
const sweepRound = 5000
const fileRound = 3_600_000

interface Setting {
  config: Config
  clock: Clock
  log: Log
}

/** Opens what outlives a turn: the data, the knowledge and the store. */
async function openHoldings({ config, clock, log }: Setting) {
  await mkdir(config.dataFolder, { recursive: true })
  const data = await loadData()
  const knowledge = await openKnowledge({
    folder: config.knowledgeFolder,
    dataFolder: config.dataFolder,
    embedding: config.embedding,
    workers: { building: 1, serving: 1 },
    synonyms: data.synonyms,
    pollEvery: reloadEvery,
    onReload: (result) =>
      'version' in result
        ? log('info', 'knowledge reloaded', { version: result.version })
        : log('error', 'knowledge not reloaded', { error: result.error.name }),
  })
  const store = await createStore({
    url: config.databaseUrl,
    dataFolder: config.dataFolder,
    clock,
    onBackup: (path) => log('info', 'database backed up', { path }),
  })
  const secretKey = await openSecretKey(config.secretKey, config.dataFolder)
  const dispatch = await loadCatalogue(config.catalogueFolder)
  return { data, dispatch, knowledge, store, secretKey }
}

type Holdings = Awaited<ReturnType<typeof openHoldings>>

/** The assistant, the delivery of its replies, and what channels are offered. */
async function createHouse(
  { data, dispatch, knowledge, store, secretKey }: Holdings,
  channels: readonly Channel[],
  setting: Setting,
) {
  const { config, clock, log } = setting
  const { retriever, library, ownEmbedders: embedders } = knowledge
  const hub = createHub()
  const metrics = createMetrics()
  const writing = await createWriter({ config, clock, log })
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const delivery = deliverOutbox({ store, channels: byName, clock, log, every: deliveryRound })
  const send = (entry: OutboxEntry) => void delivery.send(entry)
  const dispatcher = openDispatcher({ data: dispatch, places: data, embedders, dataFolder: config.dataFolder })
  const tickets = openTickets({
    duplicates: openDuplicateFinder({ data: dispatch, embedders }),
    ...{ store, data, dispatcher, clock, log, send, secretKey, catalogue: dispatch.catalogue },
    announce: hub.announce,
    publicUrl: config.publicUrl,
  })
  const sweep = sweepTickets({ store, office: tickets.office, clock, log, every: sweepRound })
  const files = openFiles({ store, clock, limits: config.fileLimits })
  const fileRemoval = removeUnclaimedFiles({ files: store.files, clock, log, every: fileRound })
  const desk = openDesk({ store, data, clock })
  const deskRounds = lookAfterDesk(desk, log)
  const assistant = createAssistant({
    store,
    desk,
    filing: tickets.filing,
    counter: tickets.counter,
    pipeline: composePipeline({
      data,
      retriever,
      library,
      writing,
      tickets: tickets.counter,
      clock,
      attachmentOf: files.attachmentOf,
      sentBefore: files.sentBefore,
      ...openRecognizers(knowledge, data),
    }),
    speak: data.speak,
    clock,
    log,
    knowledgeVersion: () => retriever.version(),
    announce: hub.announce,
    send,
    observe: metrics.observeTurn,
    patience: config.patience,
  })
  const reception = createReception({ store, assistant, tickets, files, library, hub, clock })
  const systems = openDepartments({
    ...{ store, catalogue: dispatch.catalogue, speak: data.speak, clock, log, webhooks: config.webhooks },
    ...{ office: tickets.office, attachments: files.attachments },
  })
  return { assistant, delivery, deskRounds, dispatcher, fileRemoval, metrics, reception, sweep, systems }
}

/** The ways in: the chat, and what is switched on beside it. */
function openChannels({ data, dispatch, store }: Holdings, { config, clock, log }: Setting) {
  const { speak, placeAliases, deadlines } = data
  const { region, allowedOrigins, messagesPerMinute, uploadMegabytesPerHour, patience, open311, publicUrl } = config
  const web = createWebChannel({
    ...{ speak, clock, placeAliases, timeZone: deadlines.calendar.timeZone, region },
    ...{ allowedOrigins, messagesPerMinute, uploadMegabytesPerHour, patience },
  })
  const { catalogue } = dispatch
  const others = openOpen311({ open311, publicUrl, region, store, data, catalogue, clock, log })
  const channels: readonly Channel[] = [web, ...others]
  return { channels, api: [web, ...others].flatMap((channel) => channel.api) }
}

/** Puts the whole product together over a knowledge index that has been built. */
export async function createProduct(setting: Setting): Promise<Product> {
  const { config, log } = setting
  const holdings = await openHoldings(setting)
  const { speak } = holdings.data
  const { requestsPerMinute, trustProxy } = config
  const { channels, api } = openChannels(holdings, setting)
  const house = await createHouse(holdings, channels, setting)
  const { assistant, delivery, dispatcher, metrics, reception, sweep, systems } = house
  const state = { ready: false }
  const app = createServer({
    channels,
    home: '/web/',
    log,
    speak,
    metrics: metrics.registry,
    ready: () => state.ready,
    interfaces: [systems.departments],
    api: describeApi({ version: holdings.data.version, routes: [...api, ...systems.departments.api] }),
    requestsPerMinute,
    trustProxy,
  })
  return {
    app,
    async start() {
      for (const channel of channels) await channel.start(reception)
      const resumed = await assistant.resume()
      state.ready = true
      // What dispatch learns with is read meanwhile: the first demand should not wait for it.
      dispatcher
        .prepare(['zh', 'en'])
        .catch((error: unknown) =>
          log('error', 'dispatch not prepared', { error: error instanceof Error ? error.name : 'unknown' }),
        )
      return { resumed }
    },
    async stop() {
      state.ready = false
      for (const channel of channels) await channel.stop()
      await assistant.idle()
      await sweep.stop()
      await house.deskRounds.stop()
      await systems.stop()
      await house.fileRemoval.stop()
      await delivery.stop()
      await holdings.knowledge.close()
      await holdings.store.close()
    },
  }
}
