import { setTimeout as wait } from 'node:timers/promises'
import type { ApiKey } from '../../../src/core/api-key.ts'
import type { HandedFile } from '../../../src/core/attachments.ts'
import type { Reception } from '../../../src/core/channel.ts'
import type { SubjectClass } from '../../../src/core/dispatch.ts'
import { phrase } from '../../../src/core/phrase.ts'
import type { TicketCase } from '../../../src/core/ticket-life.ts'
import type { Attachment } from '../../../src/core/ticket.ts'
import { admitWriter } from '../admit-caller.ts'
import type { Call, Respond } from '../call.ts'
import { checkJurisdiction } from '../check-jurisdiction.ts'
import { list } from '../document.ts'
import { draftOf, languageOfReport } from '../draft-of.ts'
import { limitRefused } from '../limit-refused.ts'
import type { Open311Options } from '../options.ts'
import { readForm } from '../read-form.ts'
import { readReport, type Report } from '../read-report.ts'
import { Refusal, refuse } from '../refusal.ts'
import { conversationOf, makeToken } from '../reports.ts'
import type { Services } from '../services.ts'
import { noticeOf } from '../show-request.ts'
import { sendDocument } from '../write-document.ts'

const standardPatience = 5000
/** Of forms without a key that there is, an hour and address. */
const refusedMegabytes = 100

/** Files that cannot be taken are refused before anything is filed: whoever sent them can send others. */
async function attachAll(
  reception: Reception,
  conversation: string,
  files: readonly HandedFile[],
): Promise<Attachment[]> {
  const attachments: Attachment[] = []
  for (const file of files) {
    const attached = await reception.files.attach(conversation, file)
    if (attached.kind === 'refused') {
      for (const { id } of attachments) await reception.files.remove(conversation, id)
      throw new Refusal(400, attached.phrase)
    }
    attachments.push(attached.attachment)
  }
  return attachments
}

interface Sent {
  key: ApiKey
  token: string
  report: Report
  service: SubjectClass
  files: readonly HandedFile[]
}

/** Files what comes with a key. `pending` holds what is still on its way when the answer has gone. */
export function createRequest(options: Open311Options, services: Services, pending: Set<Promise<unknown>>): Respond {
  const { admit, jurisdiction, region, findRegion, speak, log, patience = standardPatience } = options
  const refused = limitRefused(refusedMegabytes)

  async function file(
    { key, token, report, service, files }: Sent,
    { reception, language: asked }: Pick<Call, 'reception' | 'language'>,
  ): Promise<TicketCase | null> {
    const conversation = conversationOf(token)
    const language = languageOfReport(report, asked)
    const attachments = await attachAll(reception, conversation, files)
    const draft = draftOf(report, { service, region, findRegion, attachments, language, speak })
    const address = { channel: 'open311', user: key.id, thread: token }
    await reception.open({ id: conversation, address, language, region: draft.region })
    return waitFor(reception.file({ conversation, draft, subject: service.code }))
  }

  /** Null: it takes longer than callers should wait for. */
  async function waitFor(filing: Promise<TicketCase>): Promise<TicketCase | null> {
    const done = new AbortController()
    const tired = wait(patience, null, { signal: done.signal }).catch(() => null)
    const filed = await Promise.race([filing, tired]).finally(() => done.abort())
    if (filed !== null) return filed
    const settled: Promise<unknown> = filing
      .catch((error: unknown) =>
        log('error', 'request not filed', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => pending.delete(settled))
    pending.add(settled)
    return null
  }

  function answer(ticket: TicketCase | null, token: string, { account }: Report, { format, language }: Call): Response {
    const words = (id: string, values: Readonly<Record<string, string>> = {}) => speak(phrase(id, values), language)
    const lead = ticket?.assignment?.lead ?? ''
    const body = options.catalogue.departments.get(lead)?.name[language] ?? null
    const named = ticket === null ? { token } : { service_request_id: ticket.number }
    const danger = ticket?.term === 'danger' ? words('open311.notice.danger') : ''
    const joined = ticket?.repeats.includes(conversationOf(token)) === true ? words('open311.notice.joined') : ''
    const notice = [danger, joined, noticeOf(body, words)].filter((part) => part !== '').join(' ')
    const content = list('request', [{ ...named, service_notice: notice, account_id: account }])
    return sendDocument({ root: 'service_requests', content }, { format, status: 200 })
  }

  return async (call) => {
    const { request, query, reception, address } = call
    await refused.check(address)
    const form = await readForm(request, reception.files.limits.ticketBytes)
    checkJurisdiction(form.fields.get('jurisdiction_id') ?? query.get('jurisdiction_id'), jurisdiction)
    const key = await admitWriter(admit, call, form.fields).catch(async (error: unknown) => {
      await refused.count(address, form.bytes)
      throw error
    })
    const report = readReport(form)
    const service = services.find(report.service)
    if (service === null) throw refuse(404, 'service', { code: report.service })
    const token = makeToken(key)
    const ticket = await file({ key, token, report, service, files: form.files }, call)
    return answer(ticket, token, report, call)
  }
}
