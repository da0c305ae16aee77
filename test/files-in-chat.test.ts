import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDesk } from './desk/makers.ts'
import { createAssistant, type Assistant } from '../src/assistant.ts'
import type { FileReader } from '../src/core/files.ts'
import { mediaOf } from '../src/core/media-of.ts'
import type { GeoPoint } from '../src/core/message.ts'
import type { Store } from '../src/core/store.ts'
import type { Attachment } from '../src/core/ticket.ts'
import { openFiles, type FileOffice } from '../src/open-files.ts'
import type { Tickets } from '../src/open-tickets.ts'
import { removeUnclaimedFiles } from '../src/remove-unclaimed-files.ts'
import { answerTicketQuery } from '../src/steps/answer-ticket-query.ts'
import { continueIntake } from '../src/steps/continue-intake.ts'
import { giveAnswer } from '../src/steps/give-answer.ts'
import { maskPersonalData } from '../src/steps/mask-personal-data.ts'
import { offerPerson } from '../src/steps/offer-person.ts'
import { createFindPlaces } from '../src/steps/find-places.ts'
import { routeQuestion } from '../src/steps/route-question.ts'
import { screenInput } from '../src/steps/screen-input.ts'
import { createIntake } from '../src/tickets/intake/create-intake.ts'
import { makeJpeg } from './attachments/make-pictures.ts'
import { openTestTickets, speak } from './channels/open-house.ts'
import { openTestStore } from './fakes/memory-store.ts'
import { makeConversation, makeMessage } from './store/makers.ts'

const spot = { latitude: 30.2741, longitude: 120.1551 }
const hours = 3_600_000
const log = () => undefined
const regions = () => [['云汀市']]
const findRegions = createFindPlaces({ regions, elsewhere: [], aliases: {} })
const intake = createIntake({ speak, regions, aliases: {}, findRegions })

let now: Date
let store: Store
let office: FileOffice
let tickets: Tickets
let assistant: Assistant

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00+08:00')
  const clock = () => now
  store = await openTestStore(clock)
  const limits = { fileBytes: 2 ** 20, files: 3, ticketBytes: 2 ** 21 }
  office = openFiles({ store, clock, limits })
  const house = { store, clock, log, send: log, announce: log }
  tickets = openTestTickets(house)
  const parts = {
    intake,
    speak,
    tickets: tickets.counter,
    attachmentOf: office.attachmentOf,
    sentBefore: office.sentBefore,
  }
  assistant = createAssistant({
    desk: openTestDesk({ store, clock }),
    ...{ ...house, ...tickets, speak, patience: 5000, knowledgeVersion: () => 'test', observe: log },
    pipeline: [
      maskPersonalData,
      screenInput({ table: [], limit: 2000 }),
      offerPerson(),
      answerTicketQuery(parts),
      continueIntake(parts),
      routeQuestion(parts),
      giveAnswer,
    ],
  })
  await store.conversations.open(makeConversation())
})
afterEach(() => store.close())

async function upload(exif: Partial<GeoPoint> = {}): Promise<Attachment> {
  const attached = await office.files.attach('conversation-1', { name: '照片.jpg', content: makeJpeg(exif) })
  if (attached.kind === 'refused') throw new Error(attached.fault)
  return attached.attachment
}

let count = 0
async function say(text: string, ...files: readonly Attachment[]) {
  count += 1
  const id = `m-${count}`
  await assistant.receive(makeMessage({ id, text, at: now, media: files.map(mediaOf) }))
  await assistant.idle()
  const reply = (await store.outbox.since('conversation-1', 0)).find((entry) => entry.reply.message === id)?.reply
  if (reply === undefined) throw new Error(`no reply to ${text}`)
  return reply
}

async function file(...answers: readonly string[]): Promise<string> {
  for (const answer of [...answers, '确认登记', '确认登记']) {
    const reply = await say(answer)
    if (reply.kind === 'ticket') return reply.ticket ?? ''
  }
  throw new Error('not filed')
}

const mine: FileReader = { owner: { kind: 'conversation', id: 'conversation-1' } }
const kept = async (id: string) => (await store.files.find(id, mine)) !== null
const unclaimed = async () => (await store.files.unclaimed({ kind: 'conversation', id: 'conversation-1' })).files

