import type { Conversation } from '../../src/core/conversation.ts'
import type { Message } from '../../src/core/message.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Citation, Passage } from '../../src/core/passage.ts'
import { phrase } from '../../src/core/phrase.ts'
import type { Reply } from '../../src/core/reply.ts'
import type { ExchangeRecord, NewTicket } from '../../src/core/store.ts'
import { nothingTold, type TicketDraft } from '../../src/core/ticket.ts'

export const noon = new Date('2026-11-23T12:00:00.123+08:00')

export const after = (milliseconds: number): Date => new Date(noon.getTime() + milliseconds)

export const makeConversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'conversation-1',
  address: { channel: 'web', user: 'visitor-1' },
  language: 'zh',
  region: null,
  holder: 'assistant',
  openedAt: noon,
  ...change,
})

export const makeMessage = (change: Partial<Message> = {}): Message => ({
  id: 'message-1',
  conversation: 'conversation-1',
  from: { channel: 'web', user: 'visitor-1' },
  at: noon,
  text: '医保断缴三个月还能报销吗？',
  media: [],
  place: null,
  spoken: false,
  language: 'zh',
  ...change,
})

export const makePassage = (change: Partial<Passage> = {}): Passage => ({
  id: 'passage-1',
  document: '云汀市/医保断缴.md',
  title: '医保断缴处理办法',
  issuer: '云汀市医疗保障局',
  section: ['第二章', '第七条'],
  text: '断缴三个月以内补缴的，待遇连续计算。',
  units: [
    {
      kind: 'article',
      text: '断缴三个月以内补缴的，待遇连续计算。',
      lead: null,
      score: 0.75,
      sentences: [{ text: '断缴三个月以内补缴的，待遇连续计算。', score: 0.8125 }],
    },
  ],
  before: '',
  after: '断缴超过三个月的，设等待期。',
  beforeId: null,
  afterId: 'passage-2',
  score: 1.5,
  validity: 'in-force',
  amended: false,
  effective: '2025-01-01',
  expires: null,
  region: ['云汀市'],
  url: null,
  ...change,
})

export const makeCitation = (change: Partial<Citation> = {}): Citation => {
  const { id, document, title, issuer, text, section, validity, amended, effective, expires, region, url } =
    makePassage()
  const citation = { passage: id, document, title, issuer, quote: text, section, validity, amended, effective, expires }
  return { ...citation, region, url, ...change }
}

export const makeDraft = (change: Partial<TicketDraft> = {}): TicketDraft => ({
  kind: 'complaint',
  subject: '夜间施工噪声',
  description: '滨江区新河路 8 号工地连续三晚施工到两点。',
  region: ['云汀市', '滨江区'],
  ...nothingTold,
  tried: ['查到噪声投诉渠道，未解决。'],
  ...change,
})

export const makeTicket = (change: Partial<NewTicket> = {}): NewTicket => ({
  kind: 'ticket',
  conversation: 'conversation-1',
  filedAt: noon,
  draft: makeDraft(),
  reason: null,
  ...change,
})

export const makeReply = (change: Partial<Reply> = {}): Reply => ({
  message: 'message-1',
  kind: 'answer',
  text: '断缴三个月以内补缴的，待遇连续计算。[1]',
  sentences: [{ text: '断缴三个月以内补缴的，待遇连续计算。', marks: [[2, 7]], sources: [1] }],
  sources: [{ ...makeCitation(), number: 1 }],
  notes: [],
  choices: [{ label: '转人工', say: '转人工' }],
  suggestions: ['怎么补缴？'],
  call: null,
  draft: null,
  ticket: null,
  ...change,
})

const answer: Outcome = {
  kind: 'answer',
  sentences: [{ text: '断缴三个月以内补缴的，待遇连续计算。', citations: [makeCitation()], marks: [[2, 7]] }],
  citations: [makeCitation()],
  coverage: 'partial',
  uncovered: ['异地就医'],
  asides: [{ why: 'upcoming', citation: makeCitation({ validity: 'upcoming' }) }],
  suggestions: ['怎么补缴？'],
  writer: { name: 'extractive', model: null, promptVersion: null },
}

/** One outcome of every kind. */
export const outcomes: readonly Outcome[] = [
  answer,
  {
    kind: 'unanswered',
    phrase: phrase('unanswered.offer', { matter: '养鸽' }),
    offers: ['person', 'ticket'],
    asides: [],
    summary: '问养鸽是否要登记。',
  },
  { kind: 'question', asks: 'place', phrase: phrase('ask.place'), choices: [{ label: '滨江区', say: '滨江区' }] },
  { kind: 'reply', phrase: phrase('hello'), choices: [], gives: { region: ['云汀市'] } },
  { kind: 'emergency', service: 'fire', number: '119', advice: phrase('advice.fire') },
  { kind: 'redirect', route: 'arbitration', phrase: phrase('route.arbitration'), citations: [makeCitation()] },
  { kind: 'ticket', filed: makeDraft(), others: ['路灯也坏了'], leaves: true },
  { kind: 'status', number: '20261122-0007' },
  { kind: 'act', number: '20261122-0007', command: { kind: 'urge', text: '三天了' } },
  { kind: 'handover', handover: { reason: 'asked-for', summary: '要求转人工。', tried: [] } },
  { kind: 'refusal', phrase: phrase('refusal.prompt') },
  { kind: 'relay' },
]

export const makeRecord = (change: Partial<ExchangeRecord> = {}): ExchangeRecord => ({
  conversation: 'conversation-1',
  message: 'message-1',
  at: noon,
  text: '医保断缴三个月还能报销吗？',
  query: '医保断缴三个月还能报销吗',
  region: ['云汀市'],
  outcome: answer,
  passages: [makePassage()],
  writer: { name: 'extractive', model: null, promptVersion: null },
  knowledgeVersion: 'k-42',
  trace: [{ step: 'retrieve-passages', milliseconds: 3.25, ended: null, fault: null }],
  reply: makeReply(),
  settledAt: after(40),
  ...change,
})
