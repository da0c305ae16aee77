import { describe, expect, it } from 'vitest'
import { createValidity, findLastDays } from '../../src/retrieval/validity.ts'
import type { ValidityFacts } from '../../src/retrieval/successors.ts'

const facts = (more: Partial<ValidityFacts>): ValidityFacts => ({
  path: 'a.md',
  title: '甲办法',
  region: [],
  effective: null,
  expires: null,
  published: null,
  supersedes: [],
  status: null,
  ...more,
})
const on = (day: string, ...all: ValidityFacts[]) => createValidity(all, 'Asia/Shanghai')(new Date(`${day}T04:00:00Z`))

describe('validity on a day', () => {
  it.each([
    ['no dates at all', {}, 'in-force'],
    ['effective today', { effective: '2026-11-23' }, 'in-force'],
    ['effective tomorrow', { effective: '2026-11-24' }, 'upcoming'],
    ['expiring today', { expires: '2026-11-23' }, 'in-force'],
    ['expired yesterday', { expires: '2026-11-22' }, 'expired'],
    ['marked repealed', { status: '已废止' }, 'expired'],
    ['marked an older version', { status: '历史版本' }, 'superseded'],
    ['marked amended, with no newer text in the folder', { status: '已被修改' }, 'in-force'],
    [
      'marked an older version but in force until a day to come',
      { status: '历史版本', expires: '2026-12-31' },
      'in-force',
    ],
    ['marked in force before its first day', { status: '现行有效', effective: '2027-01-01' }, 'upcoming'],
    ['marked an older version before its first day', { status: '历史版本', effective: '2027-01-01' }, 'upcoming'],
    ['marked in force', { status: '现行有效' }, 'in-force'],
    ['marked not yet in force', { status: '尚未生效' }, 'upcoming'],
    [
      'marked not yet in force by a page older than its date',
      { status: '尚未生效', effective: '2026-01-01' },
      'in-force',
    ],
    ['marked in force but past its last day', { status: '现行有效', expires: '2025-12-31' }, 'expired'],
  ] as const)('of a document with %s', (_, more, expected) => {
    expect(on('2026-11-23', facts(more))).toEqual([expected])
  })

  it('begins at midnight of the place, not of Greenwich', () => {
    const validity = createValidity([facts({ effective: '2026-11-24' })], 'Asia/Shanghai')
    expect(validity(new Date('2026-11-23T16:30:00Z'))).toEqual(['in-force'])
  })

  it('ends when a document that names it by title is in force, not before', () => {
    const old = facts({ path: 'old.md', title: '甲办法（2020）', effective: '2020-01-01' })
    const young = facts({ path: 'new.md', effective: '2027-01-01', supersedes: ['《甲办法（2020）》'] })
    expect(on('2026-11-23', old, young)).toEqual(['in-force', 'upcoming'])
    expect(on('2027-01-01', old, young)).toEqual(['superseded', 'in-force'])
  })

  it('finds the document replaced by its path, and never lets a document replace itself', () => {
    const old = facts({ path: '云汀市/old.md', effective: '2020-01-01' })
    const young = facts({ path: '云汀市/new.md', effective: '2026-01-01', supersedes: ['old.md'] })
    expect(on('2026-11-23', old, young)).toEqual(['superseded', 'in-force'])
    const alone = facts({ supersedes: ['甲办法'], effective: '2026-01-01' })
    expect(on('2026-11-23', alone)).toEqual(['in-force'])
  })

  it('keeps an older version the rule until the day of the newer one, whatever the labels say', () => {
    const old = facts({ path: 'old.md', effective: '1983-03-01', published: '2019-04-23', status: '历史版本' })
    const young = facts({ path: 'new.md', effective: '2027-01-01', published: '2026-06-26', status: '现行有效' })
    expect(on('2026-12-31', old, young)).toEqual(['in-force', 'upcoming'])
    expect(on('2027-01-01', old, young)).toEqual(['superseded', 'in-force'])
  })

  it('is superseded for all older versions but the last before the one to come', () => {
    const first = facts({ path: '1.md', effective: '2010-01-01', status: '历史版本' })
    const second = facts({ path: '2.md', effective: '2018-01-01', status: '历史版本', title: '甲办法（2018年修正）' })
    const third = facts({ path: '3.md', effective: '2027-01-01' })
    expect(on('2026-11-23', first, second, third)).toEqual(['superseded', 'in-force', 'upcoming'])
  })

  it('ends for a text labelled as amended only where the newer text of this place is there and has begun', () => {
    const old = facts({ path: 'old.md', effective: '1994-01-01', published: '2014-08-31', status: '已被修改' })
    const young = facts({ path: 'new.md', effective: '1994-01-01', published: '2026-06-26' })
    expect(on('2026-11-23', old, young)).toEqual(['superseded', 'in-force'])
    expect(on('2026-11-23', old, { ...young, effective: '2027-01-01' })).toEqual(['in-force', 'upcoming'])
    expect(on('2026-11-23', old, { ...young, title: '乙办法' })).toEqual(['in-force', 'in-force'])
    expect(on('2026-11-23', old, { ...young, region: ['云汀市'] })).toEqual(['in-force', 'in-force'])
  })

  it('lets only the younger of two documents of one title replace the other', () => {
    const old = facts({ path: 'old.md', effective: '2020-01-01', supersedes: ['甲办法'] })
    const young = facts({ path: 'new.md', effective: '2026-01-01', supersedes: ['甲办法'] })
    expect(on('2026-11-23', old, young)).toEqual(['superseded', 'in-force'])
  })
})

describe('the last day as the rule', () => {
  it('is the one the document names, else the day before the next text begins', () => {
    const old = facts({ path: 'old.md', effective: '2020-01-01', status: '历史版本' })
    const young = facts({ path: 'new.md', effective: '2027-01-01' })
    const named = facts({ path: 'named.md', title: '乙办法', effective: '2020-01-01' })
    const naming = facts({ path: 'naming.md', title: '丙办法', effective: '2027-03-01', supersedes: ['乙办法'] })
    const ending = facts({ path: 'ending.md', title: '丁办法', expires: '2026-12-31' })
    expect(findLastDays([old, young, named, naming, ending])).toEqual([
      '2026-12-31',
      null,
      '2027-02-28',
      null,
      '2026-12-31',
    ])
  })
})
