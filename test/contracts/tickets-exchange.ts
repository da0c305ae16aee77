import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { expect, it } from 'vitest'
import type { TicketCase } from '../../src/core/ticket-life.ts'
import type { TicketDraft } from '../../src/core/ticket.ts'
import { at, done, file, house, inStore, lead, run, settingOf, type CommandPlace } from '../cli/command-house.ts'
import { runTickets } from '../cli/run-command.ts'
import { makeDraft } from '../store/makers.ts'

const pathOf = (name: string) => join(house.folder, name)
const rowsOf = (text: string) =>
  text
    .replace(/^\uFEFF/u, '')
    .trim()
    .split('\r\n')

const cases = (): Promise<readonly TicketCase[]> =>
  inStore(async ({ cases: all }) => (await all.search({ order: 'newest', limit: 1000 })).tickets)
const histories = () =>
  inStore(async (store) => {
    const { tickets } = await store.cases.search({ order: 'newest', limit: 1000 })
    return Promise.all(tickets.map(({ number }) => store.cases.history(number)))
  })

const draftOf = (change: Partial<TicketDraft> = {}): TicketDraft =>
  makeDraft({
    subject: '=1+1，"引号"',
    description: '=HYPERLINK("http://x.example","点我")\n第二行，逗号;分号\t制表 _x0041_ <b>&',
    where: { said: '新河路 8 号', region: ['云汀市', '滨江区'], point: { latitude: 30.2741, longitude: -120.1551 } },
    when: { said: '昨晚十一点多', from: null, to: null, repeats: false },
    wish: '按时停工',
    contact: { wish: 'confidential', name: '王小丫', phone: '+86 138 0000 1111', email: 'w@example.com' },
    tried: [],
    ...change,
  })

/** Four demands in different states; the first has been through everything. */
async function fill(): Promise<readonly string[]> {
  const first = await file({ draft: draftOf() })
  house.now = at('2026-11-23 11:30')
  const numbers = [first, await file(), await file({ draft: makeDraft({ tried: [] }) }), await file()]
  await done('dispatch', first, '--to', lead, '--reason', '噪声')
  await done('reply', first, '已停工，王小丫女士请放心。')
  await done('visit', first, '--solved', 'no', '--courteous', 'yes', '--note', '还在吵')
  await done('reply', first, '已罚款。')
  await done('visit', first, '--solved', 'yes', '--courteous', 'yes')
  await done('dispatch', numbers[1] ?? '', '--to', lead, '--reason', '噪声')
  await done('join', numbers[2] ?? '', numbers[3] ?? '')
  return numbers
}

/** Goes on over an empty database. */
async function moveOut({ databaseUrl }: CommandPlace): Promise<void> {
  house.url = await databaseUrl()
  if (house.url === null) house.url = pathOf(`other-${Math.random()}.sqlite`)
}

