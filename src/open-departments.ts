import { createAdmitKey } from './core/admit-key.ts'
import type { Attachments } from './core/attachments.ts'
import type { Clock } from './core/clock.ts'
import type { Catalogue } from './core/dispatch.ts'
import type { Log } from './core/log.ts'
import type { Speak } from './core/phrase.ts'
import type { Store } from './core/store.ts'
import type { TicketOffice } from './core/ticket-office.ts'
import { forgetPast } from './forget-past.ts'
import { createDepartments, type Departments } from './server/departments/create-departments.ts'
import { findPersonalData } from './steps/find-personal-data.ts'
import { unmask } from './steps/recall-personal-data.ts'
import { deliverWebhooks, type WebhookDeliveries } from './webhooks/deliver-webhooks.ts'
import { createSendMessage } from './webhooks/send-message.ts'

export interface OpenDepartmentsOptions {
  store: Store
  office: TicketOffice
  attachments: Attachments
  catalogue: Catalogue | null
  speak: Speak
  clock: Clock
  log: Log
  /** Networks of our own that messages may go to, and for how long they are tried, milliseconds. */
  webhooks: { networks: readonly string[]; giveUpAfter: number }
}

/** Everything for departments' own systems: what they call, and what calls them. */
export interface DepartmentsHouse {
  departments: Departments
  deliveries: WebhookDeliveries
  /** Lets what is under way end. */
  stop(): Promise<void>
}

const deliveryRound = 1000
/** The Standard Webhooks specification advises 15 to 30 s, milliseconds. */
const receiverTimeout = 15_000
const forgetRound = 3_600_000

function maskPerson(said: string): string {
  const { text, masked } = findPersonalData(said)
  return unmask(
    text,
    masked.filter(({ kind }) => kind === 'address'),
  )
}

export function openDepartments(options: OpenDepartmentsOptions): DepartmentsHouse {
  const { store, clock, log, webhooks } = options
  const departments = createDepartments({
    ...options,
    admit: createAdmitKey({ keys: store.keys, clock }),
    answers: store.answers,
    mask: (text) => findPersonalData(text).text,
    maskPerson,
  })
  const send = createSendMessage({ networks: webhooks.networks, timeout: receiverTimeout })
  const deliveries = deliverWebhooks({
    ...{ webhooks: store.webhooks, send, clock, log },
    ...{ every: deliveryRound, giveUpAfter: webhooks.giveUpAfter },
  })
  const forgetting = forgetPast({ answers: store.answers, webhooks: store.webhooks, clock, log, every: forgetRound })
  return {
    departments,
    deliveries,
    async stop() {
      await Promise.all([deliveries.stop(), forgetting.stop()])
    },
  }
}
