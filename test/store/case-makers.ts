import type { DispatchAdvice } from '../../src/core/dispatch.ts'
import type { Store } from '../../src/core/store.ts'
import type { Actor, TicketCase, TicketEvent } from '../../src/core/ticket-life.ts'
import type { Attachment, TicketDraft } from '../../src/core/ticket.ts'
import { after, makeDraft, makeTicket, noon } from './makers.ts'

export const clerk: Actor = { role: 'operator', id: 'clerk-1' }

/** Half pairs, NUL and the character that stands for them in the store. */
export const hardText = '噪声\0\ud83d \udc00 \u001a0000 👷🏽 %_!\\"\'\n末'

export const photo = (change: Partial<Attachment> = {}): Attachment => ({
  id: 'file-1',
  kind: 'photo',
  name: '工地.jpg',
  type: 'image/jpeg',
  bytes: 81_920,
  digest: 'a'.repeat(64),
  point: { latitude: 30.2741, longitude: -120.1551 },
  ...change,
})

/** A draft with something in every field. */
export const fullDraft = (change: Partial<TicketDraft> = {}): TicketDraft =>
  makeDraft({
    subject: `施工${hardText}`,
    description: hardText,
    where: {
      said: '新河路 8 号',
      region: ['云汀市', '滨江区', '新河街道'],
      point: { latitude: 30.5, longitude: 120.25 },
    },
    when: { said: '昨晚十一点多', from: after(-50_000_000), to: after(-43_200_000), repeats: true },
    wish: '按时停工',
    contact: { wish: 'confidential', name: hardText, phone: '138 0000 1111', email: 'Li@Example.COM' },
    attachments: [photo(), photo({ id: 'file-2', kind: 'audio', point: null })],
    ...change,
  })

export const advice: DispatchAdvice = {
  subject: '020301',
  term: 'ordinary',
  lead: 'city-management',
  coHandling: ['environment'],
  line: 'D-0203-01',
  excluded: null,
  confidence: 0.875,
  reason: 'line',
  guesses: [{ code: '020301', confidence: 0.875 }],
  catalogue: 'c-1',
}

/** One event of every kind. */
export const everyEvent: readonly TicketEvent[] = [
  { kind: 'accepted', subject: '020301', term: 'ordinary', due: after(9), advice },
  { kind: 'reclassified', subject: null, term: 'complex', due: after(9), note: hardText },
  { kind: 'dispatched', assignment: { lead: 'a', coHandling: ['b'], line: null, reason: hardText }, due: after(9) },
  { kind: 'taken' },
  { kind: 'objected', reason: '不归我们管', line: 'D-1', decideBy: after(9) },
  { kind: 'objection-upheld', note: '' },
  { kind: 'objection-refused', note: '归' },
  { kind: 'objection-lapsed', note: '已撤回' },
  { kind: 'pause-asked', reason: '等鉴定', until: after(9) },
  { kind: 'paused', until: after(9) },
  { kind: 'resumed', due: after(9) },
  { kind: 'extension-asked', reason: '复杂', until: after(9) },
  { kind: 'extended', due: after(9) },
  { kind: 'asking-refused', note: '不同意' },
  { kind: 'replied', text: hardText, attachments: [photo({ id: 'reply-1' })] },
  { kind: 'visited', visit: { solved: 'no', courteous: 'yes', contacted: 'no', note: '还在施工' } },
  { kind: 'reworked', due: after(9), note: '' },
  { kind: 'closed', as: 'unreached', note: '', key: hardText },
  { kind: 'reopened', reason: '又来了', due: after(9) },
  { kind: 'withdrawn', reason: '已经好了' },
  { kind: 'transferred', to: '110', number: null, context: '正在打架' },
  { kind: 'supplemented', text: '补一张照片', attachments: [photo({ id: 'later-1', point: null })] },
  { kind: 'urged', text: '请快一点' },
  { kind: 'supervised', note: '' },
  { kind: 'reminded', of: 'visit', due: after(9) },
  { kind: 'breached', of: 'review', due: after(9), level: 2 },
  { kind: 'joined', incident: 'incident-1', score: 0.625 },
  { kind: 'parted', incident: 'incident-1' },
  { kind: 'repeated', conversation: 'conversation-9', text: '还是吵' },
  { kind: 'repeat-undone', conversation: 'conversation-9' },
  { kind: 'rated', courteous: 'yes', contacted: 'unsaid' },
].map((event, index): TicketEvent => ({ ...event, at: after(index), by: clerk }) as TicketEvent)

/** A case in which nothing is empty. */
export const fullLife: Omit<
  TicketCase,
  'number' | 'draft' | 'conversation' | 'filedAt' | 'reason' | 'kind' | 'version'
> = {
  state: 'objected',
  subject: '020301',
  term: 'ordinary',
  advice,
  assignment: { lead: 'city-management', coHandling: ['environment', 'police'], line: 'D-0203-01', reason: hardText },
  dispatchedAt: after(10),
  due: after(1000),
  paused: { since: after(1), until: after(2) },
  asked: { kind: 'pause', reason: '等', until: after(3) },
  objection: { reason: '不归', line: 'D-1', by: 'city-management', decideBy: after(4) },
  bounces: 1,
  extensions: 1,
  reworks: 2,
  reopens: 1,
  urged: 3,
  supervised: true,
  breached: 4,
  escalated: [{ of: 'reply', due: after(8), level: 4 }],
  reminded: after(5),
  repliedAt: after(6),
  visit: { solved: 'partly', courteous: 'unsaid', contacted: 'yes', note: hardText },
  unreached: 2,
  calledAt: after(9),
  incident: 'incident-1',
  repeats: ['conversation-7', hardText],
  closedAt: after(7),
  closedAs: 'partly',
}

/** Files a demand. */
export async function fileCase(store: Store, change: Parameters<typeof makeTicket>[0] = {}): Promise<TicketCase> {
  const { number } = await store.tickets.file(makeTicket(change))
  return caseOf(store, number)
}

export async function caseOf(store: Store, number: string): Promise<TicketCase> {
  const found = await store.cases.case(number)
  if (found === null) throw new Error(`${number} is missing.`)
  return found
}

/** Adds events that make of a case what `change` says. */
export async function appendTo(
  store: Store,
  before: TicketCase,
  change: Partial<TicketCase> & { lookAt?: Date | null },
  events: readonly TicketEvent[] = [{ kind: 'taken', at: noon, by: clerk }],
): Promise<TicketCase> {
  const { lookAt = null, ...life } = change
  const now = { ...before, ...life, version: before.version + events.length }
  await store.cases.append({ before: before.version, events, now, lookAt })
  return now
}

/** Files a demand that has become what `change` says. */
export const makeCase = async (
  store: Store,
  change: Partial<TicketCase> & { lookAt?: Date | null },
  filed: Parameters<typeof makeTicket>[0] = {},
): Promise<TicketCase> => appendTo(store, await fileCase(store, filed), change)