export function describeExchange(place: CommandPlace): void {
  it('takes demands with all that happened to them from a SQLite file to another database, once', async () => {
    house.url = pathOf('first.sqlite')
    const numbers = await fill()
    await done('export', '--output', pathOf('all.jsonl'))
    expect((await stat(pathOf('all.jsonl'))).mode & 0o077).toBe(0)
    const [before, happened] = [await cases(), await histories()]
    await moveOut(place)
    expect(await done('import', pathOf('all.jsonl'))).toContain('新增 4 件，已有 0 件')
    expect(await cases()).toEqual(before)
    expect(await histories()).toEqual(happened)
    expect(await done('import', pathOf('all.jsonl'))).toContain('新增 0 件，已有 4 件')
    expect(await cases()).toEqual(before)
    expect(await done('rates')).toContain('解决率：100.0 % (1/1)')
    expect(await inStore(({ conversations }) => conversations.find('conversation-1'))).toMatchObject({
      id: 'conversation-1',
    })
    // Life goes on where it stopped.
    expect(await done('take', numbers[1] ?? '')).toContain('办理中')
    expect(await file()).toBe('20261123-0005')
  })

  it('refuses a history that does not add up, and a number that another demand has', async () => {
    await fill()
    const text = await done('export', '--format', 'jsonl')
    await writeFile(pathOf('bent.jsonl'), text.replace('"state":"closed"', '"state":"dispatched"'))
    const bent = await run('import', pathOf('bent.jsonl'))
    expect(bent.out).toMatch(/bent\.jsonl:4：经过记录与状态对不上/u)
    await moveOut(place)
    await writeFile(pathOf('whole.jsonl'), text)
    house.now = at('2026-11-23 12:00')
    await file()
    const { out, complaint } = await run('import', pathOf('whole.jsonl'))
    expect(out).toBe('whole.jsonl:4：编号 20261123-0001 已是另一张工单\n')
    expect(complaint).toContain('没有导入任何内容')
    expect(await cases()).toHaveLength(1)
  })

  it.each(['csv', 'xlsx'])(
    'writes a table (%s) in which nothing is a formula, and reads it back as it was',
    async (form) => {
      await fill()
      const table = pathOf(`all.${form}`)
      await done('export', '--output', table)
      expect((await stat(table)).mode & 0o077).toBe(0)
      const before = await cases()
      await moveOut(place)
      expect(await done('import', table)).toContain('新增 3 件，已有 0 件，已结束未导入 1 件')
      const after = await cases()
      const told = ({ number, filedAt, draft, subject, term, assignment }: TicketCase) => ({
        ...{ number, filedAt, subject, term, lead: assignment?.lead },
        draft: { ...draft, tried: [] },
      })
      const open = before.filter(({ state }) => state !== 'closed').map(told)
      expect(after.map(told)).toMatchObject(open.map(({ number, filedAt, draft }) => ({ number, filedAt, draft })))
      expect(after.find(({ number }) => number.endsWith('2'))?.assignment?.lead).toBe(lead)
      expect(await done('import', table)).toContain('新增 0 件，已有 3 件，已结束未导入 1 件')
    },
  )

  it('guards formulas in CSV, and takes the guard back', async () => {
    await file({ draft: draftOf() })
    const csv = await done('export', '--format', 'csv')
    expect(csv.startsWith('\uFEFF编号,原编号,登记时间,状态')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"",""点我"")\n第二行`)
    expect(csv).toContain(`"'=1+1，""引号"""`)
    expect(csv).toContain(`"'+86 138 0000 1111"`)
    expect(csv).toContain(',30.2741,-120.1551,')
    await writeFile(pathOf('a.csv'), csv)
    await moveOut(place)
    await done('import', pathOf('a.csv'))
    expect((await cases())[0]?.draft).toEqual(draftOf())
  })

  it('writes workbooks that others read', async () => {
    await fill()
    await done('export', '--state', 'closed', '--output', pathOf('one.xlsx'))
    const book = read(await readFile(pathOf('one.xlsx')))
    const [row, ...more] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {})
    expect(more).toEqual([])
    expect(row).toMatchObject({
      编号: '20261123-0001',
      状态: '已办结',
      标题: '=1+1，"引号"',
      纬度: 30.2741,
      承办单位: '云汀市城市管理局',
      答复内容: '已罚款。',
      重办次数: 1,
      办结结果: '已解决',
    })
    expect((await run('export', '--format', 'xlsx')).complaint).toContain('--output')
  })

  it('leaves personal data out where that is asked for, in every form', async () => {
    await fill()
    for (const format of ['csv', 'json', 'jsonl']) {
      const text = await done('export', '--anonymous', '--format', format)
      expect(text).toContain('20261123-0001')
      for (const personal of ['王小丫', '1111', 'example.com', '新河路 8 号', '-120.15', 'conversation-1'])
        expect(text.replaceAll('滨江区新河路 8 号工地', ''), `${format} ${personal}`).not.toContain(personal)
    }
    const { out } = await runTickets(settingOf('en'), 'export', '--anonymous')
    expect(rowsOf(out)[0]).toMatch(/^Number,Filed at,State,Kind,Title/u)
  })

  it('exports what is asked for, an empty table where there is nothing, and a whole array as JSON', async () => {
    expect(JSON.parse(await done('export', '--format', 'json'))).toEqual([])
    const numbers = await fill()
    expect(rowsOf(await done('export', '--state', 'closed', 'withdrawn'))[1]).toMatch(/^20261123-0001,/u)
    expect(rowsOf(await done('export', '--words', '没有人说过'))).toHaveLength(1)
    const all: unknown = JSON.parse(await done('export', '--format', 'json', '--limit', '2'))
    expect(all).toMatchObject([{ civicline: 1, number: numbers[3] }, { number: numbers[2] }])
  })

  it('imports a plain table of another system through the office, with its own numbers and times', async () => {
    await writeFile(
      pathOf('old.csv'),
      [
        '受理编号,受理时间,诉求内容,联系电话,主办单位,办理状态,分类,类型',
        'A-1,2026/11/20 09:05,路灯不亮三天了,13800002222,,待处理,,投诉',
        'A-2,2026年11月21日,小区太黑,,city-management-bureau,,020101,',
        'A-3,2026-11-19,已经修好的井盖,,,已办结,,',
      ].join('\n'),
    )
    expect(await done('import', pathOf('old.csv'), '--dry-run')).toContain('可导入 3 行，有误 0 行')
    expect(await cases()).toEqual([])
    expect(await done('import', pathOf('old.csv'), '--source', '旧热线')).toContain(
      '新增 2 件，已有 0 件，已结束未导入 1 件',
    )
    const [second, first] = await cases()
    expect(first).toMatchObject({
      number: '20261120-0001',
      filedAt: at('2026-11-20 09:05'),
      state: 'dispatched',
      subject: '010604',
      conversation: 'import:旧热线:A-1',
      draft: { kind: 'complaint', subject: '路灯不亮三天了', contact: { wish: 'named', phone: '13800002222' } },
    })
    expect(first?.due).toEqual(at('2026-11-27 17:00'))
    expect(second).toMatchObject({
      number: '20261121-0001',
      subject: '020101',
      assignment: { lead },
      state: 'dispatched',
    })
    expect(await done('import', pathOf('old.csv'), '--source', '旧热线')).toContain('新增 0 件，已有 2 件')
    expect(await done('import', pathOf('old.csv'), '--source', '另一家')).toContain('新增 2 件')
    expect(await inStore(({ outbox }) => outbox.due(at('2027-01-01 00:00'), 9))).toEqual([])
    expect(rowsOf(await done('export', '--words', '小区太黑'))[1]).toMatch(/^20261121-0002,A-2,2026-11-21 00:00:00,/u)
  })

  it('names every wrong row with what is wrong, and stores nothing unless the wrong ones are to be left out', async () => {
    await writeFile(
      pathOf('bad.csv'),
      [
        'External number,Filed at,What happened,Kind,Telephone,E-mail,Latitude,Longitude,Subject code,Handling body,State',
        'B-1,2026-11-20,Dark street 路灯,request,,,,,,,',
        'B-2,gestern,Noise,moan,12,nobody,95,,999999,Mars,sleeping',
        'B-3,2031-01-01,Late,,,,,,,,',
        'B-1,2026-11-20,Dark street again,,,,,,,,',
        'B-5,,,,,,,,,,',
      ].join('\n'),
    )
    const { out, complaint } = await runTickets(settingOf('en'), 'import', pathOf('bad.csv'))
    expect(complaint).toContain('Nothing was imported')
    const of = (line: number) => out.split('\n').find((each) => each.includes(`bad.csv:${line}`)) ?? ''
    for (const words of ['“gestern” under “Filed at”', '“moan” under “Kind”', '“12”', '“nobody”', '“999999”', '“Mars”'])
      expect(of(3)).toContain(words)
    for (const words of ['latitude (-90 to 90)', '“sleeping” under “State”']) expect(of(3)).toContain(words)
    expect(of(4)).toContain('is in the future')
    expect(of(5)).toContain('the same number as line 2')
    expect(of(6)).toContain('“What happened” is missing')
    expect(of(2)).toBe('')
    expect(await cases()).toEqual([])
    expect(await done('import', pathOf('bad.csv'), '--skip-wrong')).toContain(
      '新增 1 件，已有 0 件，已结束未导入 0 件，有误 4 行',
    )
    expect(await cases()).toHaveLength(1)
  })

  it('imports JSON lines with the columns of a table, and says what is no JSON', async () => {
    const rows = [{ external: 7, description: '路灯坏了', filedAt: '2026-11-20T01:05:00Z' }, { title: '井盖松动' }]
    await writeFile(pathOf('a.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    expect(await done('import', pathOf('a.jsonl'))).toContain('新增 2 件')
    expect(await done('import', pathOf('a.jsonl'))).toContain('新增 0 件，已有 2 件')
    await writeFile(pathOf('b.jsonl'), '{"description":"一"}\n{"description":')
    expect((await run('import', pathOf('b.jsonl'))).out).toContain('b.jsonl:2：不是有效的 JSON')
    await writeFile(pathOf('c.json'), JSON.stringify([{ description: '三' }, 4]))
    expect((await run('import', pathOf('c.json'))).out).toContain('c.json:2：不是有效的 JSON')
    expect((await run('import', pathOf('d.pdf'))).complaint).toContain('d.pdf')
    await writeFile(pathOf('e.pdf'), '')
    expect((await run('import', pathOf('e.pdf'))).complaint).toContain('不支持这种文件')
    await writeFile(pathOf('f.csv'), 'a,b\n1,2\n')
    expect((await run('import', pathOf('f.csv'))).complaint).toContain('f.csv')
  })

  it('imports a table once, though two do so at the same time', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `C-${index},2026-11-20 09:00,路灯不亮 ${index}`)
    await writeFile(pathOf('twice.csv'), ['原编号,登记时间,事情经过', ...rows].join('\n'))
    await run('list')
    const twice = [pathOf('twice.csv'), pathOf('twice.csv')].map((path) => run('import', path))
    expect((await Promise.all(twice)).map(({ complaint }) => complaint)).toEqual([null, null])
    expect(await cases()).toHaveLength(12)
    expect(await done('import', pathOf('twice.csv'))).toContain('新增 0 件，已有 12 件')
  })
}
