import { describe, expect, it } from 'vitest'
import { replay } from '../../../src/tickets/life/apply-event.ts'
import type { TicketCommand } from '../../../src/core/ticket-command.ts'
import { decide } from '../../../src/tickets/life/decide.ts'
import type { Actor } from '../../../src/core/ticket-life.ts'
import {
  advice,
  assignTo,
  assistant,
  at,
  beginAt,
  citizen,
  commands as c,
  department,
  leader,
  newCase,
  operator,
  reviewer,
  said,
  setting,
  shown,
  tell,
} from './makers.ts'

const dispatched = tell([c.accept, c.dispatch])
const working = tell([c.take], dispatched)
const replied = tell(['2026-11-24 15:00', c.reply], working)
const kinds = (story: { history: readonly { kind: string }[] }) => story.history.map(({ kind }) => kind).join(' ')

describe('a demand that goes well', () => {
  const closed = tell([c.yes], replied)

  it('is filed, accepted, dispatched, taken, replied to, asked about and closed as solved', () => {
    expect(kinds(closed)).toBe('filed accepted dispatched taken replied visited closed')
    expect(closed.case).toMatchObject({
      state: 'closed',
      closedAs: 'solved',
      visit: { solved: 'yes', courteous: 'yes' },
    })
  })

  it('is what its history adds up to', () => {
    expect(replay(newCase(), closed.history.slice(1))).toEqual(closed.case)
    expect(replay(newCase(), closed.history)).toEqual({ ...closed.case, version: closed.history.length })
    expect(closed.case.version).toBe(closed.history.length)
  })
})

describe('the due date', () => {
  it('is counted from the filing, however long the demand waited to be accepted', () => {
    expect(shown(working.case.due)).toBe('2026-11-30 17:00')
    expect(shown(tell(['2026-11-25 09:00', c.accept]).case.due)).toBe('2026-11-30 17:00')
    expect(shown(tell([c.acceptDanger], beginAt('2026-11-28 23:30')).case.due)).toBe('2026-11-29 01:30')
  })

  it('comes nearer when the demand turns out dangerous, and does not go back for what is less so', () => {
    const danger: TicketCommand = {
      kind: 'reclassify',
      by: operator,
      subject: '020301',
      term: 'danger',
      note: '有裸露电线',
    }
    const raised = tell(['2026-11-25 09:00', danger], working)
    expect(shown(raised.case.due)).toBe('2026-11-25 11:00')
    const late = tell(['2026-11-30 16:00', danger], working)
    expect(shown(late.case.due)).toBe('2026-11-30 17:00')
    const complex = tell(['2026-11-25 09:30', { ...danger, term: 'complex', note: '涉及多部门' }], raised)
    expect(shown(complex.case.due)).toBe('2026-12-08 17:00')
  })
})

describe('who may do what', () => {
  const refusedTo = (by: Actor, command: Omit<TicketCommand, 'by'>, story = replied) =>
    tell([{ ...command, by } as TicketCommand], story).refused

  it('lets only the citizen or the operator’s call-back say whether it is solved', () => {
    for (const by of [department(), assistant, reviewer, leader]) expect(refusedTo(by, c.yes)).toBe('role.visit')
    expect(refusedTo(operator, c.yes)).toBeNull()
  })

  it('never lets the body close its own demand', () => {
    const visited = tell([{ ...c.yes, visit: said('partly') }], replied)
    expect(refusedTo(department(), { kind: 'close', note: '已办结' } as never, visited)).toBe('role.close')
    expect(refusedTo(department(), { kind: 'close', note: '已办结' } as never, replied)).toBe('role.close')
  })

  it('lets a body act only on what it has', () => {
    expect(refusedTo(department('health'), c.take, dispatched)).toBe('not-yours')
    expect(refusedTo(department('health'), c.reply, working)).toBe('not-yours')
  })

  it('lets a co-handling body add its part, and leaves the reply to the lead', () => {
    const shared = tell([c.accept, { ...c.dispatch, assignment: assignTo('city-management', ['police']) }])
    const part = { kind: 'supplement', text: '我们已出警两次', attachments: [] } as const
    expect(refusedTo(department('police'), part as never, shared)).toBeNull()
    expect(refusedTo(department('police'), c.reply, shared)).toBe('not-yours')
  })

  it('leaves reviews to reviewers and leaders', () => {
    const objected = tell([c.object], dispatched)
    expect(refusedTo(operator, c.uphold, objected)).toBe('role.uphold-objection')
    expect(refusedTo(department(), c.refuseObjection, objected)).toBe('role.refuse-objection')
    expect(refusedTo(leader, c.refuseObjection, objected)).toBeNull()
  })

  it('lets the assistant dispatch only to whom the catalogue named', () => {
    const accepted = tell([{ ...c.accept, by: assistant, advice: advice() }])
    expect(refusedTo(assistant, { kind: 'dispatch', assignment: assignTo('health') } as never, accepted)).toBe('unsure')
    expect(refusedTo(assistant, c.dispatch, accepted)).toBeNull()
  })
})