describe('photos in the chat', () => {
  it('begin a demand, are counted, place it on the map, and are the ticket’s once it is filed', async () => {
    const photo = await upload(spot)
    expect((await say('', photo)).text).toBe('收到照片，共 1 个附件。请说一下发生了什么事、在什么地方，我来登记。')
    await say('沿江路18号的路灯坏了没人修')
    const second = await upload()
    const card = await say('', second)
    expect(card.text).toContain('共 2 个附件')
    const read = await say('匿名')
    expect(read.draft?.fields).toContainEqual({
      name: 'where',
      label: '地点',
      value: '沿江路18号（地图位置取自照片）',
    })
    const number = await file()
    const { draft } = (await store.cases.case(number)) ?? {}
    expect(draft?.attachments).toEqual([photo, second])
    expect(draft?.where?.point?.latitude).toBeCloseTo(spot.latitude, 5)
    expect(await unclaimed()).toBe(0)
    expect(await office.files.open({ ticket: number }, photo.id)).toMatchObject({ attachment: photo })
  })

  it('are added to a ticket that was just filed, with the words that add to it or without any', async () => {
    const number = await file('登记工单', '沿江路18号的路灯坏了没人修', '匿名')
    const [first, second] = [await upload(), await upload()]
    expect(await say('', first)).toMatchObject({ kind: 'act' })
    await say(`${number} 补充：今晚更暗了`, second)
    const added = (await store.cases.history(number)).filter(({ kind }) => kind === 'supplemented')
    expect(added).toMatchObject([
      { text: '', attachments: [first] },
      { text: '今晚更暗了', attachments: [second] },
    ])
    expect(await unclaimed()).toBe(0)
  })

  it('of the matter that was asked about come with it, and those of a question in between', async () => {
    const [first, second] = [await upload(spot), await upload()]
    expect(await say('沿江路18号的路灯坏了没人修', first)).toMatchObject({ kind: 'unanswered' })
    expect((await say('登记工单')).text).toMatch(/^收到照片，共 1 个附件。/u)
    expect(await say('登记要多久？', second)).toMatchObject({ kind: 'unanswered' })
    const number = await file('匿名')
    const { draft } = (await store.cases.case(number)) ?? {}
    expect(draft?.attachments).toEqual([first, second])
    expect(draft?.where).toMatchObject({ said: '沿江路18号', point: first.point })
  })

  it('go with the handover to whoever takes over', async () => {
    const photo = await upload()
    await say('', photo)
    const second = await upload()
    const { ticket } = await say('转人工', second)
    expect((await store.tickets.find(ticket ?? ''))?.draft.attachments).toEqual([photo, second])
    expect(await unclaimed()).toBe(0)
  })

  it('are deleted with the demand that is dropped, and make room for others', async () => {
    const photos = [await upload(), await upload(), await upload()]
    await say('', ...photos)
    await expect(upload()).rejects.toThrow('too-many')
    expect((await say('不登记了')).text).toBe('好的，不登记。您可以继续提问。')
    expect(await Promise.all(photos.map(({ id }) => kept(id)))).toEqual([false, false, false])
    await upload()
  })

  it('of others, or that are no longer kept, do not get into a demand', async () => {
    const photo = await upload()
    await store.files.remove(photo.id, { kind: 'conversation', id: 'conversation-1' })
    const elsewhere = mediaOf({ ...photo, id: crypto.randomUUID() })
    await assistant.receive(makeMessage({ id: 'strange', text: '', at: now, media: [mediaOf(photo), elsewhere] }))
    await assistant.idle()
    const [entry] = await store.outbox.since('conversation-1', 0)
    expect(entry?.reply.text).toBe('请说一下发生了什么事、在什么地方，我来登记。')
  })
})

describe('files that nobody claims', () => {
  const removal = () => removeUnclaimedFiles({ files: store.files, clock: () => now, log, every: 1e9 })
  const later = (time: number) => (now = new Date(now.getTime() + time))

  it('are removed after a day and two hours, and not while the demand that they belong to may go on', async () => {
    const { round, stop } = removal()
    const [alone, sent] = [await upload(), await upload()]
    later(20 * hours)
    await say('', sent)
    later(8 * hours)
    await round()
    expect([await kept(alone.id), await kept(sent.id)]).toEqual([true, true])
    later(26 * hours)
    await round()
    expect([await kept(alone.id), await kept(sent.id)]).toEqual([false, false])
    await stop()
  })

  it('do not keep the removal from going on where it fails once', async () => {
    const failing = { removeUnclaimed: () => Promise.reject(new Error('busy')) }
    const told: unknown[] = []
    const { round, stop } = removeUnclaimedFiles({
      files: failing,
      clock: () => now,
      log: (level, event) => void told.push([level, event]),
      every: 1e9,
    })
    await round()
    await round()
    expect(told).toEqual(Array(2).fill(['error', 'unclaimed files not removed']))
    await stop()
  })
})
