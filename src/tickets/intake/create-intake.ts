import type { ConductIntake, Intake, IntakeMove, IntakeQuestion, Told } from '../../core/intake.ts'
import { phrase, type Speak } from '../../core/phrase.ts'
import { nothingTold, type TicketDraft } from '../../core/ticket.ts'
import { applyCardChange } from './apply-card-change.ts'
import { applyChange } from './apply-change.ts'
import { createHand, type Hand } from './hand.ts'
import { createReadCardChange } from './read-card-change.ts'
import { isUnreadable } from './is-unreadable.ts'
import { readChange } from './read-change.ts'
import { readCommand, saysLeave, saysYes } from './read-command.ts'
import { mergeContact, readContact } from './read-contact.ts'
import { asks, readDemand, readKind, readKindName } from './read-demand.ts'
import type { Gazetteer } from './read-facts.ts'
import { readLeaveFor, readOtherMatter } from './read-turning.ts'
import { acknowledge, takeFiles, takeWordless } from './receive-files.ts'
import { splitMatters } from './split-matters.ts'
import { bareMatter, saysNothing, subjectLine } from './subject-line.ts'
import { addFacts, takeAnswer } from './take-answer.ts'

const smallTalk =
  /^(?:你好|您好|hi|hello|hey|在吗|谢谢|多谢|辛苦了?|thanks?|thankyou|再见|拜拜|bye)+(?:你|您|啦|了)*$/iu
/** A question about what happens to one's data is answered by explaining, and by asking again. */
const asksAboutContact =
  /泄露|保密|谁(?:会|能|可以)?(?:看|知道)|为什么(?:要|得)(?:留|电话|联系)|必须(?:留|实名)|一定要(?:留|实名)|安全吗|who (?:will|can) see|confidential|why do you need|have to (?:leave|give)/iu
/** A question about the question. */
const asksWhy =
  /^(?:这|那|你)?(?:是|啥|什么)?(?:什么|啥|几个)意思|^(?:为什么|为啥|干嘛|干吗|凭什么)(?:要|得)?(?:问|说|填|知道|告诉)|(?:问|要)(?:这|那)(?:个|些)?(?:干嘛|干吗|做什么|干什么|有什么用)|^(?:怎么|咋)(?:填|说|回答)|^(?:what do you mean|what does (?:this|that) mean|why (?:do you (?:ask|need|want)|should i))/iu
const asksHow = /怎么|多久|多少|什么/u
/** A matter in fewer characters says too little ("热水器", "噪音扰民"), unless it names what is broken. */
const thin = 5
const isFault = (text: string) => /[坏停漏破断堵倒丢缺]|不亮|broken|leak/iu.test(text)
/** From this chance on what is told only asks, whatever else it is like. */
const surelyAsks = 0.7
/** "是不是沿江路那个路口？" answers where as well as it asks. */
const longestPlaceGuess = 20
const isSpot = (text: string) =>
  /[路街巷弄道桥园区楼栋幢座村镇站厂场店校院]|\b(?:road|street|building|park|station)\b|〔地址/iu.test(text)
const bare = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '')

/** A question with words before it. */
const after = (words: string, move: IntakeMove, hand: Hand, told: Told): IntakeMove =>
  move.kind === 'ask' ? { ...move, phrase: phrase(words, { question: hand.say(move.phrase, told) }) } : move

/** What is set aside waits, with what was before it, until the demand is filed. */
const withOthers = (move: IntakeMove, others: readonly string[]): IntakeMove =>
  move.kind === 'ask' && others.length > 0
    ? { ...move, intake: { ...move.intake, others: [...others, ...(move.intake.others ?? [])] } }
    : move

/** Opens an intake; a message that tells of several matters opens one about the first and keeps the others. */
function begin(hand: Hand, whole: Told): IntakeMove {
  const { first, others } = splitMatters(whole.text)
  const move = beginWith(hand, { ...whole, text: first })
  if (move.kind !== 'ask' || others.length === 0) return move
  const { draft } = move.intake
  const contact = readContact(whole.text)
  const reached = contact === null ? draft : { ...draft, contact: mergeContact(draft.contact, contact) }
  return after(
    'intake.others',
    withOthers({ ...move, intake: { ...move.intake, draft: reached } }, others),
    hand,
    whole,
  )
}

