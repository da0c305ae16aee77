import type { ConductIntake, Intake, IntakeMove, IntakeQuestion, Told } from '../../core/intake.ts'
import type { Speak } from '../../core/phrase.ts'
import { nothingTold, type TicketDraft } from '../../core/ticket.ts'
import { applyCardChange } from './apply-card-change.ts'
import { applyChange } from './apply-change.ts'
import { createHand, type Hand } from './hand.ts'
import { createReadCardChange } from './read-card-change.ts'
import { readChange } from './read-change.ts'
import { readCommand, saysLeave, saysYes } from './read-command.ts'
import { asks, readDemand, readKind, readKindName } from './read-demand.ts'
import type { Gazetteer } from './read-facts.ts'
import { acknowledge, takeFiles, takeWordless } from './receive-files.ts'
import { bareMatter, saysNothing, subjectLine } from './subject-line.ts'
import { addFacts, takeAnswer } from './take-answer.ts'

const smallTalk =
  /^(?:你好|您好|hi|hello|hey|在吗|谢谢|多谢|辛苦了?|thanks?|thankyou|再见|拜拜|bye)+(?:你|您|啦|了)*$/iu
/** A question about what happens to one's data is answered by explaining, and by asking again. */
const asksAboutContact =
  /泄露|保密|谁(?:会|能|可以)?(?:看|知道)|为什么(?:要|得)(?:留|电话|联系)|必须(?:留|实名)|一定要(?:留|实名)|安全吗|who (?:will|can) see|confidential|why do you need|have to (?:leave|give)/iu
const asksHow = /怎么|多久|多少|什么/u
/** A matter in fewer characters says too little ("热水器", "噪音扰民"), unless it names what is broken. */
const thin = 5
const isFault = (text: string) => /[坏停漏破断堵倒丢缺]|不亮|broken|leak/iu.test(text)
/** "是不是沿江路那个路口？" answers where as well as it asks. */
const longestPlaceGuess = 20
const isSpot = (text: string) =>
  /[路街巷弄道桥园区楼栋幢座村镇站厂场店校院]|\b(?:road|street|building|park|station)\b|〔地址/iu.test(text)
const bare = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '')

function begin(hand: Hand, told: Told): IntakeMove {
  const kind = readKind(told.text)
  const empty: TicketDraft = { kind, subject: '', description: '', region: told.region, ...nothingTold, tried: [] }
  const toldAlready = { ...empty, attachments: told.attachments }
  if (saysNothing(told.text)) return takeWordless(hand, { draft: toldAlready, asking: 'what', asked: [] }, told)
  if (bareMatter(told.text).length < thin && !isFault(told.text))
    return hand.askFor({ draft: { ...toldAlready, description: told.text.trim() }, asked: [] }, 'what', told)
  const facts = hand.read(told)
  // What shows nothing known is somebody's trouble all the same where it only states, cries out, or says when and where.
  const states = !asks.test(told.text) || /[！!]/u.test(told.text) || (facts.exact && facts.when !== null)
  const named = facts.kind ?? (kind === 'consultation' && states ? 'complaint' : kind)
  const subject = facts.subject ?? subjectLine(told.text)
  const draft = { ...empty, kind: named, description: told.text.trim(), subject }
  return hand.goTo({ draft: addFacts(draft, facts, told), asked: [] }, told)
}

/** The draft without the part that is to be told anew. */
function cleared(draft: TicketDraft, field: IntakeQuestion): TicketDraft {
  if (field === 'contact') return { ...draft, contact: null }
  if (field === 'what') return { ...draft, description: '', subject: '' }
  return field === 'when' || field === 'where' || field === 'wish' ? { ...draft, [field]: null } : draft
}

function change(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const wanted = readChange(told.text)
  if (wanted === null) return null
  const { draft, asked } = intake
  const kind = wanted.from !== '' && wanted.to.length <= 6 ? readKindName(wanted.to) : null
  const changed = kind === null ? applyChange(draft, wanted, told, hand.read) : { ...draft, kind }
  if (changed !== null) {
    const whole = changed.subject === '' ? { ...changed, subject: subjectLine(changed.description) } : changed
    return hand.goTo({ draft: whole, asked: asked.filter((question) => question !== intake.asking) }, told)
  }
  return wanted.field === null ? null : hand.askFor({ draft: cleared(draft, wanted.field), asked }, wanted.field, told)
}

