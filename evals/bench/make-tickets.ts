import type { Catalogue, DispatchAdvice, SubjectClass } from '../../src/core/dispatch.ts'
import { justFiled, type TicketCase, type TicketEvent } from '../../src/core/ticket-life.ts'
import { nothingTold, type TicketDraft, type TicketState } from '../../src/core/ticket.ts'

const day = 86_400_000
const days = 730
const city = '云汀市'
const districts = ['滨江区', '云麓区', '青禾县', '东湖区', '西山区', '新港区', '古城区', '南岭区', '北原区', '高新区']
const streets = ['新河', '望江', '清源', '长兴', '翠柳', '松岭', '白沙', '双桥', '石门', '和平', '春晖', '金桥']
const openings = [
  '最近',
  '这几天',
  '昨天晚上',
  '已经一个多月了，',
  '每天早上',
  '我家楼下',
  '小区门口',
  '打过好几次电话了，',
]
const wishes = ['请尽快处理', '希望给个说法', '麻烦派人来看一下', '请把结果告诉我', '要求整改']

/** Numbers that look random and are the same in every run (Park and Miller), 0 … 1. */
function createDice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

export interface MadeTicket {
  filed: TicketCase
  history: readonly TicketEvent[]
  lookAt: Date | null
}

/** Some are chosen far more often than others. */
const skewed = <T>(list: readonly T[], dice: number): T => one(list, dice ** 2)

