import { describe, expect, it } from 'vitest'
import { emptyChat } from '../../../../channels/web/widget/chat-state.ts'
import { conversationText, replyText, spokenText } from '../../../../channels/web/widget/plain-words.ts'
import { reply as replyShape } from '../../../../channels/web/wire.ts'
import { makeReply } from '../../../store/makers.ts'

const words = (id: string) => `<${id}>`
const reply = replyShape.parse(makeReply({ ticket: '20261123-0001' }))

describe('a conversation as plain text', () => {
  it('gives a reply with its number and its sources', () => {
    expect(replyText(reply, words)).toBe(
      [
        '断缴三个月以内补缴的，待遇连续计算。[1]',
        '<ui.ticket> 20261123-0001',
        '',
        '<ui.sources>:',
        '[1] 医保断缴处理办法 · 云汀市医疗保障局 · 第二章 › 第七条',
      ].join('\n'),
    )
  })

  it('is read aloud without the numbers of its sources', () => {
    expect(spokenText(reply)).toBe('断缴三个月以内补缴的，待遇连续计算。')
  })

  it('puts each reply after its question', () => {
    const text = conversationText(
      {
        ...emptyChat,
        messages: [
          {
            id: 'message-1',
            text: '断缴三个月呢？',
            state: 'sent',
            problem: null,
            after: 0,
            attachments: [],
            place: null,
          },
        ],
        replies: [{ sequence: 1, at: '2026-11-23T04:00:00.000Z', reply }],
      },
      words,
    )
    expect(text.indexOf('断缴三个月呢？')).toBeLessThan(text.indexOf('待遇连续计算'))
  })
})
