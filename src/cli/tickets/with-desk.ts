import { mkdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { openDuplicateFinder } from '../../catalogue/open-duplicate-finder.ts'
import { openDispatcher } from '../../catalogue/open-dispatcher.ts'
import type { Config } from '../../config.ts'
import type { Attachments } from '../../core/attachments.ts'
import type { Clock } from '../../core/clock.ts'
import type { Catalogue, Dispatcher } from '../../core/dispatch.ts'
import { languages, type Language } from '../../core/language.ts'
import type { Store } from '../../core/store.ts'
import type { TicketOffice } from '../../core/ticket-office.ts'
import type { Filing } from '../../file-ticket.ts'
import { createJudge } from '../../judge-ticket.ts'
import { loadCatalogue } from '../../load-catalogue.ts'
import { loadData, projectFolder, type ProjectData } from '../../load-data.ts'
import { openFiles } from '../../open-files.ts'
import { openTickets } from '../../open-tickets.ts'
import { createEmbedders } from '../../retrieval/create-embedders.ts'
import { tellOperator, type Tell } from '../../tell-operator.mjs'
import { openSecretKey } from '../../ticket-secrets.ts'
import { createCalendar, type Calendar } from '../../tickets/calendar/create-calendar.ts'
import type { Deadlines } from '../../tickets/deadlines.ts'
import type { DuplicateFinder } from '../../tickets/duplicates/create-duplicate-finder.ts'
import { withStore } from '../with-store.ts'
import { createWords, type Words } from './create-words.ts'

export interface DeskSetting {
  config: Config
  clock: Clock
  /** Judges to whom a demand goes; the one of the product where it is not given. */
  dispatcher?: Dispatcher
}

/** What a command about demands works with. */
export interface Desk {
  store: Store
  office: TicketOffice
  filing: Filing
  attachments: Attachments
  /** What the rules would do with a demand just filed. */
  judge: ReturnType<typeof createJudge>
  /** Learns what judging needs, so that the first demand of many does not wait for it. */
  prepareJudge(): Promise<void>
  /** Tells demands apart. */
  duplicates(): DuplicateFinder
  catalogue: Catalogue
  rules: Deadlines
  calendar: Calendar
  clock: Clock
  phrases: ProjectData['phrases']
  tell: Tell
  words: Words
  language: Language
  /** Who is signed in on this machine. */
  user: string
}

const nothing = () => undefined

/** What judges demands with the models that come with the project; they are read when it is first asked. */
function openJudging(dispatch: Awaited<ReturnType<typeof loadCatalogue>>, data: ProjectData, dataFolder: string) {
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  return {
    own: openDispatcher({ data: dispatch, places: data, embedders, dataFolder }),
    duplicates: () => openDuplicateFinder({ data: dispatch, embedders }),
    close: async () => void (await Promise.all([embedders.zh.close(), embedders.en.close()])),
  }
}

/** Opens everything that a command about demands needs, beside a running server or without one, and closes it whatever becomes of the work. */
export async function withDesk<T>(setting: DeskSetting, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { config, clock } = setting
  const { dataFolder, language } = config
  await mkdir(dataFolder, { recursive: true })
  const [data, dispatch] = await Promise.all([loadData(), loadCatalogue(config.catalogueFolder)])
  const { catalogue } = dispatch
  const { own, duplicates, close } = openJudging(dispatch, data, dataFolder)
  const dispatcher = setting.dispatcher ?? own
  const calendar = createCalendar(data.deadlines.calendar)
  const tell = tellOperator(language)
  try {
    const secretKey = await openSecretKey(config.secretKey, dataFolder)
    return await withStore(setting, async (store) => {
      const quiet = { clock, log: nothing, announce: nothing, send: nothing }
      // What is imported joins nothing unasked: whoever imports it decides.
      const joins = { duplicates: null }
      const opened = { store, data, catalogue, dispatcher, secretKey, publicUrl: config.publicUrl, ...joins, ...quiet }
      const { office, filing } = openTickets(opened)
      return work({
        ...{ store, office, filing, catalogue, calendar, clock, tell, language },
        attachments: openFiles({ store, clock, limits: config.fileLimits }).attachments,
        judge: createJudge({ dispatcher, log: nothing }),
        prepareJudge: () => (setting.dispatcher === undefined ? own.prepare(languages) : Promise.resolve()),
        duplicates,
        rules: data.deadlines,
        phrases: data.phrases,
        words: createWords({ catalogue, language, tell }),
        user: userInfo().username,
      })
    })
  } finally {
    await close()
  }
}