function one<T>(list: readonly T[], dice: number): T {
  const chosen = list[Math.min(list.length - 1, Math.floor(dice * list.length))]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

/** What somebody writes who means this class: its own words, and a few of another one's. */
function wordsOf(subject: SubjectClass, subjects: readonly SubjectClass[], dice: () => number): string {
  const phrases = subject.description.zh.split(/[，。；、]/u).filter(Boolean)
  const others = one(subjects, dice())
    .description.zh.split(/[，。；、]/u)
    .filter(Boolean)
  const said = [1, 2, 3].map(() => one(phrases, dice()))
  const number = Math.ceil(dice() * 900)
  const words = `${one(openings, dice())}${said.join('，')}，还有${one(others, dice())}，${number}号这边尤其严重。`
  return dice() < 0.3 ? words + words.slice(4) + one(wishes, dice()) : words + one(wishes, dice())
}

const open: readonly TicketState[] = ['filed', 'accepted', 'dispatched', 'objected', 'replied', 'visited']

/** Young tickets are mostly open, of old ones three in a thousand. */
function stateOf(age: number, dice: () => number): TicketState {
  const share = age < 7 * day ? 0.6 : age < 30 * day ? 0.08 : 0.003
  if (dice() >= share) return dice() < 0.93 ? 'closed' : one(['withdrawn', 'transferred'] as const, dice())
  return dice() < 0.6 ? 'in-progress' : one(open, dice())
}

function draftOf(subject: SubjectClass, words: string, dice: () => number): TicketDraft {
  const [district, street] = [skewed(districts, dice()), one(streets, dice())]
  const told = `${district}${street}路${Math.ceil(dice() * 300)}号`
  const phone = `1${Math.floor(3e9 + dice() * 6.9e9)}`
  return {
    ...nothingTold,
    kind: one(['complaint', 'report', 'request', 'consultation'] as const, dice()),
    subject: `${told}${subject.name.zh}`,
    description: `${told}，${words}`,
    region: [city, district],
    where: {
      said: told,
      region: [city, district, `${street}街道`],
      point: { latitude: 30 + dice(), longitude: 120 + dice() },
    },
    wish: one(wishes, dice()),
    contact: dice() < 0.7 ? { wish: 'named', name: '市民', phone, email: null } : null,
    tried: ['查过知识库，没有能直接解决的办法。'],
  }
}

/** Makes `count` demands of the last two years, the oldest first, with subjects and departments of the catalogue. */
export function* makeTickets(catalogue: Catalogue, count: number, now: Date): Generator<MadeTicket> {
  const dice = createDice(42)
  const subjects = [...catalogue.subjects.values()].filter(({ term }) => term !== null)
  const departments = [...catalogue.departments.keys()]
  for (let index = 0; index < count; index += 1) {
    const filedAt = new Date(now.getTime() - Math.floor(days * day * (1 - (index + 0.5) / count)))
    const subject = skewed(subjects, dice())
    const ticket = { subject, words: wordsOf(subject, subjects, dice), lead: skewed(departments, dice()) }
    const state = stateOf(now.getTime() - filedAt.getTime(), dice)
    yield lifeOf({ ...ticket, coHandling: dice() < 0.15 ? [one(departments, dice())] : [] }, filedAt, state, {
      people: Math.ceil(count / 4),
      now,
      dice,
    })
  }
}

interface Made {
  subject: SubjectClass
  words: string
  lead: string
  coHandling: readonly string[]
}

function lifeOf(
  { subject, words, lead, coHandling }: Made,
  filedAt: Date,
  state: TicketState,
  { people, now, dice }: { people: number; now: Date; dice: () => number },
): MadeTicket {
  const due = new Date(filedAt.getTime() + (subject.term === 'complex' ? 15 : 7) * day)
  const settled = ['closed', 'withdrawn', 'transferred'].includes(state)
  const given = state !== 'filed' && state !== 'accepted'
  const advice: DispatchAdvice = {
    ...{ subject: subject.code, term: subject.term ?? 'ordinary', lead, coHandling, line: 'D-0101-01', excluded: null },
    ...{ confidence: 0.9, reason: 'line' as const, guesses: [{ code: subject.code, confidence: 0.9 }], catalogue: 'c' },
  }
  const assignment = given ? { lead, coHandling, line: 'D-0101-01', reason: '按目录派发' } : null
  const closedAt = settled ? new Date(filedAt.getTime() + 3 * day) : null
  const history = historyOf({
    filedAt,
    due,
    closedAt,
    advice,
    assignment,
    conversation: `c-${Math.floor(dice() * people)}`,
  })
  const late = !settled && due < now
  const filed: TicketCase = {
    ...justFiled,
    ...{ number: '', kind: 'ticket', conversation: history[0].by.id, filedAt, state, reason: null },
    ...{ draft: draftOf(subject, words, dice), subject: subject.code, term: advice.term, advice, assignment, due },
    ...{ supervised: dice() < 0.001, breached: late || dice() < 0.04 ? 1 : 0 },
    ...{ dispatchedAt: given ? filedAt : null, repliedAt: closedAt, closedAt, closedAs: settled ? 'solved' : null },
    ...{ incident: dice() < 0.02 ? `i-${Math.floor(dice() * people)}` : null, version: history.length },
  }
  return { filed, history, lookAt: settled ? null : late ? new Date(now.getTime() + dice() * day) : due }
}

function historyOf(
  life: Pick<TicketCase, 'filedAt' | 'closedAt' | 'advice' | 'assignment' | 'conversation'> & { due: Date },
) {
  const { filedAt: at, due, closedAt, advice, assignment } = life
  const clerk = { role: 'operator', id: 'clerk-1' } as const
  const first = { kind: 'filed', at, by: { role: 'citizen', id: life.conversation } } as const
  const accepted = {
    kind: 'accepted',
    at,
    by: clerk,
    subject: advice?.subject ?? null,
    term: 'ordinary',
    due,
    advice,
  } as const
  const given = assignment === null ? [] : [{ kind: 'dispatched', at, by: clerk, assignment, due } as const]
  const ended =
    closedAt === null
      ? []
      : ([
          {
            kind: 'replied',
            at: closedAt,
            by: clerk,
            text: '已派人到现场处理，问题已解决。'.repeat(4),
            attachments: [],
          },
          { kind: 'closed', at: closedAt, by: clerk, as: 'solved', note: '' },
        ] as const)
  return [first, accepted, ...given, ...ended] as const
}
