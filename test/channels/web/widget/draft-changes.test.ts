import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  readChanges,
  readContact,
  saidPlace,
  saidTime,
  saveChanges,
  withoutRows,
  writeContact,
  type EditableField,
} from '../../../../channels/web/widget/draft-changes.ts'
import { wordsIn } from '../../../../channels/web/widget/words.ts'
import { createReadCardChange } from '../../../../src/tickets/intake/read-card-change.ts'
import english from '../../../../prompts/phrases.en.json' with { type: 'json' }
import chinese from '../../../../prompts/phrases.zh.json' with { type: 'json' }
import { speak } from '../../open-house.ts'

beforeAll(() => vi.stubGlobal('builtInWords', { zh: chinese, en: english }))
afterAll(() => vi.unstubAllGlobals())

const changes: ReadonlyMap<EditableField, string> = new Map([
  ['kind', '举报'],
  ['description', '第一行\n把灯修好：就行'],
  ['where', '不是三号楼，是五号楼'],
  ['when', ''],
])

describe.each(['zh', 'en'] as const)('what was corrected on a card (%s)', (language) => {
  const words = wordsIn(language)

  it('is sent as one message that the intake reads part by part', () => {
    expect(createReadCardChange(speak)(saveChanges(changes, words))).toEqual(changes)
  })

  it('is shown in short in whichever language it was sent', () => {
    expect(readChanges(saveChanges(changes, words))).toEqual(changes)
  })

  it('takes a contact apart as the card writes it, and drops the data of whoever stays unknown', () => {
    const written = writeContact('confidential', ' 王小明 13912345678 ', words)
    expect(readContact(written, words)).toEqual({ wish: 'confidential', data: '王小明 13912345678' })
    expect(readContact(writeContact('anonymous', '王小明', words), words)).toEqual({ wish: 'anonymous', data: '' })
    expect(readContact('', words)).toEqual({ wish: 'named', data: '' })
  })

  it('gives a place without what the card says of its map position', () => {
    expect(saidPlace(words('draft.where.map', { said: '新河路8号' }), words)).toBe('新河路8号')
    expect(saidPlace('新河路8号', words)).toBe('新河路8号')
  })

  it('gives a time as it was said', () => {
    expect(saidTime(words('draft.when.read', { said: '三天', days: '2026-11-20 – 2026-11-23' }))).toBe('三天')
    expect(saidTime('昨晚（大概十点）')).toBe('昨晚（大概十点）')
  })
})

describe('a reply with a draft', () => {
  it('says besides its rows only what follows them', () => {
    const draft = { fields: [{ name: 'kind', label: '类别', value: '投诉' }] }
    expect(withoutRows({ text: '类别：投诉\n请核对。', draft })).toBe('请核对。')
    expect(withoutRows({ text: '请核对。', draft: null })).toBe('请核对。')
  })

  it('is not told from other words', () => {
    expect(readChanges('我要投诉')).toBeNull()
    expect(readChanges('你好\n把地点改为：甲')).toBeNull()
  })
})