/** A short command at the reading back: yes, no, or that nothing more is known. */
function conclude(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const said = saysYes(told.text) ? 'confirm' : readCommand(told.text)
  if (said === null) return null
  return said === 'refuse'
    ? hand.askFor(intake, 'confirm', told, 'intake.ask.change')
    : { kind: 'file', draft: intake.draft }
}

function command(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const { draft, asking } = intake
  const said = readCommand(told.text)
  if (said === 'leave' || (saysLeave(told.text) && !asks.test(told.text))) return { kind: 'leave' }
  if (asking === 'confirm') return conclude(hand, intake, told)
  if (said === null) return null
  if (asking === 'what' && draft.description === '')
    return said === 'refuse' ? { kind: 'leave' } : hand.askFor(intake, 'what', told)
  if (said === 'file' || said === 'ready') return hand.askFor(intake, 'confirm', told)
  if (said === 'confirm') return hand.askFor(intake, asking === 'contact' ? 'phone' : asking, told)
  return hand.goTo(intake, told)
}

function answer(hand: Hand, intake: Intake, told: Told): IntakeMove {
  const { draft, again, follow } = takeAnswer(
    intake,
    told,
    hand.read({ ...told, region: intake.draft.region ?? told.region }),
  )
  const now = { draft, asked: intake.asked }
  if (follow !== null) return hand.askFor(now, follow, told)
  // Asked once more where the answer could not be read, and then no more.
  const times = intake.asked.filter((question) => question === intake.asking).length
  return again && times < 2 ? hand.askFor(now, intake.asking, told) : hand.goTo(now, told)
}

/** A question in between: explained where it is about the person's data, answered by others where it tells nothing. */
function question(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const { asking } = intake
  const text = told.text.trim()
  if (!asks.test(text)) return null
  if ((asking === 'contact' || asking === 'phone') && asksAboutContact.test(text))
    return hand.askFor(intake, asking, told, 'intake.contact.explained')
  const tells = asking === 'what' && readKind(text) !== 'consultation'
  const guesses = asking === 'where' || asking === 'spot'
  const places = guesses && text.length <= longestPlaceGuess && isSpot(text) && !asksHow.test(text)
  return tells || places ? null : { kind: 'pass' }
}

/** What was corrected on the card counts as it stands there; the card is read back again. */
function correctCard(hand: Hand, intake: Intake, told: Told, { speak, readCard }: Card): IntakeMove | null {
  const changed = readCard(told.text)
  if (changed === null) return null
  const draft = applyCardChange(intake.draft, changed, { told, read: hand.read, speak })
  const now = { draft, asked: intake.asked }
  return draft.description === '' ? hand.askFor(now, 'what', told) : hand.askFor(now, 'confirm', told)
}

interface Card {
  speak: Speak
  readCard: ReturnType<typeof createReadCardChange>
}

function goOn(hand: Hand, intake: Intake, told: Told, card: Card): IntakeMove {
  const said = bare(told.text)
  if (smallTalk.test(said)) return { kind: 'pass' }
  if (said === '') return takeWordless(hand, intake, told)
  return (
    correctCard(hand, intake, told, card) ??
    command(hand, intake, told) ??
    change(hand, intake, told) ??
    question(hand, intake, told) ??
    answer(hand, intake, told)
  )
}

/** Conducts intakes by rules: reads what a message tells, asks for what is missing and matters, and reads the draft back. */
export function createIntake(options: Gazetteer & { speak: Speak }): ConductIntake {
  const hand = createHand(options)
  const card = { speak: options.speak, readCard: createReadCardChange(options.speak) }
  return {
    demand: readDemand,
    kindOf: readKind,
    wantsToFile: (text) => readCommand(text) === 'file',
    begin: (told) => acknowledge(begin(hand, told), told, options.speak),
    goOn: (intake, told) =>
      acknowledge(goOn(hand, takeFiles(intake, told), { ...told, attachments: [] }, card), told, options.speak),
  }
}
