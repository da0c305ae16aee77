import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/core/channel.ts'
import type { Contact, TicketDraft } from '../../src/core/ticket.ts'
import { deliverOutbox } from '../../src/deliver-outbox.ts'
import {
  at,
  done,
  file,
  house,
  inStore,
  lead,
  openCommandHouse,
  run,
  settingOf,
  told,
  type CommandPlace,
} from '../cli/command-house.ts'
import { runTickets } from '../cli/run-command.ts'
import { makeDraft } from '../store/makers.ts'
import { describeExchange } from './tickets-exchange.ts'

function describeWork(): void {
  it('takes a demand from its filing to its end, objection and rework included, and tells its citizen', async () => {
    const number = await file({ draft: makeDraft({ subject: '路灯不亮', description: '新河路路灯三天没亮。' }) })
    expect(await done()).toContain(`${number} · 投诉 · 待办 · 2026-11-23 10:00 · 云汀市滨江区`)
    const advised = await run('dispatch', number)
    expect(advised.out).toContain('建议派给 云汀市城市管理局（把握 93 %）')
    expect(advised.complaint).toContain('请用 --to 写明派给哪个单位')
    expect(await done('list', '--state', 'filed')).toContain(number)
    expect(await done('dispatch', number, '--to', '城市管理局')).toContain(
      `${number} · 已派单 · 最迟 2026-11-30 17:00 答复（还有 7 天 7 小时）`,
    )
    const object = ['object', number, '--line', 'D-0201-00', '--reason', '不是市政路灯']
    expect(await done(...object)).toContain('云汀市城市管理局  退单：不是市政路灯')
    expect((await run('objection', number, '--uphold', '--note', '属实')).complaint).toContain('退单要由审核人员裁定')
    const uphold = [
      'objection',
      number,
      '--uphold',
      '--note',
      '小区路灯',
      '--to',
      'housing-bureau',
      '--as',
      'reviewer:王',
    ]
    expect(await done(...uphold)).toContain('审核人员 王  同意退单：小区路灯')
    expect(await done('dispatch', number, '--to', lead, '--reason', '现场核实是市政路灯')).toContain('已派单')
    await done('take', number)
    expect(await done('reply', number, '已换灯泡。')).toContain('云汀市城市管理局  答复：已换灯泡。')
    expect(await done('visit', number, '--solved', 'no', '--courteous', 'yes', '--note', '还是不亮')).toContain(
      '退回重办',
    )
    house.now = at('2026-11-24 10:00')
    await done('reply', number, '更换了线路。')
    expect(await done('visit', number, '--solved', 'yes', '--courteous', 'yes', '--contacted', 'yes')).toContain(
      '已办结',
    )
    const shown = await done('show', number)
    expect(shown).toMatch(/2026-11-24 10:00 {2}坐席 \S+ {2}办结：已解决/u)
    expect(shown.match(/ {2}答复：/gu)).toHaveLength(2)
    const rates: unknown = JSON.parse(await done('rates', '--from', '2026-11-23', '--json'))
    expect(rates).toMatchObject({ demands: 1, resolution: { count: 1, of: 1 }, response: { count: 1, of: 1 } })
    const said = (await told()).join('\n')
    for (const words of ['已换灯泡', '更换了线路', '已退回重办', '已办结']) expect(said).toContain(words)
  })

  it('leaves what the citizen is to know to the server beside it, which tells it where the demand came from', async () => {
    const number = await file()
    await done('dispatch', number, '--to', lead, '--reason', '噪声')
    const delivered: string[] = []
    const web: Channel = {
      name: 'web',
      abilities: { maxLength: null, buttons: true, links: true, media: true, speech: false, streaming: false },
      start: () => Promise.resolve(),
      deliver: (_, { text }) => Promise.resolve(void delivered.push(text)),
      stop: () => Promise.resolve(),
    }
    await inStore(async (store) => {
      const channels = new Map([['web', web]])
      const server = deliverOutbox({ store, channels, clock: () => house.now, log: () => undefined, every: 3_600_000 })
      await server.round()
      await done('reply', number, '已停工。')
      await server.round()
      await server.round()
      await server.stop()
    })
    expect(delivered).toEqual([
      expect.stringContaining('已受理'),
      expect.stringContaining('已交给云汀市城市管理局'),
      expect.stringContaining('已停工。'),
    ])
  })

  it('tells a refusal in the words of the office, in the operator’s language, and changes nothing', async () => {
    const number = await file()
    const before = await done('show', number, '--json')
    const { complaint } = await runTickets(settingOf('en'), 'close', number)
    expect(complaint).toMatch(/^Ticket \d{8}-\d{4} /u)
    expect((await run('take', number)).complaint).toContain('还没有承办单位')
    expect((await run('show', '20261123-9999')).complaint).toBe('没有编号为 20261123-9999 的工单。')
    expect((await run('close', number, '--as', 'citizen')).complaint).toContain('没有“citizen”这个身份')
    expect((await run('dispatch', number, '--to', '区人民政府')).complaint).toContain('可能指几个单位')
    expect((await run('dispatch', number, '--to', '火星')).complaint).toContain('没有“火星”这个单位')
    expect(await done('show', number, '--json')).toBe(before)
  })

  it('stops and moves the clock as asked and granted, supervises, urges, joins and parts', async () => {
    const number = await file()
    const other = await file()
    await done('accept', number, '--subject', '020101')
    await done('dispatch', number, '--to', lead, '--reason', '噪声')
    await done('extend', number, '--until', '2026-12-02', '--reason', '等检测')
    expect((await run('approve', number)).complaint).toContain('审核人员')
    expect(await done('approve', number, '--as', 'reviewer')).toContain('延期，最迟 2026-12-02 17:00 答复')
    await done('pause', number, '--until', '2026-11-25', '--reason', '等鉴定')
    expect(await done('approve', number, '--as', 'leader:陈')).toContain('暂停计时，最长到 2026-11-25 17:00')
    await done('resume', number)
    await done('supervise', number, '--note', '市长交办', '--as', 'leader:陈')
    await done('urge', number, '--note', '三天了')
    expect(await done('list', '--supervised')).toContain('督办中')
    await done('join', number, other)
    expect(await done('list', '--incident', `incident-${number}`, '--json')).toContain(other)
    await done('part', other)
    await done('transfer', other, '--to', '110', '--context', '工地有人打架')
    expect(await done('list', '--state', 'transferred')).toContain(other)
  })

  it('finds nothing that a demand alone may repeat, and ends without a fault', async () => {
    expect(await done('duplicates', await file())).toBe('没有发现重复或相关的工单。\n')
  })

  it('says what a demand may repeat or belong to, and why', async () => {
    const [phone, other] = ['13800001111', '13800002222'].map((each) => ({
      ...{ wish: 'named' as const, name: null, phone: each, email: null },
    }))
    const where = { said: '新河路 8 号', region: ['云汀市', '滨江区'], point: null }
    const demand = (contact: Contact | undefined, change: Partial<TicketDraft> = {}) =>
      file({ draft: makeDraft({ where, contact: contact ?? null, ...change }) })
    const first = await demand(phone)
    const second = await demand(other, { description: '新河路 8 号工地又施工到凌晨两点，吵得睡不着。' })
    const apart = await demand(undefined, { subject: '医保', description: '医保断缴了怎么补？', where: null })
    for (const number of [first, second]) await done('accept', number, '--subject', '020101')
    await done('accept', apart, '--subject', '100101')
    const said = await done('duplicates', second)
    expect(said).toMatch(new RegExp(`（把握 \\d+ %）：${first}`, 'u'))
    expect(said).not.toContain(apart)
    expect(said).toContain('类别')
  })

  it('replies with files that are checked, and keeps none where one is refused', async () => {
    const number = await file()
    await done('dispatch', number, '--to', lead, '--reason', '噪声')
    const [good, bad] = [join(house.folder, '记录.txt'), join(house.folder, 'photo.jpg')]
    await writeFile(good, '现场记录：已停工。\n')
    await writeFile(bad, 'MZ\0\0not a picture')
    expect((await run('reply', number, '已处理', '--attach', good, bad)).complaint).toContain('photo.jpg：')
    const unclaimed = () => inStore(({ files }) => files.unclaimed({ kind: 'client', id: 'command' }))
    expect((await unclaimed()).files).toBe(0)
    expect(await done('reply', number, '已处理', '--attach', good)).toContain('附件：记录.txt')
    expect((await unclaimed()).files).toBe(0)
  })

  it('lists by place, words, body and day, and what is overdue with whose turn it is', async () => {
    const number = await file()
    const elsewhere = await file({
      draft: makeDraft({ subject: '停车', description: '占道停车', region: ['云汀市', '古城区'] }),
    })
    await done('dispatch', number, '--to', lead, '--reason', '噪声')
    const numbers = async (...words: readonly string[]) =>
      (JSON.parse(await done('list', '--json', ...words)) as { number: string }[]).map((each) => each.number)
    expect(await numbers('--region', '云汀市/古城区')).toEqual([elsewhere])
    expect(await numbers('--words', '施工 滨江')).toEqual([number])
    expect(await numbers('--department', lead)).toEqual([number])
    expect(await numbers('--from', '2026-11-24')).toEqual([])
    expect(await numbers('--to', '2026-11-23')).toHaveLength(2)
    house.now = at('2026-12-01 09:00')
    expect(await numbers('--overdue')).toEqual([number])
    const overdue = await done('overdue')
    expect(overdue).toContain('已超过的时限：2 项')
    expect(overdue).toContain(
      `${number} · 已派单 · 答复：应在 2026-11-30 17:00 前，已超 16 小时 0 分 · 云汀市城市管理局`,
    )
    expect(overdue).toMatch(new RegExp(`${elsewhere} · 待办 · 受理：.* · 坐席`, 'u'))
    expect((await run('list', '--from', '昨天')).complaint).toContain('看不懂“昨天”')
  })
}

/** What the commands about demands do, over whatever database. */
export function describeTicketCommands(name: string, place: CommandPlace): void {
  describe(name, () => {
    openCommandHouse(place)
    describe('work without a console', describeWork)
    describe('export and import', () => describeExchange(place))
  })
}
