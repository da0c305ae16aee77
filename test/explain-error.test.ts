import { describe, expect, it } from 'vitest'
import { UnusableCatalogue } from '../src/catalogue/catalogue-problem.ts'
import { phrase } from '../src/core/phrase.ts'
import { StoreUnavailable } from '../src/core/store-unavailable.ts'
import { explainError } from '../src/explain-error.ts'
import { NewerSchema } from '../src/store/migrate.ts'
import { tellOperator } from '../src/tell-operator.mjs'

const reasons = ['unreachable', 'refused', 'busy', 'full', 'read-only', 'damaged', 'closed'] as const

describe('an error, told to an operator', () => {
  it.each(reasons)('of a store that is %s says in both languages what to do, and what exactly was found', (reason) => {
    const error = new StoreUnavailable(reason, 'The database file d.sqlite has no space left (SQLITE_FULL).')
    expect(explainError(error, tellOperator('zh'))).toMatch(/^\p{Script=Han}[^\n]+\n {2}The database file d\.sqlite/u)
    expect(explainError(error, tellOperator('en'))).toMatch(
      /^The (?:database|disk|program)[^\n]+\n {2}The database file/u,
    )
  })

  it('of a newer schema says to start the newer program', () =>
    expect(explainError(new NewerSchema(9, 2), tellOperator('zh'))).toContain('请启动新版本'))

  it('of a catalogue names file and line of everything that is wrong', () => {
    const error = new UnusableCatalogue([
      { file: 'subjects.csv', line: 7, what: phrase('operator.catalogue.twice', { name: '010101' }) },
      { file: 'departments.yaml', line: null, what: phrase('operator.catalogue.missing') },
    ])
    expect(explainError(error, tellOperator('zh'))).toBe(
      'subjects.csv:7  “010101”重复出现。\ndepartments.yaml  缺少这个文件。',
    )
    expect(explainError(error, tellOperator('en'))).toMatch(/^subjects\.csv:7 {2}“010101” stands here/u)
  })

  it('that nobody foresaw keeps its own words', () =>
    expect(explainError(new Error('PORT is taken'), tellOperator('zh'))).toBe('PORT is taken'))
})
