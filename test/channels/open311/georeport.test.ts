import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import * as wire from '../../../channels/open311/wire.ts'
import type { Actor } from '../../../src/core/ticket-life.ts'
import { makeJpeg } from '../../attachments/make-pictures.ts'
import { openOpen311 } from '../../../src/open-open311.ts'
import { finder } from '../../tickets/duplicates/make-demand.ts'
import { catalogue, data, emergency, jurisdiction, lights, openCity, type City, type Reply } from './open-city.ts'
import * as spec from './specification.ts'

let city: City
let key: string
beforeEach(async () => {
  city = await openCity()
  key = await city.key('open311:write')
})
afterEach(() => city.close())

const report = (change: Record<string, string> = {}) => ({
  ...{ api_key: key, jurisdiction_id: jurisdiction, service_code: lights, lat: '30.24153', long: '120.17562' },
  ...{ address_string: '滨江区新河路 8 号', description: '路灯三天没亮了，晚上很黑。' },
  ...{ first_name: '小明', last_name: '王', phone: '13800000000', email: 'wang@example.org', account_id: 'app-7' },
  ...change,
})
async function file(change: Record<string, string> = {}): Promise<string> {
  const reply = await city.post('requests.json', report(change))
  expect(reply).toMatchObject({ status: 200 })
  return String(reply.json[0]?.['service_request_id'])
}
const errorOf = ({ status, text }: Reply) => {
  const [error] = z.array(spec.error).length(1).parse(JSON.parse(text))
  expect(error?.code).toBe(status)
  return { status, description: error?.description ?? '' }
}
const desk: Actor = { role: 'operator', id: 'operator-1' }