describe('a dispatch', () => {
  it('goes to bodies that there are, with a reason, and not twice to one', () => {
    const among = (assignment: ReturnType<typeof assignTo>) => {
      const departments = new Map([['city-management', {} as never]])
      const { case: accepted, now } = tell([c.accept])
      const answer = decide({ ...c.dispatch, assignment }, accepted, {
        ...setting(now),
        catalogue: { departments, subjects: new Map() },
      })
      return answer.kind === 'refused' ? answer.why : answer.kind
    }
    expect(among(assignTo())).toBe('done')
    expect(among(assignTo('nobody'))).toMatchObject({
      id: 'ticket.refused.unknown-department',
      values: { department: 'nobody' },
    })
    expect(among(assignTo('city-management', ['nobody']))).toMatchObject({ id: 'ticket.refused.unknown-department' })
    expect(among(assignTo('city-management', ['city-management']))).toMatchObject({
      id: 'ticket.refused.lead-co-handles',
    })
    expect(among({ ...assignTo(), reason: ' ' })).toMatchObject({ id: 'ticket.refused.no-reason' })
  })

  it('to another body leaves the due date where it was', () => {
    const moved = tell(
      ['2026-11-26 09:00', { kind: 'redispatch', by: operator, assignment: assignTo('housing') }],
      working,
    )
    expect(moved.case).toMatchObject({ state: 'dispatched', assignment: { lead: 'housing' }, due: working.case.due })
    expect(tell([{ kind: 'redispatch', by: operator, assignment: assignTo('housing') }], moved).refused).toBe(
      'same-department',
    )
  })
})

describe('an objection', () => {
  const objected = tell(['2026-11-23 16:00', c.object], dispatched)

  it('names its reason and the duty line, and is decided within a working day while the clock runs on', () => {
    expect(tell([{ ...c.object, line: '' }], dispatched).refused).toBe('no-duty-line')
    expect(objected.case).toMatchObject({
      state: 'objected',
      due: dispatched.case.due,
      objection: { by: 'city-management' },
    })
    expect(shown(objected.case.objection?.decideBy)).toBe('2026-11-24 17:00')
  })

  it('is made within a working day of the dispatch, before the demand is taken on', () => {
    expect(tell(['2026-11-24 16:59', c.object], dispatched).refused).toBeNull()
    expect(tell(['2026-11-24 17:01', c.object], dispatched).refused).toBe('objection-late')
    expect(tell([c.object], working).refused).toBe('state.in-progress')
  })

  it('that is refused leaves the demand with the body, for good', () => {
    const refused = tell([c.refuseObjection], objected)
    expect(refused.case).toMatchObject({ state: 'in-progress', bounces: 0, objection: null })
    expect(tell([c.object], refused).refused).toBe('state.in-progress')
  })

  it('that is upheld sends the demand back to be dispatched anew, and counts', () => {
    expect(tell([c.uphold], objected).case).toMatchObject({ state: 'accepted', assignment: null, bounces: 1 })
  })

  it('cannot be upheld for the last time without naming the body, which then cannot object', () => {
    const second = tell(
      [c.uphold, { ...c.dispatch, assignment: assignTo('housing') }, { ...c.object, by: department('housing') }],
      objected,
    )
    expect(tell([c.uphold], second).refused).toBe('must-assign')
    expect(tell([{ ...c.uphold, assignment: assignTo('housing') }], second).refused).toBe('same-department')
    const named = tell([{ ...c.uphold, assignment: assignTo('water') }], second)
    expect(named.case).toMatchObject({ state: 'dispatched', bounces: 2, assignment: { lead: 'water' } })
    expect(tell([{ ...c.object, by: department('water') }], named).refused).toBe('bounces')
    const away = { kind: 'redispatch', assignment: assignTo('gas') } as const
    expect(tell([{ ...away, by: operator }], named).refused).toBe('reviewer-assigns')
    expect(tell([{ ...away, by: reviewer }], named).refused).toBeNull()
  })

  it('lapses with the demand, and blocks everything but its decision till then', () => {
    expect(tell([c.reply], objected).refused).toBe('state.objected')
    const gone = tell([{ kind: 'withdraw', by: citizen, reason: '已经好了' }], objected)
    expect(kinds(gone)).toContain('objected objection-lapsed withdrawn')
    expect(gone.case).toMatchObject({ state: 'withdrawn', objection: null, bounces: 0 })
  })
})

