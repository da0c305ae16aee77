import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { createStore } from '../../src/store/create-store.ts'
import { makeConversation, makeMessage, makePassage, makeRecord, makeTicket, noon } from './makers.ts'

/** Rows as version 1 of the schema holds them, word for word. They stay readable in every later version. */
const rowsOfVersion1: readonly string[] = [
  `insert into conversations (id, address, language, region, holder, opened_at) values
    ('c', '{"channel":"telegram","user":"4711","thread":"8"}', 'en', '["云汀市","滨江区"]', 'operator', 1795406400123)`,
  `insert into messages (conversation, id, at, text, sender, media, place, spoken, language, settled_at) values
    ('c', 'm', 1795406400123, 'NUL\u001a0000', '{"channel":"telegram","user":"4711"}',
     '[{"kind":"photo","name":"a.jpg","type":"image/jpeg","bytes":1,"url":"https://files.example/1"}]',
     '{"latitude":30.5,"longitude":120.25}', 1, 'zh', 1795406400163)`,
  `insert into passages (key, body) values ('k', '{"id":"p","document":"d.md","title":"t","issuer":null,"section":["s"],"text":"x",
     "units":[{"kind":"row","text":"x","lead":"l","sentences":["x"]}],"before":"","after":"","effective":"2025-01-01","expires":null,
     "region":[],"url":null}')`,
  `insert into exchanges (conversation, message, at, settled_at, text, query, region, kind, outcome, found, writer,
     knowledge_version, trace, reply) values
    ('c', 'm', 1795406400123, 1795406400163, '问', '问', 'null', 'refusal',
     '{"kind":"refusal","phrase":{"id":"refusal","values":{"a":"b"}}}',
     '[{"key":"k","score":1.5,"validity":"in-force","units":[{"score":null,"sentences":[0.5]}]}]',
     '{"name":"extractive","model":null,"promptVersion":null}', 'v', '[{"step":"s","milliseconds":1,"ended":"refusal","fault":null}]',
     '{"message":"m","kind":"refusal","text":"不","sentences":[{"text":"不","marks":[[0,1]],"sources":[]}],"sources":[],"notes":[],
       "choices":[{"label":"l","say":"s"}],"suggestions":[],"call":null,"ticket":null}')`,
  `insert into ticket_days (day, last) values ('20261123', 9999)`,
  `insert into tickets (number, day, serial, kind, conversation, filed_at, state, draft, reason) values
    ('20261123-9999', '20261123', 9999, 'handover', 'c', 1795406400123, 'closed',
     '{"kind":"report","subject":"s","description":"d","region":null,"tried":[]}', 'unanswered')`,
]

describe('rows on the disk', () => {
  let dataFolder: string
  let store: Store
  const inFile = (work: (database: Database.Database) => unknown) => {
    const database = new Database(join(dataFolder, 'civicline.sqlite'))
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
    store = await createStore({ url: null, dataFolder, clock: () => noon })
  })
  afterEach(async () => {
    await store.close()
    rmSync(dataFolder, { recursive: true })
  })

  it('are read as version 1 wrote them', async () => {
    inFile((database) => rowsOfVersion1.forEach((row) => database.exec(row)))
    expect(await store.conversations.find('c')).toEqual({
      id: 'c',
      address: { channel: 'telegram', user: '4711', thread: '8' },
      language: 'en',
      region: ['云汀市', '滨江区'],
      holder: 'operator',
      openedAt: noon,
    })
    expect(await store.conversations.messages('c')).toMatchObject([
      { id: 'm', at: noon, text: 'NUL\0', spoken: true, place: { latitude: 30.5 }, media: [{ bytes: 1 }] },
    ])
    expect(await store.conversations.exchange('c', 'm')).toMatchObject({
      region: null,
      outcome: { kind: 'refusal', phrase: { id: 'refusal', values: { a: 'b' } } },
      passages: [
        {
          id: 'p',
          score: 1.5,
          validity: 'in-force',
          units: [{ text: 'x', lead: 'l', score: 0, sentences: [{ text: 'x', score: 0.5 }] }],
        },
      ],
      trace: [{ step: 's', ended: 'refusal' }],
      reply: { text: '不', choices: [{ say: 's' }] },
    })
    expect(await store.tickets.find('20261123-9999')).toMatchObject({ state: 'closed', reason: 'unanswered' })
  })

  it('number the ten-thousandth ticket of a day with five digits, and list it as the newest', async () => {
    inFile((database) => rowsOfVersion1.forEach((row) => database.exec(row)))
    expect((await store.tickets.file(makeTicket())).number).toBe('20261123-10000')
    expect((await store.tickets.list(2)).map(({ number }) => number)).toEqual(['20261123-10000', '20261123-9999'])
  })

  it('hold the wording of a passage once, however often it is found', async () => {
    await store.conversations.open(makeConversation())
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await store.conversations.accept(makeMessage({ id }))
      await store.conversations.settle(makeRecord({ message: id, passages: [makePassage({ score: index })] }))
    }
    expect(inFile((database) => database.prepare('select count(*) from passages').pluck().get())).toBe(1)
  })

  it('that cannot be read are named, and their text is not', async () => {
    await store.conversations.open(makeConversation())
    await store.conversations.accept(makeMessage({ text: '身份证号在此' }))
    inFile((database) => database.exec(`update messages set media = '秘密', language = 'xx'`))
    const reading = store.conversations.messages('conversation-1')
    await expect(reading).rejects.toThrow('A row of messages cannot be read: media (custom), language (invalid_value).')
  })

  it('stay consistent when two stores write to the same file', async () => {
    const open = () => createStore({ url: null, dataFolder, clock: () => noon, patience: 20_000 })
    const [one, other] = [await open(), await open()]
    const filing = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? one : other).tickets.file(makeTicket()))
    const numbers = (await Promise.all(filing)).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(60)
    expect(await other.tickets.list(100)).toHaveLength(60)
    await Promise.all([one.close(), other.close()])
  })
})