function beginWith(hand: Hand, told: Told): IntakeMove {
  const kind = readKind(told.text, told.kinds)
  const { region, contact } = told
  const empty: TicketDraft = { kind, subject: '', description: '', region, ...nothingTold, contact, tried: [] }
  const toldAlready = { ...empty, attachments: told.attachments }
  if (saysNothing(told.text)) return takeWordless(hand, { draft: toldAlready, asking: 'what', asked: [] }, told)
  if (bareMatter(told.text).length < thin && !isFault(told.text))
    return hand.askFor({ draft: { ...toldAlready, description: told.text.trim() }, asked: [] }, 'what', told)
  const facts = hand.read(told)
  // What shows nothing known is somebody's trouble all the same where it only states, cries out, or says when and where.
  const surely = told.kinds !== null && told.kinds.consultation >= surelyAsks
  const states = !asks.test(told.text) || /[！!]/u.test(told.text) || (facts.exact && facts.when !== null)
  const named = facts.kind ?? (kind === 'consultation' && states && !surely ? 'complaint' : kind)
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
    : { kind: 'file', draft: intake.draft, others: intake.others ?? [] }
}

function command(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const { draft, asking } = intake
  const said = readCommand(told.text)
  const instead = readLeaveFor(told.text)
  if (instead !== null) return { kind: 'leave', rest: instead }
  if (said === 'leave' || (saysLeave(told.text) && !asks.test(told.text))) return { kind: 'leave', rest: '' }
  if (asking === 'confirm') return conclude(hand, intake, told)
  if (said === null) return null
  if (asking === 'what' && draft.description === '')
    return said === 'refuse' ? { kind: 'leave', rest: '' } : hand.askFor(intake, 'what', told)
  if (said === 'file' || said === 'ready') return hand.askFor(intake, 'confirm', told)
  if (said === 'confirm') return hand.askFor(intake, asking === 'contact' ? 'phone' : asking, told)
  return hand.goTo(intake, told)
}

/** What is no answer in any language is asked once more, and then left open; the reading back waits for one that is. */
function unreadable(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const { asking, asked } = intake
  if (told.text.includes('〔') || told.point !== null || !isUnreadable(told.text)) return null
  const insists = asking === 'confirm' || asking === 'what'
  if (!insists && asked.filter((question) => question === asking).length > 1) return hand.goTo(intake, told)
  return after('intake.unreadable', hand.askFor(intake, asking, told), hand, told)
}

/** The demand begun anew about the matter that was meant; how the person can be reached, and what they sent, stay. */
function renew(hand: Hand, { draft }: Intake, told: Told): IntakeMove | null {
  const read = (text: string) => hand.read({ ...told, text, heard: null })
  const matter = readOtherMatter(told.text, read)
  if (matter === null) return null
  const { attachments, contact, region } = draft
  return begin(hand, { ...told, text: matter, region: region ?? told.region, attachments, contact, heard: null })
}

/** Another matter told while one is being taken down is kept for afterwards. */
function setAside(hand: Hand, intake: Intake, told: Told): IntakeMove | null {
  const { first, others } = splitMatters(told.text)
  if (first !== '' || others.length === 0) return null
  return after('intake.others', withOthers(hand.askFor(intake, intake.asking, told), others), hand, told)
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
  if (asksWhy.test(text)) return after('intake.why', hand.askFor(intake, asking, told), hand, told)
  const tells = asking === 'what' && readKind(text, told.kinds) !== 'consultation'
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
    unreadable(hand, intake, told) ??
    renew(hand, intake, told) ??
    setAside(hand, intake, told) ??
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
    goOn: (intake, told) => {
      const move = goOn(hand, takeFiles(intake, told), { ...told, attachments: [] }, card)
      return acknowledge(withOthers(move, intake.others ?? []), told, options.speak)
    },
  }
}