describe('GeoReport v2 as a client meets it', () => {
  it('says where it is and how to get a key, above its version and in it', async () => {
    const root = city.base.replace(/\/v2$/u, '')
    for (const path of [`${root}/discovery`, `${city.base}/discovery`]) {
      const [json, xml] = [await city.get(`${path}.json`), await city.get(`${path}.xml`)]
      const { endpoints } = spec.discovery.parse(JSON.parse(json.text))
      expect(endpoints[0]).toMatchObject({ url: city.base, formats: ['text/xml', 'application/json'] })
      expect(spec.readXml(xml.text, 'discovery')).toEqual(spec.asXml(json.text))
    }
  })

  it('lists services, in both languages, and defines each', async () => {
    const chinese = z
      .array(spec.service)
      .min(300)
      .parse((await city.get('services.json')).json)
    const english = z.array(spec.service).parse((await city.get('services.json?locale=en')).json)
    const byHeader = (await city.get('services.json', { 'accept-language': 'en-GB,en;q=0.9' })).json
    expect(byHeader).toEqual(english)
    const [zh, en] = [chinese, english].map((all) => all.find((each) => each.service_code === lights))
    expect(zh?.service_name).toMatch(/路灯/u)
    expect(en?.service_name).toMatch(/lamp/iu)
    expect(zh?.keywords).toMatch(/lamp/iu)
    expect(new Set(chinese.map((each) => each.service_code)).size).toBe(chinese.length)
    const [json, xml] = [await city.get(`services/${lights}.json`), await city.get(`services/${lights}.xml`)]
    expect(spec.definition.parse(JSON.parse(json.text)).service_code).toBe(lights)
    expect(spec.readXml(xml.text, 'service_definition')).toEqual(spec.asXml(json.text))
  })

  it('offers nothing by this slow way that the emergency services deal with', async () => {
    expect((await city.get('services.json')).json.map((each) => each['service_code'])).not.toContain(emergency)
    expect(errorOf(await city.get(`services/${emergency}.json`)).status).toBe(404)
    expect(errorOf(await city.post('requests.json', report({ service_code: emergency }))).status).toBe(404)
  })

  it('files a request under the class that was chosen, gives it to a department, and shows its sender all of it', async () => {
    const posted = await city.post(
      'requests.json',
      report({ 'attribute[wish]': '尽快修好', 'attribute[pole]': 'A-17' }),
    )
    const [answer] = z.array(spec.created).length(1).parse(posted.json)
    expect(answer).toMatchObject({ account_id: 'app-7', service_notice: expect.stringMatching(/^由.+办理。$/u) })
    const number = answer?.service_request_id ?? ''
    const ticket = await city.store.cases.case(number)
    expect(ticket).toMatchObject({ state: 'dispatched', subject: lights })
    expect(ticket?.draft).toMatchObject({
      kind: 'request',
      wish: '尽快修好',
      contact: { wish: 'named', name: '王小明', phone: '13800000000', email: 'wang@example.org' },
      where: {
        said: '滨江区新河路 8 号',
        region: ['云汀市', '滨江区'],
        point: { latitude: 30.24153, longitude: 120.17562 },
      },
    })
    expect(ticket?.draft.description).toBe('路灯三天没亮了，晚上很黑。\npole: A-17')
    const read = await city.get(`requests/${number}.json?api_key=${key}`)
    const [own] = z.array(spec.request).length(1).parse(read.json)
    expect(own).toMatchObject({
      ...{ service_request_id: number, status: 'open', service_code: lights, address: '滨江区新河路 8 号' },
      ...{ requested_datetime: '2026-11-23T01:30:00Z', lat: 30.24153, long: 120.17562 },
      agency_responsible: expect.stringMatching(/\p{Script=Han}/u),
    })
    expect(read.text).not.toMatch(/13800000000|wang@example/u)
    const address = (await city.store.conversations.find(ticket?.conversation ?? ''))?.address
    expect(address).toMatchObject({ channel: 'open311', user: key.split('_')[1] })
  })

  it('says the same in XML as in JSON, whatever signs a citizen writes', async () => {
    const number = await file({
      description: '<b>"5 & 6" ]]></b> \u0008\u{1F4A1}\nline two',
      address_string: "O'Neill & Söhne <1>",
    })
    for (const path of ['requests', `requests/${number}`]) {
      const [json, xml] = [
        await city.get(`${path}.json?api_key=${key}`),
        await city.get(`${path}.xml?api_key=${key}&locale=zh`),
      ]
      expect([json.type, xml.type]).toEqual(['application/json; charset=utf-8', 'text/xml; charset=utf-8'])
      z.array(spec.request).length(1).parse(json.json)
      expect(spec.readXml(xml.text, 'service_requests')).toEqual(spec.asXml(json.text.replace('\\b', '')))
    }
    const posted = await city.post('requests.xml', report())
    expect(posted.type).toBe('text/xml; charset=utf-8')
    const [request] = z.array(z.record(z.string(), z.string())).parse(spec.readXml(posted.text, 'service_requests'))
    expect(request?.['service_request_id']).toMatch(/^20261123-\d{4}$/u)
    expect(spec.readXml((await city.get('requests.xml?status=closed')).text, 'service_requests')).toEqual([])
  })

  it('says at once what to do where somebody may be in danger', async () => {
    const [posted] = (await city.post('requests.json?locale=en', report({ description: '灯杆漏电，很多孩子经过。' })))
      .json
    expect(posted?.['service_notice']).toMatch(/110, 119 or 120/u)
  })

  it('joins what the same person reports again to the request that there is, and says so', async () => {
    await city.close()
    city = await openCity({ duplicates: finder })
    key = await city.key('open311:write')
    const number = await file()
    city.now = new Date(city.now.getTime() + 3 * 24 * 60 * 60 * 1000)
    const again = report({ description: '路灯还是不亮，三天前报过了，晚上很黑。' })
    const [posted] = (await city.post('requests.json', again)).json
    expect(posted).toMatchObject({ service_request_id: number })
    expect(posted?.['service_notice']).toContain('已经反映过')
    const other = report({
      description: '路灯还是不亮，三天前报过了，晚上很黑。',
      phone: '13911112222',
      email: 'li@example.org',
    })
    expect((await city.post('requests.json', other)).json[0]?.['service_request_id']).not.toBe(number)
  })

  it('tells its sender what was answered, and closes with the demand', async () => {
    const number = await file()
    const lead = (await city.store.cases.case(number))?.assignment?.lead ?? ''
    await city.execute(number, { kind: 'take', by: { role: 'department', id: lead } })
    await city.execute(number, {
      kind: 'reply',
      by: { role: 'department', id: lead },
      text: '已换灯泡，王先生可放心。',
      attachments: [],
    })
    const [own] = (await city.get(`requests/${number}.json?api_key=${key}`)).json
    const [others] = (await city.get(`requests/${number}.json`)).json
    expect(own?.['status_notes']).toBe('已换灯泡，王先生可放心。')
    expect(others?.['status_notes']).toBe('已有答复，等待诉求人确认是否解决。')
    city.now = new Date('2026-11-24T10:00:00+08:00')
    await city.execute(number, { kind: 'withdraw', by: desk, reason: '修好了' })
    const [closed] = z.array(spec.request).parse((await city.get(`requests/${number}.json`)).json)
    expect(closed).toMatchObject({ status: 'closed', updated_datetime: '2026-11-24T02:00:00Z', service_notice: null })
  })
})

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1 and fits what is answered', async () => {
    const [document] = (await city.get(new URL('/openapi.json', city.base).href)).json
    expect(await new Validator().validate(document ?? {})).toMatchObject({ valid: true })
    const number = await file()
    z.array(z.strictObject(wire.service.shape)).parse((await city.get('services.json')).json)
    z.strictObject(wire.serviceDefinition.shape).parse(JSON.parse((await city.get(`services/${lights}.json`)).text))
    z.array(z.strictObject(wire.serviceRequest.shape))
      .length(1)
      .parse((await city.get('requests.json')).json)
    z.array(z.strictObject(wire.created.shape)).parse((await city.post('requests.json', report())).json)
    z.strictObject(wire.discovery.shape).parse(JSON.parse((await city.get('discovery.json')).text))
    expect(number).toMatch(/^20261123-/u)
  })

  it('and the interface itself are not there where nobody has given the place its name', () => {
    const { store, now } = city
    const rest = { publicUrl: null, region: null, store, catalogue, data, clock: () => now, log: () => undefined }
    expect(openOpen311({ open311: null, ...rest })).toEqual([])
  })
})

