import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrase } from '../../../src/core/phrase.ts'
import { createIntake } from '../../../src/tickets/intake/create-intake.ts'
import { createReadCardChange, editableFields } from '../../../src/tickets/intake/read-card-change.ts'
import { speak } from '../../channels/open-house.ts'
import { asked, told } from './make-intake.ts'

const read = createReadCardChange(speak)
const intake = createIntake({
  speak,
  regions: () => [['云汀市', '滨江区']],
  aliases: {},
  findRegions: () => ({ known: [], foreign: null }),
})
const line = (field: string, value: string, language: 'zh' | 'en' = 'zh') =>
  speak(phrase(`draft.change.${field}`, { value }), language)

/** A demand as read back. */
const card = () => {
  const first = asked(intake.begin(told('昨晚八点新河路8号的烧烤店油烟太大，我要投诉，希望装净化器')))
  return asked(intake.goOn({ ...first, asking: 'contact' }, told('匿名')))
}
const correct = (...lines: readonly string[]) => asked(intake.goOn(card(), told(lines.join('\n'))))

describe('corrections on the card of a demand', () => {
  it('are read as they were written, whatever was written', () => {
    const value = fc.oneof(
      fc.constantFrom(
        '不是三号楼，是五号楼',
        '改为：甲',
        '确认登记',
        '算了',
        '转人工',
        '{value}',
        '时间改成明天',
        '？',
      ),
      fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/\s+/gu, ' ').trim()),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...editableFields), value), {
          minLength: 1,
          selector: ([field]) => field,
        }),
        fc.constantFrom('zh' as const, 'en' as const),
        (parts, language) => {
          const message = parts.map(([field, text]) => line(field, text, language)).join('\n')
          expect([...(read(message) ?? [])]).toEqual(parts)
        },
      ),
    )
  })

  it('change the draft and read it back again', () => {
    const { draft, asking } = correct(
      line('kind', '举报'),
      line('where', '新河路18号二楼'),
      line('when', '前天晚上'),
      line('wish', '不是整改，是停业'),
      line('contact', '保密（承办单位看不到） 王小明 〔电话1〕'),
    )
    expect(asking).toBe('confirm')
    expect(draft).toMatchObject({
      ...{ kind: 'report', where: { said: '新河路18号二楼', point: null }, wish: '不是整改，是停业' },
      when: { said: '前天晚上', from: new Date('2026-11-21T18:00:00+08:00') },
      contact: { wish: 'confidential', name: '王小明', phone: '〔电话1〕' },
    })
  })

  it('leave out what was emptied, and ask again what happened where that was emptied', () => {
    expect(correct(line('when', ''), line('wish', ''), line('contact', '')).draft).toMatchObject({
      ...{ when: null, wish: null, contact: null },
    })
    expect(correct(line('description', '')).asking).toBe('what')
  })

  it('keep no name and no number of somebody who wants to be anonymous', () => {
    expect(correct(line('contact', '匿名 王小明 〔电话1〕')).draft.contact).toEqual({
      ...{ wish: 'anonymous', name: null, phone: null, email: null },
    })
  })

  it('are no other message', () => {
    for (const text of ['改时间', '地点改为：新河路', '你好\n把地点改为：新河路', '', '确认登记'])
      expect(read(text)).toBeNull()
  })
})
