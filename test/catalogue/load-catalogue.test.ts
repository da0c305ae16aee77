import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnusableCatalogue } from '../../src/catalogue/catalogue-problem.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { projectFolder } from '../../src/load-data.ts'

const shipped = join(projectFolder, 'knowledge')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A copy of the shipped tables with one of them changed. */
async function changed(name: string, change: (text: string) => string) {
  for (const file of ['subjects.csv', 'departments.yaml', 'dispatch-catalogue.csv', 'urgency.yaml'])
    await cp(join(shipped, file), join(folder, file))
  await writeFile(join(folder, name), change(await readFile(join(shipped, name), 'utf8')))
  return folder
}

const problemsOf = async (name: string, change: (text: string) => string) => {
  const loading = loadCatalogue(await changed(name, change))
  const error: unknown = await loading.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UnusableCatalogue)) throw new Error('It was taken as it is')
  return error.problems.map(({ file, line, what }) => ({ file, line, id: what.id, values: what.values }))
}

describe('the shipped tables', () => {
  it('fit together', async () => {
    const { catalogue } = await loadCatalogue(shipped)
    const codes = [...catalogue.subjects.keys()]
    expect(codes.filter((code) => code.endsWith('0000')).length).toBeGreaterThanOrEqual(12)
    expect(codes.filter((code) => !code.endsWith('00')).length).toBeGreaterThanOrEqual(150)
    expect(catalogue.lines.length).toBeGreaterThan(codes.length)
  })

  it('have no example sentence in two classes', async () => {
    const { examples } = await loadCatalogue(shipped)
    const seen = new Map<string, string>()
    const twice = examples.flatMap(({ code, zh, en }) =>
      [...zh, ...en].flatMap((sentence) => {
        const other = seen.get(sentence)
        seen.set(sentence, code)
        return other === undefined ? [] : [`${other} ${code}: ${sentence}`]
      }),
    )
    expect(twice).toEqual([])
  })
})

describe('a catalogue', () => {
  it('has another version once a file has other content', async () => {
    const before = await loadCatalogue(await changed('urgency.yaml', (text) => text))
    const after = await loadCatalogue(await changed('urgency.yaml', (text) => `${text}# reviewed\n`))
    expect(after.catalogue.version).not.toBe(before.catalogue.version)
  })

  it('names file and line of a body that nobody knows', async () => {
    const rows = (await readFile(join(shipped, 'dispatch-catalogue.csv'), 'utf8')).split('\n')
    const at = rows.findIndex((row) => row.startsWith('D-0203-01,'))
    const problems = await problemsOf('dispatch-catalogue.csv', (text) =>
      text.replace(rows[at] ?? '', (rows[at] ?? '').replace('public-security-bureau', 'nobody')),
    )
    expect(problems).toEqual([
      {
        file: 'dispatch-catalogue.csv',
        line: at + 1,
        id: 'operator.catalogue.unknown-department',
        values: { id: 'nobody' },
      },
    ])
  })

  it('refuses two lines for the same class in the same place', async () => {
    const problems = await problemsOf(
      'dispatch-catalogue.csv',
      (text) => `${text}D-0203-99,020301,,public-security-bureau,,重复,Twice,,\n`,
    )
    expect(problems.map(({ id }) => id)).toEqual(['operator.catalogue.twice'])
  })

  it('refuses a table without a body for the rest, and classes that nobody owns then', async () => {
    const problems = await problemsOf('dispatch-catalogue.csv', (text) =>
      text
        .split('\n')
        .filter((row) => !/^D-0000-00,|^D-99\d\d-\d\d,/u.test(row))
        .join('\n'),
    )
    expect(problems.map(({ id }) => id)).toEqual([
      'operator.catalogue.no-fallback',
      ...Array.from({ length: problems.length - 1 }, () => 'operator.catalogue.no-line'),
    ])
    expect(problems.length).toBeGreaterThan(1)
  })

  it('names the line of a department that has another form', async () => {
    const problems = await problemsOf('departments.yaml', (text) => text.replace('kind: utility', 'kind: water'))
    expect(problems).toHaveLength(1)
    const lines = (await readFile(join(shipped, 'departments.yaml'), 'utf8')).split('\n')
    const entry = lines.findLastIndex((line, at) => line.startsWith('- id:') && at < lines.indexOf('  kind: utility'))
    expect(problems[0]).toMatchObject({ file: 'departments.yaml', line: entry + 1, id: 'operator.catalogue.form' })
  })

  it('names the rule of urgency that is no pattern', async () => {
    const problems = await problemsOf('urgency.yaml', (text) => text.replace('  when:\n', '  when:\n    - "(漏电"\n'))
    expect(problems.map(({ id }) => id)).toEqual(['operator.catalogue.form'])
  })
})