describe('what a request must have', () => {
  it.each([
    ['no-place', { lat: '', long: '', address_string: '' }, /地点/u],
    ['half a position', { lat: '' }, /lat/u],
    ['a position off the earth', { lat: '95' }, /lat/u],
    ['no service', { service_code: '' }, /service_code/u],
    ['more words than are taken', { description: '长'.repeat(4001) }, /4000/u],
    ['media without an address', { media_url: 'javascript:alert(1)' }, /media_url/u],
    ['a value that is not offered', { 'attribute[kind]': 'rant' }, /kind/u],
    ['no moment', { 'attribute[occurred]': 'yesterday' }, /occurred/u],
  ])('is refused with 400 and by name: %s', async (_, change, words) => {
    const { status, description } = errorOf(await city.post('requests.json', report(change)))
    expect(status).toBe(400)
    expect(description).toMatch(words)
    expect((await city.get('requests.json')).json).toEqual([])
  })

  it('is not more than that: an address, an address id or a position alone will do', async () => {
    const bare = { api_key: key, service_code: lights }
    for (const place of [{ address_string: 'Xinhe Road' }, { address_id: '545483' }, { lat: '30.2', long: '120.1' }])
      expect((await city.post('requests.json', { ...bare, ...place })).status).toBe(200)
    const [last] = (await city.get(`requests.json?api_key=${key}`)).json
    expect(last?.['description']).toMatch(/路灯/u)
  })

  it('reads every way to write attributes, and keeps what a citizen wants kept', async () => {
    const body = new URLSearchParams(report())
    for (const [name, value] of [
      ['attribute[kind]', 'report'],
      ['attribute[contact_wish]', 'anonymous'],
      ['attribute[occurred]', '2026-11-20T21:30+0800'],
      ['attribute[colours][]', 'red'],
      ['attribute[colours][]', 'blue'],
    ] as const)
      body.append(name, value)
    const [answer] = (await city.post('requests.json', Object.fromEntries(body))).json
    expect(answer).toBeDefined()
    const raw = await fetch(`${city.base}/requests.json`, { method: 'POST', body })
    const [posted] = z.array(spec.created).parse(await raw.json())
    const draft = (await city.store.cases.case(posted?.service_request_id ?? ''))?.draft
    expect(draft).toMatchObject({
      kind: 'report',
      contact: { wish: 'anonymous', name: null, phone: null, email: null },
      when: { from: new Date('2026-11-20T21:30:00+08:00') },
    })
    expect(draft?.description).toContain('colours: red, blue')
  })

  it('is a key for filing, and the right one where one is sent', async () => {
    const reading = await city.key('open311:read')
    const wrong = `cvl_${'0'.repeat(12)}_${'0'.repeat(48)}`
    for (const api_key of ['', wrong, 'xyz', reading])
      expect(errorOf(await city.post('requests.json', report({ api_key }))).status, api_key).toBe(403)
    expect(errorOf(await city.get(`requests.json?api_key=${wrong}`)).status).toBe(403)
    expect((await city.get(`requests.json?api_key=${reading}`)).status).toBe(200)
    const id = key.split('_')[1] ?? ''
    await city.store.keys.revoke(id, city.now)
    expect(errorOf(await city.post('requests.json', report())).status).toBe(403)
    const xml = await city.post('requests.xml', report())
    expect(spec.readXml(xml.text, 'errors')).toEqual([{ code: '403', description: expect.stringContaining('api_key') }])
  })

  it('is a key before too much is sent for nothing', async () => {
    const parts = () => {
      const form = new FormData()
      form.append('media', new Blob([new Uint8Array(2 ** 21)]), 'large.jpg')
      return form
    }
    const answers: number[] = []
    for (let sent = 0; sent < 55; sent += 1) answers.push((await city.post('requests.json', parts())).status)
    expect([answers[0], answers.at(-1)]).toEqual([403, 429])
    expect((await city.get('requests.json')).status).toBe(200)
  })

  it('takes no password of a proxy in front for a key', async () => {
    expect((await city.get('requests.json', { authorization: 'Basic dXNlcjpwYXNz' })).status).toBe(200)
  })

  it('takes the key from the address or the header as well', async () => {
    const bare = report({ api_key: '' })
    expect((await city.post(`requests.json?api_key=${key}`, bare)).status).toBe(200)
    const init = { method: 'POST', body: new URLSearchParams(bare), headers: { authorization: `Bearer ${key}` } }
    expect((await fetch(`${city.base}/requests.json`, init)).status).toBe(200)
  })

  it('finds nothing at other addresses, in other formats, by other methods and for other cities', async () => {
    for (const path of [
      'requests/20200101-0001.json',
      'requests/x.json',
      'services/999999.json',
      'tokens/x.json',
      'nothing.json',
    ])
      expect(errorOf(await city.get(path)).status, path).toBe(404)
    for (const path of ['services.json', 'requests.json', `services/${lights}.json`])
      expect(errorOf(await city.get(`${path}?jurisdiction_id=elsewhere.example`)).status, path).toBe(404)
    expect(errorOf(await city.post('requests.json', report({ jurisdiction_id: 'elsewhere.example' }))).status).toBe(404)
    expect((await city.get(`services.json?jurisdiction_id=`)).status).toBe(200)
    for (const path of ['services.yaml', 'requests', 'services.html']) expect((await city.get(path)).status).toBe(406)
    expect(errorOf(await city.post('services.json', report())).status).toBe(405)
    expect(errorOf(await city.post('requests.json', '{"service_code":1}')).status).toBe(400)
  })
})

