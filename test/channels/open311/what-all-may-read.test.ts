import { describe, expect, it } from 'vitest'
import { whatAllMayRead } from '../../../channels/open311/what-all-may-read.ts'
import { justFiled, type TicketCase } from '../../../src/core/ticket-life.ts'
import type { TicketDraft } from '../../../src/core/ticket.ts'
import { findPersonalData } from '../../../src/steps/find-personal-data.ts'
import { makeDraft } from '../../store/makers.ts'

const mask = (text: string) => findPersonalData(text).text
const region = ['云汀市', '滨江区']
const filed = (draft: Partial<TicketDraft>): TicketCase => ({
  ...justFiled,
  ...{ number: '20261123-0001', kind: 'ticket', conversation: 'c', filedAt: new Date(0), state: 'filed', reason: null },
  draft: makeDraft({ kind: 'request', contact: null, region, ...draft }),
})
const streetOf = (said: string) => whatAllMayRead(filed({ where: { said, region, point: null } }), mask).street

describe('what everybody may read of a place', () => {
  it.each([
    ['滨江区新河路8号3幢402室', '新河路'],
    ['云汀市滨江区新河路8号', '新河路'],
    ['新河路与江陵路交叉口', '新河路与江陵路交叉口'],
    ['阳光小区十二号楼二单元', '阳光小区'],
    ['江南大道588号B座1203', '江南大道'],
    ['人民公园东门', '人民公园东门'],
    ['12 Xinhe Road, Flat 3', 'Xinhe Road'],
    ['Xinhe Road, Apt. 4B', 'Xinhe Road'],
    ['30.24153, 120.17562', ''],
    ['address_id 545483', ''],
  ])('is the street and not the house: %s', (said, street) => {
    expect(streetOf(said)).toBe(street)
  })

  it('is a position of three decimals, about a hundred metres', () => {
    const where = { said: '新河路', region, point: { latitude: 30.241533, longitude: -120.175622 } }
    expect(whatAllMayRead(filed({ where }), mask).point).toEqual({ latitude: 30.242, longitude: -120.176 })
  })
})

describe('what everybody may read of the words', () => {
  it('has neither numbers of persons nor links to their photos', () => {
    const description = '路灯不亮，打 13800000000 找我。\n随附的照片或录像：https://photos.example/1.jpg'
    const told = whatAllMayRead(filed({ description }), mask).description
    expect(told).toContain('路灯不亮')
    expect(told).not.toMatch(/13800000000|photos\.example/u)
  })
})
