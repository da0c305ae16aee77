import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { after, makeConversation, makeMessage, makePassage, makeRecord, makeReply, outcomes } from '../store/makers.ts'

export function describeExchanges(current: () => Store): void {
  describe('exchanges', () => {
    const accept = async (...ids: string[]) => {
      await current().conversations.open(makeConversation())
      for (const id of ids) await current().conversations.accept(makeMessage({ id }))
    }

    it.each(outcomes.map((outcome) => ({ kind: outcome.kind, outcome })))(
      'replays a turn that ended in: $kind',
      async ({ outcome }) => {
        await accept('message-1')
        const record = makeRecord({
          outcome,
          reply: makeReply({ kind: outcome.kind, call: '119', ticket: '20261123-0001' }),
          trace: [{ step: 'a', milliseconds: 0.5, ended: outcome.kind, fault: 'TypeError: x' }],
          writer: null,
          region: null,
        })
        expect(await current().conversations.settle(record)).toBe(true)
        expect(await current().conversations.exchange('conversation-1', 'message-1')).toEqual(record)
      },
    )

    it('keeps the passages in their order, each with what its query made of it', async () => {
      await accept('a', 'b')
      const other = makePassage({ id: 'passage-2', text: '其他', score: 0.5, units: [] })
      const expired = makePassage({ score: 9, validity: 'expired', units: [{ ...unit, score: -1 }] })
      await current().conversations.settle(makeRecord({ message: 'a', passages: [makePassage(), other] }))
      await current().conversations.settle(makeRecord({ message: 'b', passages: [other, expired, other] }))
      const read = await current().conversations.exchanges('conversation-1', 5)
      expect(read.map(({ passages }) => passages)).toEqual([
        [makePassage(), other],
        [other, expired, other],
      ])
    })

    it('keeps both wordings of a passage that was edited', async () => {
      await accept('a', 'b')
      const edited = makePassage({ text: '断缴六个月以内补缴的，待遇连续计算。' })
      await current().conversations.settle(makeRecord({ message: 'a' }))
      await current().conversations.settle(makeRecord({ message: 'b', passages: [edited] }))
      const read = await current().conversations.exchanges('conversation-1', 5)
      expect(read.map(({ passages }) => passages[0]?.text)).toEqual([makePassage().text, edited.text])
    })

    it('reads a figure that is no number as 0 and the rest as it was', async () => {
      await accept('message-1')
      const passages = [makePassage({ score: Number.NEGATIVE_INFINITY })]
      await current().conversations.settle(makeRecord({ passages }))
      expect(await current().conversations.exchange('conversation-1', 'message-1')).toEqual(
        makeRecord({ passages: [makePassage({ score: 0 })] }),
      )
    })

    it('settles a message once, and keeps the first end', async () => {
      await accept('message-1')
      expect(await current().conversations.settle(makeRecord())).toBe(true)
      expect(await current().conversations.settle(makeRecord({ knowledgeVersion: 'later' }))).toBe(false)
      expect(await current().conversations.exchanges('conversation-1', 5)).toEqual([makeRecord()])
    })

    it('settles a message once when fifty try at the same moment', async () => {
      await accept('message-1')
      const tries = Array.from({ length: 50 }, (_, index) =>
        current().conversations.settle(makeRecord({ knowledgeVersion: `k-${index}` })),
      )
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
      expect(await current().conversations.exchanges('conversation-1', 5)).toHaveLength(1)
    })

    it('settles fifty messages at the same moment that share new passages', async () => {
      const ids = Array.from({ length: 50 }, (_, index) => `message-${index}`)
      const passages = Array.from({ length: 12 }, (_, index) => makePassage({ id: `passage-${index}` }))
      await accept(...ids)
      const settled = await Promise.all(
        ids.map((message, index) => {
          const turned = [...passages.slice(index % 12), ...passages.slice(0, index % 12)]
          return current().transaction(({ conversations }) =>
            conversations.settle(makeRecord({ message, passages: turned })),
          )
        }),
      )
      expect(settled).toEqual(ids.map(() => true))
      expect(await current().conversations.unsettled()).toEqual([])
    })

    it('gives the last exchanges, oldest first', async () => {
      await accept('a', 'b', 'c')
      for (const message of ['a', 'b', 'c'])
        await current().conversations.settle(makeRecord({ message, at: after(-1) }))
      expect((await current().conversations.exchanges('conversation-1', 2)).map(({ message }) => message)).toEqual([
        'b',
        'c',
      ])
      expect(await current().conversations.exchanges('elsewhere', 2)).toEqual([])
    })

    it('gives what the next turn is understood from: the last exchanges without what was found', async () => {
      await accept('a', 'b', 'c')
      for (const message of ['a', 'b', 'c']) await current().conversations.settle(makeRecord({ message }))
      const { at, text, query, region, outcome } = makeRecord()
      expect(await current().conversations.history('conversation-1', 2)).toEqual([
        { message: 'b', at, text, query, region, outcome },
        { message: 'c', at, text, query, region, outcome },
      ])
      expect(await current().conversations.history('elsewhere', 2)).toEqual([])
    })

    it('knows no exchange of a message that has not ended', async () => {
      await accept('message-1')
      expect(await current().conversations.exchange('conversation-1', 'message-1')).toBeNull()
    })

    it('refuses the end of a message that was never accepted', async () => {
      await expect(current().conversations.settle(makeRecord())).rejects.toThrow()
    })
  })
}

const unit = { kind: 'article', text: '断缴三个月以内补缴的，待遇连续计算。', lead: null, sentences: [] } as const
