import { describe, expect, it } from 'vitest'
import { asked, converse, intake, told } from './make-intake.ts'

const asking = (...said: [string, ...string[]]) => asked(converse(...said)).asking
const draft = (...said: [string, ...string[]]) => asked(converse(...said)).draft

describe('an intake', () => {
  it('asks what happened where nothing is told yet', () => {
    expect(asking('我要投诉')).toBe('what')
    expect(asking('登记工单')).toBe('what')
    expect(asking('I want to complain')).toBe('what')
  })

  it('asks for the place of a street lamp, and not for a time', () => {
    expect(asking('路灯坏了没人修')).toBe('where')
    expect(asking('路灯坏了没人修', '沿江路和解放路路口')).toBe('contact')
  })

  it('names the matter by its first clause, with whose it is', () => {
    expect(draft('我们小区门口路灯坏了三天了，晚上黑得要命，我要投诉').subject).toBe('我们小区门口路灯坏了三天了')
    expect(draft('我家楼上天天装修').subject).toBe('我家楼上天天装修')
    expect(draft('你好，我想投诉烧烤店油烟太大').subject).toBe('烧烤店油烟太大')
  })

  it('asks for neither place nor time of a suggestion', () => {
    expect(asking('我建议公交车晚点收班')).toBe('contact')
  })

  it('asks a complaint for place, time, wish and contact, one at a time', () => {
    const said = ['我要投诉烧烤店油烟太大', '沿江路18号', '每天晚上', '让他装个净化器', '匿名'] as const
    expect(said.map((_, index) => asking(said[0], ...said.slice(1, index + 1)))).toEqual([
      'where',
      'when',
      'wish',
      'contact',
      'confirm',
    ])
  })

  it('keeps nothing of an answer that somebody would rather not give', () => {
    const kept = draft('我要投诉烧烤店油烟太大', '不方便说', '不方便说', '不太方便透露')
    expect([kept.where, kept.when, kept.wish]).toEqual([null, null, null])
  })

  it('asks once more where an answer cannot be read, and keeps nothing of it', () => {
    const move = converse('我要投诉烧烤店油烟太大', 'asdf')
    expect(move).toMatchObject({ phrase: { id: 'intake.unreadable' }, intake: { asking: 'where' } })
    expect(draft('我要投诉烧烤店油烟太大', 'asdf', '啊啊啊').where).toBeNull()
    expect(asking('我要投诉烧烤店油烟太大', 'asdf', '啊啊啊')).toBe('when')
    expect(draft('我要投诉烧烤店油烟太大', '新河路8号', 'asdf').when).toBeNull()
    expect(asking('登记工单', 'asdf', 'asdf', 'asdf')).toBe('what')
    const read = converse('路灯坏了没人修', '新河路8号', '匿名', 'qwer')
    expect(asked(read)).toMatchObject({ asking: 'confirm', draft: { description: '路灯坏了没人修' } })
  })

  it('asks no more about the matter of whoever had no answer twice, but how to reach them', () => {
    expect(asking('我要投诉烧烤店油烟太大', '不知道', '记不清了')).toBe('contact')
    expect(asking('我要投诉烧烤店油烟太大', '不知道', '记不清了', '匿名')).toBe('confirm')
  })

  it('begins anew about the matter that was meant, and keeps how to reach the person', () => {
    const now = asked(
      converse('我要投诉烧烤店油烟太大，电话〔电话1〕', '新河路8号', '不是这个，我要投诉的是物业不修电梯'),
    )
    expect(now).toMatchObject({
      asking: 'where',
      draft: { subject: '物业不修电梯', where: null, contact: { phone: '〔电话1〕' } },
    })
    expect(JSON.stringify(now)).not.toContain('烧烤')
  })

  it('sets other matters aside, and files with them', () => {
    const said = ['我要投诉烧烤店油烟太大，还有一件事，小区垃圾没人收', '新河路8号', '另外我还要反映路灯不亮'] as const
    expect(converse(said[0])).toMatchObject({ phrase: { id: 'intake.others' }, intake: { asking: 'where' } })
    expect(asking(...said)).toBe('when')
    const filed = converse(...said, '昨晚', '赔偿', '匿名', '确认登记')
    expect(filed).toMatchObject({ kind: 'file', others: ['小区垃圾没人收', '反映路灯不亮'] })
    expect(JSON.stringify(filed.kind === 'file' ? filed.draft : null)).not.toMatch(/垃圾|路灯/u)
  })

  it('keeps what was set aside when the matter is another one, which may name others itself', () => {
    const said = [
      '我要投诉烧烤店油烟太大，还有一件事，小区垃圾没人收',
      '不是这个，我要投诉的是物业不修电梯，还有一件事，路灯不亮',
    ] as const
    expect(asked(converse(...said))).toMatchObject({ draft: { subject: '物业不修电梯' } })
    expect(asked(converse(...said)).others).toEqual(['小区垃圾没人收', '路灯不亮'])
  })

  it('keeps out of the description how to reach the person, also where that comes with the reading back', () => {
    const late = draft('路灯坏了没人修', '新河路8号', '匿名', '算了还是留吧，我叫〔姓名1〕，〔电话1〕')
    const plain = draft('路灯坏了没人修', '新河路8号', '留电话', '不留了', '我叫〔姓名1〕，电话〔电话1〕')
    expect(plain).toMatchObject({ description: '路灯坏了没人修', contact: { name: '〔姓名1〕', phone: '〔电话1〕' } })
    const english = draft(
      'The street light is broken',
      'Tingyu Road 88',
      'no',
      'confidential, my name is 〔姓名1〕, 〔电话1〕',
    )
    expect(english).toMatchObject({ description: 'The street light is broken', contact: { wish: 'confidential' } })
    expect(late.contact).toMatchObject({ wish: 'confidential', name: '〔姓名1〕', phone: '〔电话1〕' })
  })

  it('takes the time out of an answer to where', () => {
    const cab = draft('I want to complain about a taxi driver', 'yesterday at 5 pm from the railway station')
    expect(cab).toMatchObject({ where: { said: 'the railway station' }, when: { said: 'yesterday at 5 pm' } })
    const grill = draft('我要投诉烧烤店油烟太大', '昨晚十点，在新河路8号门口')
    expect(grill).toMatchObject({ where: { said: '新河路8号门口' }, when: { said: '昨晚十点' } })
  })

  it('keeps what is told where it asked how to reach the person, and asks that once more', () => {
    const said = ['路灯坏了没人修', '新河路8号', '旁边那一排树也把光全挡住了'] as const
    expect(draft(...said).description).toBe('路灯坏了没人修\n旁边那一排树也把光全挡住了')
    expect(asking(...said)).toBe('contact')
  })

  it('says why it asks, and asks again', () => {
    for (const why of ['什么意思', '为什么要问这个', 'why do you ask?'])
      expect(converse('我要投诉烧烤店油烟太大', why)).toMatchObject({
        ...{ phrase: { id: 'intake.why' }, intake: { asking: 'where' } },
      })
  })

  it('asks nobody how to reach them who said it for an earlier demand', () => {
    const contact = { wish: 'named', name: null, phone: '〔电话1〕', email: null } as const
    const begun = asked(intake.begin(told('路灯坏了没人修', { contact })))
    expect(asked(intake.goOn(begun, told('新河路8号')))).toMatchObject({ asking: 'confirm', draft: { contact } })
  })

  it('takes a time for a time where it asked for a wish, and asks for that once more', () => {
    const said = ['我要投诉：新河路8号的烧烤店油烟太大', '每天晚上'] as const
    const first = asked(intake.begin(told(said[0])))
    const next = asked(intake.goOn({ ...first, asking: 'wish', asked: ['when', 'wish'] }, told('昨天晚上')))
    expect(next).toMatchObject({ asking: 'wish', draft: { wish: null, when: { said: '昨天晚上' } } })
  })

  it('takes several facts from one sentence and asks for the rest only', () => {
    const one = '昨晚十一点多滨江区沿江路18号的烧烤店油烟太大，希望让他装净化器，我叫〔姓名1〕，电话〔电话1〕'
    expect(asked(intake.begin(told(one)))).toMatchObject({
      asking: 'confirm',
      draft: {
        kind: 'complaint',
        where: { said: '滨江区沿江路18号', region: ['云汀市', '滨江区'] },
        when: { said: '昨晚十一点多', from: new Date('2026-11-22T23:00:00+08:00'), repeats: false },
        wish: '让他装净化器',
        contact: { wish: 'named', name: '〔姓名1〕', phone: '〔电话1〕' },
      },
    })
  })

  it('asks once more for the spot where only a district is told', () => {
    const move = converse('路灯坏了没人修', '滨江区')
    expect(move).toMatchObject({ kind: 'ask', phrase: { id: 'intake.ask.spot', values: { place: '滨江区' } } })
    expect(draft('路灯坏了没人修', '滨江区', '沿江路小学门口').where?.said).toBe('滨江区沿江路小学门口')
  })

  it('offers the districts of the city as places', () => {
    expect(converse('路灯坏了没人修')).toMatchObject({
      choices: [{ label: '滨江区' }, { label: '云麓区' }, { label: '青禾县' }, { label: 'intake.unknown' }],
    })
  })

  it('takes the position that came with the message as the place', () => {
    const point = { latitude: 30.25, longitude: 120.2 }
    const move = intake.goOn(asked(converse('路灯坏了没人修')), told('就在这里', { point }))
    expect(asked(move)).toMatchObject({ asking: 'contact', draft: { where: { point } } })
  })

  it.each(['不知道', '记不清了', '我哪知道', '跳过', "I don't know"])('takes "%s" for an answer', (text) => {
    expect(asking('我要投诉烧烤店油烟太大', '沿江路18号', text)).toBe('wish')
  })

  it('keeps what was said of a time that cannot be read', () => {
    expect(draft('我要投诉烧烤店油烟太大', '沿江路18号', '开学那阵').when).toEqual({
      said: '开学那阵',
      from: null,
      to: null,
      repeats: false,
    })
  })

  it('corrects a building in the answer before, and asks again what was asked', () => {
    const corrected = asked(converse('我要投诉楼上漏水', '幸福小区三号楼二单元', '不是三号楼，是五号楼'))
    expect(corrected.draft.where?.said).toBe('幸福小区五号楼二单元')
    expect(corrected.asking).toBe(asking('我要投诉楼上漏水', '幸福小区三号楼二单元'))
  })

  it('corrects the time in any turn', () => {
    const said = ['我要投诉烧烤店油烟太大', '沿江路18号', '昨天晚上', '让他装净化器'] as const
    expect(draft(...said, '时间说错了，是前天').when).toMatchObject({ from: new Date('2026-11-21T00:00:00+08:00') })
    expect(draft(...said, '匿名', '时间改成前天').when?.said).toBe('前天')
  })

  it('corrects what kind of matter it is', () => {
    expect(draft('我要投诉公交站没有座椅', '不是投诉，是建议').kind).toBe('suggestion')
  })

  it.each([
    ['改时间', 'when'],
    ['修改地点', 'where'],
    ['change the place', 'where'],
    ['电话不对', 'contact'],
  ])('asks anew for one part on "%s" when it reads the draft back', (text, part) => {
    expect(asking('我要投诉烧烤店油烟太大', '沿江路18号', '昨天', '装净化器', '匿名', text)).toBe(part)
  })

  it.each(['确认登记', '对的提交吧', '嗯对', '是的，谢谢您', 'Yes, please file it', 'Looks good'])(
    'files on "%s" after reading back',
    (text) => {
      expect(converse('我建议公交车晚点收班', '匿名', text)).toMatchObject({
        kind: 'file',
        draft: { kind: 'suggestion', contact: { wish: 'anonymous' } },
      })
    },
  )

  it('asks what is wrong when the draft is declined without a word', () => {
    expect(converse('我建议公交车晚点收班', '匿名', '不对')).toMatchObject({ phrase: { id: 'intake.ask.change' } })
  })

  it('adds what is told after the reading back, and reads back again', () => {
    const added = asked(converse('我建议公交车晚点收班', '匿名', '还有，夜班车也该加几趟'))
    expect(added).toMatchObject({ asking: 'confirm', draft: { description: expect.stringContaining('夜班车') } })
  })

  it.each(['算了', '不登记了', '哦他们停了，那算了，不用投诉了', 'never mind', 'cancel it'])(
    'is left on "%s"',
    (text) => {
      expect(converse('我要投诉烧烤店油烟太大', text)).toEqual({ kind: 'leave', rest: '' })
    },
  )

  it.each(['你们一般多久能处理？', '到底几点以后不让施工', 'How long does it take?', '谢谢'])(
    'lets "%s" be answered by others',
    (text) => expect(converse('我要投诉烧烤店油烟太大', text)).toEqual({ kind: 'pass' }),
  )

  it('explains what happens to personal data and asks again', () => {
    expect(converse('我建议公交车晚点收班', '会不会泄露我的信息？')).toMatchObject({
      kind: 'ask',
      phrase: { id: 'intake.contact.explained' },
      intake: { asking: 'contact' },
    })
  })

  it('asks for the number of whoever wants to leave it or to stay confidential', () => {
    expect(asking('我建议公交车晚点收班', '留电话')).toBe('phone')
    expect(draft('我建议公交车晚点收班', '保密', '〔电话1〕').contact).toMatchObject({
      wish: 'confidential',
      phone: '〔电话1〕',
    })
  })

  it('leaves the contact open for whoever declines', () => {
    expect(asked(converse('我建议公交车晚点收班', '不用了'))).toMatchObject({
      asking: 'confirm',
      draft: { contact: null },
    })
  })

  it('reads back without further questions on the wish to file at once', () => {
    expect(asking('我要投诉烧烤店油烟太大', '直接登记吧')).toBe('confirm')
  })

  it('never asks the same thing more than twice in a row', () => {
    expect(asking('我建议公交车晚点收班', '天气真好啊', '今天真热')).toBe('confirm')
  })

  it('takes down a demand in English', () => {
    const said = [
      'The restaurant downstairs is too noisy',
      '18 Riverside Road, Binjiang District',
      'every night after eleven',
      'Please make them close the windows',
    ] as const
    expect(asked(converse(...said))).toMatchObject({
      asking: 'contact',
      draft: {
        kind: 'complaint',
        where: { said: '18 Riverside Road, Binjiang District', region: ['云汀市', '滨江区'] },
        when: { said: 'every night after eleven', repeats: true },
      },
    })
  })
})