describe('lists of requests', () => {
  it('are narrowed by number, class, state and time, and come in pages', async () => {
    const numbers: string[] = []
    for (let day = 1; day <= 5; day += 1) {
      city.now = new Date(`2026-11-0${day}T10:00:00+08:00`)
      numbers.push(await file())
    }
    city.now = new Date('2026-11-23T09:30:00+08:00')
    await city.execute(numbers[0] ?? '', { kind: 'withdraw', by: desk, reason: '修好了' })
    const found = async (query: string) =>
      (await city.get(`requests.json?${query}`)).json.map((each) => numbers.indexOf(String(each['service_request_id'])))
    expect(await found('')).toEqual([4, 3, 2, 1, 0])
    expect(await found('page_size=2&page=2')).toEqual([2, 1])
    expect(await found(`page_size=2&page=2&service_code=${lights}`)).toEqual([2, 1])
    expect(await found('page=9&page_size=2')).toEqual([])
    expect(await found('status=open')).toEqual([4, 3, 2, 1])
    expect(await found('status=closed')).toEqual([0])
    expect(await found('status=open,closed')).toHaveLength(5)
    expect(await found(`service_code=999999,${lights}`)).toHaveLength(5)
    expect(await found('service_code=999999')).toEqual([])
    expect(await found('start_date=2026-11-02T02:00:00Z&end_date=2026-11-03T02:00:00Z')).toEqual([2, 1])
    expect(await found('start_date=2026-11-02T10:00:00+08:00&end_date=2026-11-03T10:00:00+08:00')).toEqual([2, 1])
    expect(await found(`service_request_id=${numbers[3]},nothing,${numbers[0]}&status=open`)).toEqual([3, 0])
    city.now = new Date('2027-03-01T09:30:00+08:00')
    expect(await found('')).toEqual([])
    expect(await found('start_date=2026-11-04T00:00:00Z')).toEqual([4, 3])
    expect(await found('end_date=2026-11-02T00:00:00Z')).toEqual([0])
  })

  it.each([
    'status=fixed',
    'start_date=yesterday',
    'start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z',
    'page=0',
    'page_size=-1',
    'page=99999&page_size=1000',
  ])('are not made for %s', async (query) => {
    expect(errorOf(await city.get(`requests.json?${query}`)).status).toBe(400)
  })
})