describe('a pause', () => {
  const ask = { kind: 'ask-pause', by: department(), reason: '等鉴定报告', until: at('2026-11-26 10:00') } as const
  const asked = tell(['2026-11-24 10:00', ask], working)
  const paused = tell([{ kind: 'approve', by: reviewer, until: null }], asked)

  it('has to be granted: asking stops nothing', () => {
    expect(asked.case).toMatchObject({ paused: null, due: working.case.due })
    expect(paused.case).toMatchObject({ paused: { since: at('2026-11-24 10:00'), until: at('2026-11-26 10:00') } })
    expect(tell([{ kind: 'approve', by: operator, until: null }], asked).refused).toBe('role.approve')
  })

  it('moves the due date by the working time that it lasted', () => {
    expect(shown(tell(['2026-11-25 10:00', { kind: 'resume', by: department() }], paused).case.due)).toBe(
      '2026-12-01 17:00',
    )
    expect(shown(tell(['2026-11-24 11:00', { kind: 'resume', by: department() }], paused).case.due)).toBe(
      '2026-12-01 10:00',
    )
  })

  it('ends when its time is up, even if nobody looks before days later', () => {
    const late = tell(['2026-12-01 09:00', c.reply], paused)
    expect(late.history.find(({ kind }) => kind === 'resumed')).toMatchObject({
      due: at('2026-12-02 17:00'),
      by: { role: 'clock' },
    })
  })

  it('can be granted for a shorter time, refused with a reason, and not beyond the longest', () => {
    const shorter = tell([{ kind: 'approve', by: reviewer, until: at('2026-11-25 10:00') }], asked)
    expect(shorter.case.paused?.until).toEqual(at('2026-11-25 10:00'))
    const longer = tell([{ kind: 'approve', by: reviewer, until: at('2026-12-25 10:00') }], asked)
    expect(longer.case.paused?.until).toEqual(ask.until)
    expect(tell([{ kind: 'refuse-asking', by: reviewer, note: '' }], asked).refused).toBe('no-reason')
    expect(tell([{ kind: 'refuse-asking', by: reviewer, note: '可先答复' }], asked).case.asked).toBeNull()
    expect(tell([{ ...ask, until: at('2027-01-30 10:00') }], working).refused).toBe('pause-too-long')
  })

  it('cannot stop what is late already', () => {
    expect(tell(['2026-12-01 09:00', ask], working).refused).toBe('overdue')
    expect(
      tell(
        ['2026-12-01 09:00', { kind: 'approve', by: reviewer, until: null }],
        tell([{ ...ask, until: at('2026-12-05 10:00') }], working),
      ).refused,
    ).toBe('overdue')
  })
})

