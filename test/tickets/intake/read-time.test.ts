import { describe, expect, it } from 'vitest'
import { readTime } from '../../../src/tickets/intake/read-time.ts'
import { monday } from './make-intake.ts'

const local = (at: Date | null | undefined) =>
  at === null || at === undefined ? null : new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(5, 16)

describe('read-time, on Monday 23 November 2026 at half past ten', () => {
  it.each([
    ['昨晚十一点多', '11-22T23:00', '11-23T00:00'],
    ['上周五下午', '11-20T12:00', '11-20T18:00'],
    ['昨天夜里两点', '11-23T02:00', '11-23T03:00'],
    ['前天晚上十点到十二点', '11-21T22:00', '11-22T00:00'],
    ['星期三下午三点', '11-18T15:00', '11-18T16:00'],
    ['上礼拜天', '11-22T00:00', '11-23T00:00'],
    ['大前天', '11-20T00:00', '11-21T00:00'],
    ['三天前', '11-20T00:00', '11-21T00:00'],
    ['11月20日晚上10点', '11-20T22:00', '11-20T23:00'],
    ['20号', '11-20T00:00', '11-21T00:00'],
    ['国庆期间', '10-01T00:00', '10-08T00:00'],
    ['十月底', '10-21T00:00', '11-01T00:00'],
    ['上个月', '10-01T00:00', '11-01T00:00'],
    ['晚上十点以后', '11-22T22:00', '11-22T23:00'],
    ['从昨晚开始', '11-22T18:00', '11-23T10:30'],
    ['停水三天了', '11-20T00:00', '11-23T10:30'],
    ['刚才', '11-23T09:30', '11-23T10:30'],
    ['last night around 11', '11-22T23:00', '11-23T00:00'],
    ['last Friday afternoon', '11-20T15:00', '11-20T21:00'],
    ['the day before yesterday', '11-21T00:00', '11-22T00:00'],
    ['since Monday', '11-16T00:00', '11-23T10:30'],
    ['on 20 November at 10 pm', '11-20T22:00', '11-20T23:00'],
    ['for two weeks', '11-09T00:00', '11-23T10:30'],
    ['on Saturday', '11-21T00:00', '11-22T00:00'],
  ])('reads "%s" as %s to %s', (text, from, to) => {
    const read = readTime(text, monday)
    expect([local(read?.from), local(read?.to)]).toEqual([from, to])
  })

  it.each(['每天早上五点', '每晚', '天天半夜', 'every morning at five', 'every night after ten'])(
    'reads "%s" as happening again and again',
    (text) => expect(readTime(text, monday)).toMatchObject({ repeats: true, from: null }),
  )

  it.each([
    ['幸福小区的电梯从上周五晚上开始就停了', '从上周五晚上开始'],
    ['物业一直不管，昨晚又漏了', '昨晚'],
    ['It has been broken for three days now', 'for three days now'],
  ])('finds the wording that says most in "%s"', (text, said) => {
    expect(readTime(text, monday)?.said).toBe(said)
  })

  it.each(['我有三点建议', '幸福小区20号楼', '科创路26号', '不记得', 'building 3', 'may I ask', '居住证怎么办'])(
    'finds no time in "%s"',
    (text) => expect(readTime(text, monday)).toBeNull(),
  )
})
