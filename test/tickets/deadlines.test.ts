import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { deadlineTable, termDuration } from '../../src/tickets/deadlines.ts'

const text = readFileSync(fileURLToPath(new URL('../../knowledge/deadlines.yaml', import.meta.url)), 'utf8')
const given = () => parse(text) as Record<string, Record<string, unknown>>
const problems = (table: unknown) => {
  const { error } = deadlineTable.safeParse(table)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
}

describe('the deadlines that are shipped', () => {
  const rules = deadlineTable.parse(given())

  it('give danger 2 hours, failed supplies 24 hours, ordinary 7 days and complex 15 days', () => {
    expect(rules.terms).toEqual({
      danger: { count: 2, unit: 'hours' },
      utility: { count: 24, unit: 'hours' },
      ordinary: { count: 7, unit: 'calendar-days' },
      complex: { count: 15, unit: 'calendar-days' },
    })
  })

  it('allow two returns and one extension', () => {
    expect(rules.objection.bounces).toBe(2)
    expect(rules.extension.most).toBe(1)
  })
})

describe('a table of deadlines', () => {
  it('can count terms in working days', () => {
    const { ordinary } = deadlineTable.parse({
      ...given(),
      terms: { ...given()['terms'], ordinary: '5 working days' },
    }).terms
    expect(ordinary).toEqual({ count: 5, unit: 'working-days' })
  })

  it('is refused with the place and the reason where a duration says too little', () => {
    expect(problems({ ...given(), terms: { ...given()['terms'], ordinary: '7 days' } })).toMatch(
      /^terms\.ordinary: "7 days" has to be a number and/u,
    )
  })

  it('is refused with office hours that overlap, an unknown time zone, or reminders in working hours', () => {
    const calendar = { ...given()['calendar'] }
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ]
    expect(problems({ ...given(), calendar: { ...calendar, hours } })).toMatch(/^calendar\.hours:/u)
    expect(problems({ ...given(), calendar: { ...calendar, timeZone: 'Asia/Yunting' } })).toMatch(
      /^calendar\.timeZone:/u,
    )
    const reminders = { ...given()['reminders'], danger: ['1 working hour'] }
    expect(problems({ ...given(), reminders })).toMatch(/^reminders\.danger\.0: Reminders/u)
  })

  it('is refused with a field that nobody reads', () => {
    expect(problems({ ...given(), termz: {} })).toMatch(/termz/u)
  })
})

describe('the time of a demand', () => {
  const rules = deadlineTable.parse({ ...given(), subjects: { '02': '3 working days', '020301': '1 working day' } })
  const time = (term: 'danger' | 'utility' | 'ordinary' | 'complex', subject: string | null) => {
    const { count, unit } = termDuration(rules, term, subject)
    return `${count} ${unit}`
  }

  it('is that of its most specific class', () => {
    expect(time('ordinary', '020301')).toBe('1 working-days')
    expect(time('complex', '020399')).toBe('3 working-days')
    expect(time('ordinary', '010101')).toBe('7 calendar-days')
    expect(time('ordinary', null)).toBe('7 calendar-days')
  })

  it('is the clock’s for danger and failed supplies, whatever the class', () => {
    expect(time('danger', '020301')).toBe('2 hours')
    expect(time('utility', '020301')).toBe('24 hours')
  })
})