describe('an extension', () => {
  const ask = { kind: 'ask-extension', by: department(), reason: '需专家论证', until: at('2026-12-04 17:00') } as const
  const extended = tell([ask, { kind: 'approve', by: reviewer, until: null }], working)

  it('is granted once, by at most the term again', () => {
    expect(shown(extended.case.due)).toBe('2026-12-04 17:00')
    expect(tell([{ ...ask, until: at('2026-12-06 17:00') }], extended).refused).toBe('extended-already')
    expect(tell([{ ...ask, until: at('2026-12-07 17:00') }], working).refused).toBeNull()
    expect(tell([{ ...ask, until: at('2026-12-07 17:01') }], working).refused).toBe('extension-too-long')
    expect(tell([{ ...ask, until: at('2026-11-30 17:00') }], working).refused).toBe('until-past')
  })
})

describe('a reply', () => {
  it('takes the demand on where that was forgotten, and ends a pause', () => {
    expect(kinds(tell([c.reply], dispatched))).toMatch(/dispatched taken replied$/u)
    expect(tell([{ ...c.reply, text: ' ' }], working).refused).toBe('no-text')
  })

  it('that comes late is recorded as late, whether or not a sweep has been', () => {
    const late = tell(['2026-11-30 17:01', c.reply], working)
    expect(kinds(late)).toMatch(/taken breached replied$/u)
    expect(late.case.breached).toBe(1)
  })
})

describe('asking whether it is solved', () => {
  it('sends the demand back for another try at "no", with a new due date', () => {
    const again = tell([c.no], replied)
    expect(again.case).toMatchObject({
      state: 'in-progress',
      reworks: 1,
      visit: { solved: 'no' },
      assignment: { lead: 'city-management' },
    })
    expect(shown(again.case.due)).toBe('2026-12-01 17:00')
  })

  it('leaves it to a reviewer after too many tries, who can close it, but never as solved', () => {
    const stuck = tell([c.no, c.reply, c.no, c.reply, c.no], replied)
    expect(stuck.case).toMatchObject({ state: 'visited', reworks: 2 })
    const close = { kind: 'close', note: '现行规定无法满足' } as const
    expect(tell([{ ...close, by: operator }], stuck).refused).toBe('close-unsolved')
    expect(tell([{ ...close, by: reviewer, note: '' }], stuck).refused).toBe('no-reason')
    expect(tell([{ ...close, by: reviewer }], stuck).case).toMatchObject({ state: 'closed', closedAs: 'unsolved' })
    expect(tell([{ ...c.yes, by: operator }], stuck).refused).toBe('state.visited')
    expect(tell([c.yes], stuck).case.closedAs).toBe('solved')
  })

  it('leaves "partly" to a person, who lets it be reworked or closes it as partly solved', () => {
    const partly = tell([{ ...c.yes, visit: said('partly') }], replied)
    expect(partly.case.state).toBe('visited')
    expect(tell([{ kind: 'rework', by: operator, note: '再修一处' }], partly).case).toMatchObject({
      state: 'in-progress',
      reworks: 1,
    })
    expect(tell([{ kind: 'close', by: operator, note: '来电人同意' }], partly).case.closedAs).toBe('partly')
  })

  it('tries three times, some hours apart, and then closes as not reached', () => {
    const once = tell(['2026-11-25 09:00', c.unreached], replied)
    expect(once.case).toMatchObject({ state: 'replied', unreached: 1, visit: null })
    expect(tell(['2026-11-25 10:00', c.unreached], once).refused).toBe('called-just-now')
    const thrice = tell(['2026-11-25 15:00', c.unreached, '2026-11-26 15:00', c.unreached], once)
    expect(thrice.case).toMatchObject({ state: 'closed', closedAs: 'unreached', visit: null })
    expect(tell([{ ...c.unreached, by: citizen }], replied).refused).toBe('role.visit')
  })

  it('hears whom no call had reached, also after closing', () => {
    const unreached = tell(
      ['2026-11-25 09:00', c.unreached, '2026-11-25 15:00', c.unreached, '2026-11-26 15:00', c.unreached],
      replied,
    )
    expect(tell([c.yes], unreached).case.closedAs).toBe('solved')
    expect(tell([c.no], unreached).case).toMatchObject({ state: 'in-progress', closedAs: null, closedAt: null })
    expect(tell(['2027-03-01 09:00', c.no], unreached).refused).toBe('reopening-over')
  })

  it('does not let a missed call take back a "no"', () => {
    const again = tell([c.no, '2026-11-25 15:00', c.reply, '2026-11-26 09:00', c.unreached], replied)
    expect(again.case).toMatchObject({ visit: { solved: 'no' }, unreached: 1 })
  })

  it('cannot be left out', () => {
    expect(tell([{ kind: 'close', by: operator, note: '' }], replied).refused).toBe('state.replied')
    expect(tell([{ kind: 'close', by: leader, note: '' }], working).refused).toBe('state.in-progress')
  })
})

