import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { UnusableCatalogue } from '../../src/catalogue/catalogue-problem.ts'
import { parseSubjects } from '../../src/catalogue/parse-subjects.ts'

const csv = (text: string) => ({ name: 'subjects.csv', bytes: new TextEncoder().encode(text) })

function book(rows: unknown[][], merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []) {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['说明'], ['本表仅供参考']]), '说明')
  utils.book_append_sheet(workbook, sheet, '分类表')
  return { name: 'subjects.xlsx', bytes: new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' })) }
}

function problemsOf(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof UnusableCatalogue) return error.problems.map(({ line, what }) => [line, what.id])
    throw error
  }
  return []
}

describe('a subject table', () => {
  it('is read from CSV with English heads in any order', () => {
    const classes = parseSubjects(
      csv('term,name,code,name_en\n,噪声,020000,Noise\n,施工噪声,020100,Sites\nutility,"夜间,施工",020101,Nights'),
    )
    expect(classes.map(({ value }) => [value.code, value.name.zh, value.term])).toEqual([
      ['020000', '噪声', null],
      ['020100', '施工噪声', null],
      ['020101', '夜间,施工', 'utility'],
    ])
  })

  it('is read from a workbook whose heads are Chinese, stand below a title and on the second sheet', () => {
    const file = book([
      ['政府热线服务分类与代码'],
      ['序号', '代码', '类目名称', '说明'],
      [1, '010000', '城乡建设', ''],
      [2, '010100', '市政', ''],
      [3, '010101', '道路', '坑洼、破损'],
    ])
    expect(parseSubjects(file).map(({ line, value }) => [line, value.code, value.description.zh])).toEqual([
      [3, '010000', ''],
      [4, '010100', ''],
      [5, '010101', '坑洼、破损'],
    ])
  })

  it('gets back the zero that a spreadsheet has eaten', () => {
    const file = book([
      ['代码', '名称'],
      [10000, '城乡建设'],
      [10100, '市政'],
      [10101, '道路'],
    ])
    expect(parseSubjects(file).map(({ value }) => value.code)).toEqual(['010000', '010100', '010101'])
  })

  it('may hold the code in a column for each level, merged over what it covers', () => {
    const file = book(
      [
        ['大类', '中类', '小类', '类目名称'],
        ['01', '', '', '城乡建设'],
        ['01', '01', '', '市政'],
        ['01', '01', '01', '道路'],
        ['', '', '02', '路灯'],
      ],
      [
        { s: { r: 3, c: 0 }, e: { r: 4, c: 0 } },
        { s: { r: 3, c: 1 }, e: { r: 4, c: 1 } },
      ],
    )
    expect(parseSubjects(file).map(({ value }) => [value.code, value.name.zh])).toEqual([
      ['010000', '城乡建设'],
      ['010100', '市政'],
      ['010101', '道路'],
      ['010102', '路灯'],
    ])
  })

  it('may hold names in the columns of the levels beside a code', () => {
    const classes = parseSubjects(
      csv('代码,大类,中类,小类\n01,城乡建设,,\n0101,城乡建设,市政,\n010101,城乡建设,市政,道路'),
    )
    expect(classes.map(({ value }) => [value.code, value.name.zh])).toEqual([
      ['010000', '城乡建设'],
      ['010100', '市政'],
      ['010101', '道路'],
    ])
  })

  it('is refused with the line of everything that is wrong', () => {
    const problems = problemsOf(() =>
      parseSubjects(csv('code,name,term\n010000,一,\n01x,二,\n010100,,\n010101,三,soon\n010000,四,\n030201,五,')),
    )
    expect(problems).toEqual([
      [3, 'operator.catalogue.code'],
      [4, 'operator.catalogue.name'],
      [5, 'operator.catalogue.term'],
      [6, 'operator.catalogue.twice'],
      [7, 'operator.catalogue.outer'],
      [7, 'operator.catalogue.outer'],
    ])
  })

  it('is refused when it has no heads', () => {
    expect(problemsOf(() => parseSubjects(csv('010000,一\n010100,二')))).toEqual([[null, 'operator.catalogue.heads']])
  })
})
