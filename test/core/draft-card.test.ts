import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { createSpeak } from '../../src/core/phrase.ts'
import { render } from '../../src/core/render.ts'
import type { TicketDraft } from '../../src/core/ticket.ts'
import { photo } from '../store/case-makers.ts'
import english from '../../prompts/phrases.en.json' with { type: 'json' }
import chinese from '../../prompts/phrases.zh.json' with { type: 'json' }

const speak = createSpeak({ zh: chinese, en: english })
const draft: TicketDraft = {
  kind: 'complaint',
  subject: '烧烤店油烟太大',
  description: '我要投诉烧烤店油烟太大',
  region: null,
  where: { said: '沿江路18号', region: null, point: null },
  when: {
    said: '昨晚十一点多',
    from: new Date('2026-11-22T23:00:00+08:00'),
    to: new Date('2026-11-23T00:00:00+08:00'),
    repeats: false,
  },
  wish: null,
  contact: { wish: 'confidential', name: null, phone: '13800001111', email: null },
  attachments: [],
  tried: [],
}
const readBack: Outcome = {
  kind: 'question',
  asks: 'intake',
  phrase: { id: 'intake.ask.confirm', values: {} },
  choices: [],
  intake: { draft, asking: 'confirm', asked: ['confirm'] },
}
const show = (outcome: Outcome, language: 'zh' | 'en') =>
  render(outcome, { message: 'm', language, speak, ticket: null })

describe('a draft as a card', () => {
  it('names its parts for a rich channel and leaves out what nobody told', () => {
    expect(show(readBack, 'en').draft?.fields.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      'kind: Kind',
      'subject: Subject',
      'description: What happened',
      'where: Where',
      'when: When',
      'contact: Contact',
    ])
  })

  it('prints them as lines for a plain channel, with the day that the words were read as', () => {
    const { text } = show(readBack, 'zh')
    expect(text).toContain('地点：沿江路18号')
    expect(text).toContain('时间：昨晚十一点多（2026-11-22）')
    expect(text).toContain('确认登记')
  })

  it('says where the point on the map comes from', () => {
    const point = { latitude: 30.25, longitude: 120.2 }
    const pinned = { ...draft, where: { said: '沿江路18号', region: null, point } }
    const attachments = [photo({ point: null }), photo({ point })]
    expect(show({ kind: 'ticket', filed: pinned }, 'zh').draft?.fields[3]?.value).toBe('沿江路18号（附地图位置）')
    const { fields } = show({ kind: 'ticket', filed: { ...pinned, attachments } }, 'en').draft ?? { fields: [] }
    expect(fields[3]?.value).toBe('沿江路18号 (map position taken from the photo)')
  })

  it('never shows the number of somebody who stays anonymous', () => {
    const anonymous = {
      ...draft,
      contact: { wish: 'anonymous' as const, name: '李强', phone: '13800001111', email: null },
    }
    expect(JSON.stringify(show({ kind: 'ticket', filed: anonymous }, 'zh'))).not.toMatch(/李强|13800001111/u)
  })

  it('reminds of the intake that waits behind an answer, with its choices', () => {
    const choices = [{ label: '不清楚', say: '不清楚' }]
    const intake = {
      draft,
      asking: 'where' as const,
      asked: [],
      phrase: { id: 'intake.ask.where', values: {} },
      choices,
    }
    const refused: Outcome = { kind: 'refusal', phrase: { id: 'refusal.attack', values: {} } }
    const reply = render(refused, {
      message: 'm',
      language: 'zh',
      speak,
      ticket: null,
      turn: { intake, intent: 'consultation' },
    })
    expect(reply.text).toContain('刚才的登记还没有完成')
    expect(reply.choices).toEqual(choices)
  })
})
