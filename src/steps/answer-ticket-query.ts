import type { Choice, Outcome } from '../core/outcome.ts'
import { phrase, type Phrase, type Speak } from '../core/phrase.ts'
import { isWordless } from '../core/message.ts'
import type { Step } from '../core/step.ts'
import type { Attachment } from '../core/ticket.ts'
import type { TicketCounter, TicketProgress, TicketProof } from '../core/ticket-progress.ts'
import type { Turn } from '../core/turn.ts'
import { attachmentsOf, type AttachmentOf } from './continue-intake.ts'
import { readTicketWish, type ReadTicketWish, type TicketWish } from './read-ticket-wish.ts'

/** What a citizen asks may be looked up; nothing is done here. */
export type LookUpTickets = Pick<TicketCounter, 'find' | 'isHandover' | 'of'>

const reply = (wording: Phrase, choices: readonly Choice[] = []): Outcome => ({
  kind: 'reply',
  phrase: wording,
  choices,
  gives: {},
})

/** So much may be said besides a wish that names no number, Chinese signs or other words; more is about something else. */
const besides = 2

/** Says nothing but that it wants to know how a demand stands. */
const bareQuery =
  /^(?:我?(?:要|想)?(?:查询?|看|问)(?:一?下)?)?(?:我的)?(?:工单|诉求|投诉)(?:的)?(?:编号|进度|进展|状态|结果|情况)*(?:查询)?[？?。.！!]?$|^(?:check|track|what is|what's)?\s*(?:the )?(?:status|progress)? ?(?:of )?my (?:ticket|complaint|report|case)s?[?.!]?$/iu

/**
 * Tells how a demand stands and reads what its citizen wants done to it: urge, withdraw, add, say whether it is solved. Others' tickets are
 * as unknown as ones that do not exist.
 */
export function answerTicketQuery({
  tickets,
  speak,
  attachmentOf,
}: {
  tickets: LookUpTickets
  speak: Speak
  attachmentOf: AttachmentOf
}): Step {
  const confirm = (number: string, { language }: Turn): readonly Choice[] => [
    {
      label: speak(phrase('ticket.do.withdraw.sure'), language),
      say: speak(phrase('ticket.do.withdraw.sure.say', { number }), language),
    },
  ]
  return {
    name: 'answer-ticket-query',
    async run(turn) {
      const separate = separateOf(turn)
      if (separate !== null) return separate
      const said = readTicketWish(turn.message.text)
      const attachments = await attachmentsOf(turn, attachmentOf)
      if (attachments.length > 0 && isWordless(turn.message))
        return turn.intake === null ? ((await addToLast(turn, attachments, tickets)) ?? turn) : turn
      const read = withFiles(said, attachments)
      if (read.number !== null) return answerNamed(turn, read, { number: read.number, tickets, confirm })
      // While a demand is taken down, only a number leads to another one.
      if (read.wish === null || turn.intake !== null) return turn
      return (await answerUnnamed(turn, read, { wish: read.wish, tickets, confirm })) ?? turn
    },
  }
}


/** Files that come with a number, or with words to be added, are added. */
function withFiles(read: ReadTicketWish, attachments: readonly Attachment[]): ReadTicketWish {
  if (attachments.length === 0) return read
  if (read.wish?.kind === 'supplement') return { ...read, wish: { ...read.wish, attachments } }
  return read.number !== null && read.wish === null
    ? { ...read, wish: { kind: 'supplement', text: read.rest, attachments } }
    : read
}

/** Files without a word, right after a demand was filed or talked about, are added to it. */
async function addToLast(
  turn: Turn,
  attachments: readonly Attachment[],
  tickets: LookUpTickets,
): Promise<Outcome | null> {
  const last = turn.history.at(-1)?.outcome
  if (last === undefined || !['ticket', 'status', 'act'].includes(last.kind)) return null
  const own = await tickets.of(turn.message.conversation)
  const about = 'number' in last ? own.find(({ number }) => number === last.number) : own[0]
  const wish: TicketWish = { kind: 'supplement', text: '', attachments }
  return about !== undefined && fits(about, wish) ? outcomeOf(about, wish, []) : null
}

const isSeparate =
  /^(?:不是同一(?:件事|个)?[，,]?)?(?:这|那)?是?(?:另外?(?:一件|的)事?|不同的?(?:一件)?事)(?:情)?[。.！!]*$|^不是同一(?:件事|个)[。.！!]*$|^(?:no,? )?(?:this|that|it)(?:['’]s| is) (?:another|a different|a separate) (?:matter|issue|problem|thing)[.!]*$/iu

/** What was joined to an earlier demand, as a matter of its own, where the person says that it is no repeat; null for every other message. */
function separateOf({ message, history }: Turn): Outcome | null {
  const last = history.at(-1)?.outcome
  return last?.kind === 'ticket' &&
    last.joined !== undefined &&
    last.separate !== true &&
    isSeparate.test(message.text.trim())
    ? { ...last, separate: true }
    : null
}

type Confirm = (number: string, turn: Turn) => readonly Choice[]

async function answerNamed(
  turn: Turn,
  { digits, wish }: ReadTicketWish,
  { number, tickets, confirm }: { number: string; tickets: LookUpTickets; confirm: Confirm },
): Promise<Outcome> {
  const proofs: readonly TicketProof[] = [
    { kind: 'conversation', conversation: turn.message.conversation },
    ...(wasShown(turn, number) ? [{ kind: 'shown' } as const] : []),
    ...(digits === null ? [] : [{ kind: 'digits', digits } as const]),
  ]
  for (const proof of proofs) {
    const found = await tickets.find(number, proof)
    if (found !== null) return outcomeOf(found, wish ?? { kind: 'progress' }, confirm(number, turn))
  }
  if (await tickets.isHandover(number, turn.message.conversation)) return reply(phrase('ticket.handover', { number }))
  return reply(phrase(digits === null ? 'ticket.unknown' : 'ticket.wrong-digits', { number }))
}

/** Whether the conversation had proof of it a moment ago. */
const wasShown = ({ history }: Turn, number: string): boolean =>
  history.some(({ outcome }) => (outcome.kind === 'status' || outcome.kind === 'act') && outcome.number === number)

async function answerUnnamed(
  turn: Turn,
  { rest }: ReadTicketWish,
  { wish, tickets, confirm }: { wish: TicketWish; tickets: LookUpTickets; confirm: Confirm },
): Promise<Outcome | null> {
  const { conversation, text } = turn.message
  const all = (await tickets.of(conversation)).filter((each) => fits(each, wish) && isAbout(each, wish, rest))
  const named = all.filter(({ title }) => sharesWords(title, rest))
  const own = named.length > 0 ? named : all
  const [first, ...others] = own
  if (first === undefined)
    return wish.kind === 'progress' && bareQuery.test(text.trim()) ? reply(phrase('ticket.which')) : null
  if (others.length === 0) return outcomeOf(first, wish, confirm(first.number, turn))
  return {
    kind: 'question',
    asks: 'clarification',
    phrase: phrase('ticket.which-one'),
    choices: own.slice(0, 6).map(({ number, title }) => ({ label: `${number} ${title}`, say: `${number} ${text}` })),
  }
}

/** Whether a demand is in a state in which somebody may wish that. */
const fits = ({ actions }: TicketProgress, wish: TicketWish): boolean =>
  wish.kind === 'progress' || actions.includes(wish.kind)

/** What somebody adds, or says of a reply, may be long; all else is about a demand only where it speaks of little else, or of the same. */
function isAbout({ title, actions }: TicketProgress, wish: TicketWish, rest: string): boolean {
  if (wish.kind === 'supplement' || (wish.kind === 'visit' && actions.includes('visit'))) return true
  if ((rest.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []).length <= besides) return true
  return sharesWords(title, rest)
}

/** Whether at least half of what is said stands in the title, two signs at a time. */
function sharesWords(title: string, said: string): boolean {
  const signs = [...said.replaceAll(' ', '')]
  const pairs = signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`)
  return pairs.length > 0 && pairs.filter((pair) => title.includes(pair)).length * 2 >= pairs.length
}

function outcomeOf({ number, actions }: TicketProgress, wish: TicketWish, confirm: readonly Choice[]): Outcome {
  if (wish.kind === 'progress') return { kind: 'status', number }
  if (wish.kind !== 'withdraw') return { kind: 'act', number, command: wish }
  if (wish.surely || !actions.includes('withdraw'))
    return { kind: 'act', number, command: { kind: 'withdraw', reason: wish.text } }
  return {
    kind: 'question',
    asks: 'clarification',
    phrase: phrase('ticket.withdraw.sure', { number }),
    choices: confirm,
  }
}
