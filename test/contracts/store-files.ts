import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FileOwner, StoredFile } from '../../src/core/files.ts'
import type { Store } from '../../src/core/store.ts'
import type { Attachment } from '../../src/core/ticket.ts'
import { appendTo, caseOf, fileCase } from '../store/case-makers.ts'
import { after, makeConversation, makeDraft, makeReply, makeTicket, noon } from '../store/makers.ts'

const mine: FileOwner = { kind: 'conversation', id: 'conversation-1' }
const content = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256)
const day = 86_400_000

const makeFile = (change: Partial<StoredFile> = {}): StoredFile => ({
  id: 'file-1',
  kind: 'photo',
  name: '积水😠.jpg',
  type: 'image/jpeg',
  bytes: content.length,
  digest: createHash('sha256').update(content).digest('hex'),
  point: { latitude: 30.25, longitude: 120.125 },
  owner: mine,
  storedAt: noon,
  ...change,
})

const asAttachment = ({ id, kind, name, type, bytes, digest, point }: StoredFile): Attachment => {
  return { id, kind, name, type, bytes, digest, point }
}

export function describeFiles(current: () => Store): void {
  describe('files', () => {
    it('are given back with their content, byte by byte', async () => {
      const { files } = current()
      await files.put(makeFile(), content)
      await files.put(makeFile({ id: 'file-2', kind: 'document', point: null, bytes: 0 }), new Uint8Array())
      expect(await files.find('file-1', { owner: mine })).toEqual(makeFile())
      expect(await files.content('file-1', { owner: mine })).toEqual(content)
      expect(await files.find('file-2', { owner: mine })).toMatchObject({ kind: 'document', point: null })
      expect(await files.content('file-2', { owner: mine })).toEqual(new Uint8Array())
    })

    it('are nobody else’s: not another conversation’s, not that of a client with the same id', async () => {
      const { files } = current()
      await files.put(makeFile(), content)
      const others: FileOwner[] = [
        { kind: 'conversation', id: 'conversation-2' },
        { kind: 'client', id: 'conversation-1' },
      ]
      for (const owner of others) {
        expect(await files.find('file-1', { owner })).toBeNull()
        expect(await files.content('file-1', { owner })).toBeNull()
        expect(await files.remove('file-1', owner)).toBe(false)
        expect(await files.unclaimed(owner)).toEqual({ files: 0, bytes: 0 })
      }
      expect(await files.find('file-9', { owner: mine })).toBeNull()
      expect(await files.find('file-1', { owner: mine })).not.toBeNull()
    })

    it('never overwrite one another', async () => {
      const { files } = current()
      await files.put(makeFile(), content)
      await expect(files.put(makeFile({ name: 'other' }), new Uint8Array(3))).rejects.toThrow()
      expect(await files.content('file-1', { owner: mine })).toEqual(content)
    })

    it('are counted for their owner until a ticket claims them', async () => {
      const { files, tickets } = current()
      await files.put(makeFile(), content)
      await files.put(makeFile({ id: 'file-2' }), content)
      expect(await files.unclaimed(mine)).toEqual({ files: 2, bytes: 140_000 })
      await tickets.file(makeTicket({ draft: makeDraft({ attachments: [asAttachment(makeFile())] }) }))
      expect(await files.unclaimed(mine)).toEqual({ files: 1, bytes: 70_000 })
    })

    it('are read by whoever may read the ticket that claims them, and no other ticket', async () => {
      const { files, tickets } = current()
      await files.put(makeFile(), content)
      const other = await tickets.file(makeTicket())
      const { number } = await tickets.file(
        makeTicket({ draft: makeDraft({ attachments: [asAttachment(makeFile())] }) }),
      )
      expect(await files.find('file-1', { ticket: number })).toEqual(makeFile())
      expect(await files.content('file-1', { ticket: number })).toEqual(content)
      expect(await files.find('file-1', { ticket: other.number })).toBeNull()
      expect(await files.content('file-1', { ticket: other.number })).toBeNull()
    })

    it('that come with an event or a handover are claimed too', async () => {
      const store = current()
      await store.files.put(makeFile(), content)
      await store.files.put(makeFile({ id: 'file-2' }), content)
      const { number } = await fileCase(store)
      await appendTo(store, await caseOf(store, number), { state: 'replied' }, [
        {
          kind: 'replied',
          at: noon,
          by: { role: 'department', id: 'd' },
          text: '已修好',
          attachments: [asAttachment(makeFile())],
        },
      ])
      const attachments = [asAttachment(makeFile({ id: 'file-2' }))]
      const handover = makeTicket({ kind: 'handover', reason: 'asked-for', draft: makeDraft({ attachments }) })
      const handed = await store.tickets.file(handover)
      expect(await store.files.find('file-1', { ticket: number })).not.toBeNull()
      expect(await store.files.find('file-2', { ticket: handed.number })).not.toBeNull()
      expect(await store.files.unclaimed(mine)).toEqual({ files: 0, bytes: 0 })
    })

    it('are taken back by their owner as long as no ticket has claimed them', async () => {
      const { files, tickets } = current()
      await files.put(makeFile(), content)
      await files.put(makeFile({ id: 'file-2' }), content)
      await tickets.file(makeTicket({ draft: makeDraft({ attachments: [asAttachment(makeFile())] }) }))
      expect(await files.remove('file-1', mine)).toBe(false)
      expect(await files.remove('file-2', mine)).toBe(true)
      expect(await files.remove('file-2', mine)).toBe(false)
      expect(await files.find('file-1', { owner: mine })).not.toBeNull()
      expect(await files.find('file-2', { owner: mine })).toBeNull()
    })

    it('are claimed or not together with the ticket: a transaction that fails claims nothing', async () => {
      const store = current()
      await store.files.put(makeFile(), content)
      const draft = makeDraft({ attachments: [asAttachment(makeFile())] })
      const filing = store.transaction(async ({ tickets }) => {
        await tickets.file(makeTicket({ draft }))
        throw new Error('changed its mind')
      })
      await expect(filing).rejects.toThrow('changed its mind')
      expect(await store.files.unclaimed(mine)).toMatchObject({ files: 1 })
    })
  })

  describe('files that nobody claimed', () => {
    it('are removed when they are old, and only those', async () => {
      const { files, tickets } = current()
      await files.put(makeFile({ id: 'claimed' }), content)
      await files.put(makeFile({ id: 'old' }), content)
      await files.put(makeFile({ id: 'old-of-a-client', owner: { kind: 'client', id: 'works' } }), content)
      await files.put(makeFile({ id: 'fresh', storedAt: after(day) }), content)
      const attachments = [asAttachment(makeFile({ id: 'claimed' }))]
      await tickets.file(makeTicket({ draft: makeDraft({ attachments }) }))
      expect(await files.removeUnclaimed(after(day))).toBe(2)
      expect(await files.removeUnclaimed(after(day))).toBe(0)
      expect(await files.find('claimed', { owner: mine })).not.toBeNull()
      expect(await files.find('fresh', { owner: mine })).not.toBeNull()
      expect(await files.find('old', { owner: mine })).toBeNull()
    })

    it('stay while their conversation goes on, or while a person holds it', async () => {
      const { files, conversations, outbox } = current()
      for (const id of ['quiet', 'talking', 'with-operator']) {
        await conversations.open(makeConversation({ id }))
        await files.put(makeFile({ id, owner: { kind: 'conversation', id } }), content)
      }
      await files.put(makeFile({ id: 'client', owner: { kind: 'client', id: 'talking' } }), content)
      const address = { channel: 'web', user: 'visitor-1' }
      await outbox.queue({ conversation: 'quiet', address, reply: makeReply(), queuedAt: after(day - 1) })
      await outbox.queue({ conversation: 'talking', address, reply: makeReply(), queuedAt: after(day) })
      await conversations.update('with-operator', { holder: 'operator' })
      expect(await files.removeUnclaimed(after(day))).toBe(2)
      for (const [id, stays] of Object.entries({ quiet: false, talking: true, 'with-operator': true }))
        expect((await files.find(id, { owner: { kind: 'conversation', id } })) !== null).toBe(stays)
    })
  })
}