describe('what everybody may read', () => {
  it('says what a demand is about, but not who wrote it, in which house or exactly where', async () => {
    const mine = await file({
      description: '我是王小明，电话13800000000，路灯不亮。',
      address_string: '滨江区新河路8号3幢402室',
    })
    const other = await city.key('open311:write')
    for (const query of ['', `?api_key=${other}`, `?api_key=${await city.key('open311:read')}`]) {
      const [shown] = z.array(spec.request).parse((await city.get(`requests/${mine}.json${query}`)).json)
      expect(shown).toMatchObject({ lat: 30.242, long: 120.176, media_url: null, service_code: lights })
      expect(shown?.description).toContain('路灯不亮')
      expect(shown?.description).not.toMatch(/13800000000|王小明/u)
      expect(shown?.address).toBe('云汀市滨江区新河路')
    }
  })

  it.each([
    ['is confidential', { contact: { wish: 'confidential', name: null, phone: null, email: null } } as const],
    ['is anonymous', { contact: { wish: 'anonymous', name: null, phone: null, email: null } } as const],
    ['is a complaint', { kind: 'complaint' } as const],
    ['is a question', { kind: 'consultation' } as const],
  ])('is the class, the state and the district alone where a demand %s', async (_, change) => {
    const where = { said: '新河路 8 号', region: ['云汀市', '滨江区'], point: { latitude: 30.2, longitude: 120.1 } }
    const number = await city.chat({ contact: null, ...change, where, description: '邻居老李半夜唱歌。' })
    const [shown] = z.array(spec.request).parse((await city.get(`requests/${number}.json`)).json)
    expect(shown).toMatchObject({ description: null, address: '云汀市滨江区', lat: null, long: null, status: 'open' })
  })

  it('has no handovers to persons', async () => {
    const { number } = await city.store.tickets.file({
      ...{ kind: 'handover', conversation: 'conversation-1', filedAt: city.now, reason: 'asked-for' },
      draft: (await city.store.cases.case(await city.chat({})))?.draft ?? expect.fail(),
    })
    expect((await city.get(`requests/${number}.json`)).status).toBe(404)
    expect((await city.get('requests.json')).text).not.toContain(number)
    expect((await city.get(`requests.json?service_request_id=${number}`)).json).toEqual([])
  })
})

