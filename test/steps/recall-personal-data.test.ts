import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/core/message.ts'
import type { Exchange } from '../../src/core/turn.ts'
import { maskMessage } from '../../src/steps/mask-personal-data.ts'
import { recallPersonalData, unmask } from '../../src/steps/recall-personal-data.ts'
import { makeExchange, makeTurn } from './make-turn.ts'

const remembered = 2

/** A conversation as it is stored: messages in the clear, exchanges masked as each was in its turn. */
function stored(...said: readonly string[]): { messages: Message[]; history: Exchange[] } {
  const messages = said.map((text, index) => ({ ...makeTurn(text).message, id: `m${index}` }))
  const history: Exchange[] = []
  for (const { id, text } of messages) {
    const masked = maskMessage(text, history.slice(-remembered), null)
    history.push(makeExchange(masked.text, { message: id }))
  }
  return { messages, history }
}

describe('recall-personal-data', () => {
  it('finds what stands behind the placeholders of earlier messages', () => {
    const { messages, history } = stored('我的电话是13800001111', '路灯坏了', '换一个：13900002222')
    const masked = recallPersonalData(messages, history, remembered)
    expect(history.map(({ text }) => text).join()).not.toMatch(/1[39]\d{9}/u)
    expect(unmask('〔电话1〕或〔电话2〕', masked)).toBe('13800001111或13900002222')
  })

  it('gives the later value to a placeholder that was used again much later', () => {
    const { messages, history } = stored('13800001111', '路灯坏了', '没人修', '13900002222')
    expect(unmask('〔电话1〕', recallPersonalData(messages, history, remembered))).toBe('13900002222')
  })

  it('recalls nothing from a message that is masked otherwise now', () => {
    const { messages, history } = stored('13800001111')
    expect(
      recallPersonalData(
        messages,
        history.map((one) => ({ ...one, text: '〔号码1〕' })),
        remembered,
      ),
    ).toEqual([])
  })

  it('puts data back everywhere in a draft and leaves dates alone', () => {
    const at = new Date(0)
    const masked = [{ placeholder: '〔电话1〕', kind: 'phone' as const, value: '13800001111' }]
    expect(unmask({ at, lines: ['〔电话1〕'], contact: { phone: '〔电话1〕' }, none: null }, masked)).toEqual({
      at,
      lines: ['13800001111'],
      contact: { phone: '13800001111' },
      none: null,
    })
  })
})
