import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openEngine } from '../../src/store/dialects.ts'
import { migrations } from '../../src/store/migrations/list.ts'
import { appendTo, caseOf, fileCase } from '../store/case-makers.ts'
import { makeTicket, noon } from '../store/makers.ts'

interface SchemaPlace {
  place: Parameters<typeof openEngine>[0]
  url: string
  dataFolder: string
  remove(): Promise<void>
}

const at = noon.getTime()

/** Tickets as version 1 of the schema holds them, word for word: they have no life yet, and their drafts lack what came later. */
const ticketsOfVersion1 = (draft = '') => [
  `insert into ticket_days (day, last) values ('20261123', 4)`,
  ...(
    [
      [1, 'ticket', 'filed', '"region":["云汀市","滨江区"]'],
      [2, 'ticket', 'closed', '"region":null'],
      [3, 'handover', 'filed', '"region":null'],
      [4, 'handover', 'closed', '"region":null'],
    ] as const
  ).map(
    ([serial, kind, state, region]) =>
      `insert into tickets (number, day, serial, kind, conversation, filed_at, state, draft, reason) values
        ('20261123-000${serial}', '20261123', ${serial}, '${kind}', 'c', ${at}, '${state}',
         '{"kind":"report","subject":"路灯不亮\\u0000","description":"新河路 8 号${draft}",${region},"tried":["查过"]}', null)`,
  ),
]

/** What the schema promises beyond what the store's own code does. */
export function describeSchema(name: string, makePlace: () => Promise<SchemaPlace>): void {
  describe(name, () => {
    let place: SchemaPlace
    let store: Store | null
    const open = async (change = {}) => {
      const { url, dataFolder } = place
      return (store = await createStore({ url, dataFolder, clock: () => noon, patience: 5000, ...change }))
    }
    async function execute(statement: string): Promise<void> {
      const engine = openEngine(place.place, 3000)
      try {
        await sql.raw(statement).execute(engine.db)
      } finally {
        await engine.db.destroy()
      }
    }
    async function openAtVersion1(statements: readonly string[]): Promise<Store> {
      await (await open({ migrations: migrations.slice(0, 1) })).close()
      for (const statement of statements) await execute(statement)
      return open()
    }
    beforeEach(async () => {
      store = null
      place = await makePlace()
    })
    afterEach(async () => {
      await store?.close()
      await place.remove()
    })

    it('refuses to change or delete what happened to a ticket, whoever asks', async () => {
      const opened = await open()
      await fileCase(opened)
      const { number } = await fileCase(opened)
      for (const statement of [
        `update ticket_events set kind = 'closed'`,
        `update ticket_events set body = '{}' where ticket = '${number}'`,
        'delete from ticket_events',
        `delete from ticket_events where ticket = '${number}'`,
      ])
        await expect(execute(statement)).rejects.toThrow('Rows of ticket_events are only ever added.')
      await expect(execute(`delete from tickets where number = '${number}'`)).rejects.toThrow()
      await expect(execute('truncate ticket_events')).rejects.toThrow()
      await expect(execute('truncate tickets cascade')).rejects.toThrow()
      expect(await opened.cases.history(number)).toHaveLength(1)
    })

    it('gives the demands of version 1 a life that begins with their filing', async () => {
      const { cases, tickets } = await openAtVersion1(ticketsOfVersion1())
      const filed = { kind: 'filed', at: noon, by: { role: 'citizen', id: 'c' } }
      expect(await cases.history('20261123-0001')).toEqual([filed])
      expect(await cases.history('20261123-0002')).toEqual([
        filed,
        {
          kind: 'closed',
          as: 'unreached',
          at: noon,
          by: { role: 'clock', id: 'migration' },
          note: 'Closed before its history was kept.',
        },
      ])
      expect(await cases.case('20261123-0001')).toMatchObject({
        state: 'filed',
        version: 1,
        due: null,
        closedAt: null,
        draft: {
          subject: '路灯不亮\0',
          where: null,
          when: null,
          wish: null,
          contact: null,
          attachments: [],
          tried: ['查过'],
        },
      })
      expect(await cases.case('20261123-0002')).toMatchObject({ state: 'closed', version: 2, closedAt: noon })
      expect(await tickets.find('20261123-0004')).toMatchObject({ kind: 'handover', state: 'closed' })
      expect(await cases.case('20261123-0003')).toBeNull()
      expect(await cases.history('20261123-0003')).toEqual([])
    })

    it('lets the demands of version 1 be found, looked at and gone on with', async () => {
      const opened = await openAtVersion1(ticketsOfVersion1('，很黑'))
      const { cases, tickets } = opened
      const numbers = async (query: object) =>
        (await cases.search({ order: 'newest', limit: 9, ...query })).tickets.map(({ number }) => number)
      expect(await numbers({ words: '路灯 很黑' })).toEqual(['20261123-0002', '20261123-0001'])
      expect(await numbers({ region: ['云汀市'] })).toEqual(['20261123-0001'])
      expect(await numbers({ states: ['closed'] })).toEqual(['20261123-0002'])
      expect((await cases.pending(noon, 9)).map(({ number }) => number)).toEqual(['20261123-0001'])
      await appendTo(opened, await caseOf(opened, '20261123-0001'), { state: 'accepted' })
      expect(await cases.history('20261123-0001')).toHaveLength(2)
      expect((await tickets.file(makeTicket())).number).toBe('20261123-0005')
    })

    it('takes over a thousand demands of version 1', async () => {
      const many = `insert into tickets (number, day, serial, kind, conversation, filed_at, state, draft, reason)
        with recursive counted(serial) as (select 1 union all select serial + 1 from counted where serial < 1203)
        select '20261122-' || (serial + 10000), '20261122', serial, 'ticket', 'c', ${at} + serial, 'filed',
          '{"kind":"report","subject":"s' || serial || '","description":"d","region":null,"tried":[]}', null from counted`
      const { cases } = await openAtVersion1([many])
      expect(await cases.pending(new Date(at * 2), 9999)).toHaveLength(1203)
      const page = await cases.search({ order: 'newest', limit: 1, words: 's1203' })
      expect(page.tickets).toMatchObject([{ number: '20261122-11203', version: 1 }])
    })
  })
}