describe('reopening', () => {
  const closed = tell([c.yes], replied)
  const reopen = { kind: 'reopen', by: citizen, reason: '又开始施工了' } as const

  it('takes a demand up again within its time, with a new due date, and the earlier "yes" no longer counts', () => {
    const open = tell(['2026-12-10 10:00', reopen], closed)
    expect(open.case).toMatchObject({
      state: 'in-progress',
      reopens: 1,
      closedAs: null,
      visit: { solved: 'no', courteous: 'yes' },
    })
    expect(shown(open.case.due)).toBe('2026-12-17 17:00')
    expect(tell(['2026-12-25 10:00', reopen], closed).refused).toBe('reopening-over')
  })

  it('is for the citizen, and so many times', () => {
    expect(tell([{ ...reopen, by: department() }], closed).refused).toBe('role')
    const often = tell([reopen, c.reply, c.yes, reopen, c.reply, c.yes, reopen, c.reply, c.yes], closed)
    expect(often.case.reopens).toBe(3)
    expect(tell([reopen], often).refused).toBe('reopening-over')
  })

  it('also of what was withdrawn, at the stage where it was', () => {
    const withdraw = { kind: 'withdraw', by: citizen, reason: '对方答应了' } as const
    expect(tell([withdraw, reopen], working).case.state).toBe('in-progress')
    expect(tell([c.accept, withdraw, reopen]).case.state).toBe('accepted')
    expect(tell([withdraw, reopen]).refused).toBe('reopening-over')
  })
})

describe('leaving', () => {
  it('keeps a danger open when the citizen withdraws, until a person has checked', () => {
    const wire = tell([c.acceptDanger, { ...c.dispatch }])
    const withdraw = { kind: 'withdraw', reason: '不管了' } as const
    expect(tell([{ ...withdraw, by: citizen }], wire).refused).toBe('danger-stays')
    expect(tell([{ ...withdraw, by: operator }], wire).case.state).toBe('withdrawn')
    expect(tell([{ ...withdraw, by: department() }], wire).refused).toBe('role')
  })

  it('to another service needs the context and ends the demand here', () => {
    const transfer = { kind: 'transfer', by: assistant, to: '110', number: null, context: '工地有人持刀' } as const
    expect(tell([transfer]).case.state).toBe('transferred')
    expect(tell([{ ...transfer, context: '' }]).refused).toBe('no-context')
    expect(tell([transfer, { kind: 'urge', by: citizen, text: '' }]).refused).toBe('state.transferred')
  })
})

describe('what happens beside', () => {
  it('is counted and changes nothing else', () => {
    const beside = tell(
      [
        { kind: 'urge', by: citizen, text: '' },
        { kind: 'urge', by: operator, text: '第二次来电' },
        { kind: 'supervise', by: leader, note: '市领导批示' },
        { kind: 'supplement', by: citizen, text: '补充：还有切割声', attachments: [] },
        { kind: 'repeat', by: citizen, conversation: 'conversation-2', text: '还是吵' },
        { kind: 'join', by: operator, incident: 'incident-1', score: 0.9 },
      ],
      working,
    )
    expect(beside.case).toMatchObject({ state: 'in-progress', due: working.case.due, urged: 2, supervised: true })
    expect(beside.case).toMatchObject({ repeats: ['conversation-2'], incident: 'incident-1' })
    expect(tell([{ kind: 'join', by: operator, incident: 'incident-2', score: 1 }], beside).refused).toBe(
      'joined-already',
    )
    expect(tell([{ kind: 'part', by: operator, incident: 'incident-1' }], beside).case.incident).toBeNull()
    expect(tell([{ kind: 'supervise', by: reviewer, note: 'x' }], beside).refused).toBe('supervised-already')
  })
})