describe('media', () => {
  const form = (files: readonly [string, Blob, string][]) => {
    const parts = new FormData()
    for (const [name, value] of Object.entries(report())) parts.append(name, value)
    for (const [field, blob, name] of files) parts.append(field, blob, name)
    return parts
  }
  const jpeg = () => new Blob([new Uint8Array(makeJpeg())], { type: 'image/jpeg' })

  it('come with the form, are checked, and are shown to their sender', async () => {
    const [posted] = (await city.post('requests.json', form([['media', jpeg(), '路灯.jpg']]))).json
    const number = String(posted?.['service_request_id'])
    expect((await city.store.cases.case(number))?.draft.attachments).toMatchObject([
      { kind: 'photo', name: '路灯.jpg' },
    ])
    const [own] = z.array(spec.request).parse((await city.get(`requests/${number}.json?api_key=${key}`)).json)
    const picture = await fetch(own?.media_url ?? '')
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const [others] = (await city.get(`requests/${number}.json`)).json
    expect(others?.['media_url']).toBeNull()
    expect((await city.get(`media/${number}/${number}`)).status).toBe(404)
  })

  it('that cannot be taken are refused in words, and nothing is filed', async () => {
    const script = new Blob(['MZ\u0090\0'], { type: 'image/jpeg' })
    const files: [string, Blob, string][] = [
      ['media', jpeg(), 'a.jpg'],
      ['media', script, 'b.jpg'],
    ]
    const { status, description } = errorOf(await city.post('requests.json', form(files)))
    expect(status).toBe(400)
    expect(description).not.toBe('')
    expect((await city.get('requests.json')).json).toEqual([])
  })

  it('elsewhere are passed on as an address, not fetched', async () => {
    const number = await file({ media_url: 'http://127.0.0.1:1/photo.jpg' })
    expect((await city.store.cases.case(number))?.draft.description).toContain('http://127.0.0.1:1/photo.jpg')
  })
})

describe('a filing that takes long', () => {
  it('gives a token at once, and its number when it is there', async () => {
    await city.close()
    let release: () => void = () => undefined
    const before = new Promise<void>((resolve) => (release = resolve))
    city = await openCity({ before, patience: 20 })
    key = await city.key('open311:write')
    const posted = await city.post('requests.json', report())
    const [answer] = z.array(spec.created).length(1).parse(posted.json)
    const token = answer?.token ?? ''
    const waiting = await city.get(`tokens/${token}.json`)
    expect(z.array(spec.tokenAnswer).parse(waiting.json)).toEqual([{ token }])
    release()
    const read = async () => (await city.get(`tokens/${token}.json`)).json[0]
    await expect.poll(read).toMatchObject({ token, service_request_id: expect.stringMatching(/^20261123-\d{4}$/u) })
    const [json, xml] = [await city.get(`tokens/${token}.json`), await city.get(`tokens/${token}.xml`)]
    expect(spec.readXml(xml.text, 'service_requests')).toEqual(spec.asXml(json.text))
  })
})
