import type { Intake, IntakeQuestion } from '../../core/intake.ts'
import type { Contact, TicketDraft, TicketKind } from '../../core/ticket.ts'

/** What a demand of each kind needs besides what it is about, in the order in which it is asked for. */
const needs: Readonly<Record<TicketKind, readonly IntakeQuestion[]>> = {
  consultation: ['contact'],
  request: ['where', 'spot', 'contact'],
  complaint: ['where', 'spot', 'when', 'wish', 'contact'],
  report: ['where', 'spot', 'when', 'contact'],
  suggestion: ['contact'],
  praise: ['contact'],
}

/** Matters that happen at no place: nobody is asked where they are. */
const placeless =
  /网购|网店|网上|淘宝|京东|拼多多|抖音|直播(?:间|带货)|外卖平台|APP|小程序|短信|骚扰电话|电话费|话费|流量费?|社保|医保|公积金|个税|养老金|身份证|户口|护照|online|website|app\b|text message|phone bill|social insurance/iu
/** Standing states: when they began matters little. */
const standing = /(?:坏|破|漏|缺|丢|裂|塌|松动|倒)(?:了|的|损)|不亮|违建|违章建筑|broken|missing|not working/iu

/** A name alone reaches nobody. */
const isReachable = (contact: Contact | null) =>
  contact !== null && (contact.wish !== 'named' || contact.phone !== null || contact.email !== null)

const isTold = (question: IntakeQuestion, { draft }: Pick<Intake, 'draft'>, exact: boolean): boolean => {
  switch (question) {
    case 'what':
      return draft.description !== ''
    case 'where':
      return draft.where !== null
    case 'spot':
      return draft.where === null || exact
    case 'when':
      return draft.when !== null
    case 'wish':
      return draft.wish !== null
    case 'contact':
      return isReachable(draft.contact)
    case 'phone':
    case 'kind':
    case 'confirm':
      return true
    default:
      return question satisfies never
  }
}

const matters = (question: IntakeQuestion, draft: TicketDraft): boolean => {
  const about = draft.description
  if (question === 'where' || question === 'spot') return !placeless.test(about)
  if (question === 'when') return !standing.test(about)
  return true
}

/** Whether the demand is about something that is somewhere. */
export const hasPlace = (draft: TicketDraft): boolean =>
  needs[draft.kind].includes('where') && !placeless.test(draft.description)

/** So many questions without an answer, and nothing but how to reach the person is asked any more: a demand waits for no slot. */
const mostOpen = 2

/**
 * The next thing to ask for: missing, of weight for the kind, and not asked before; 'confirm' when there is none. `exact`: the place is.
 * Whoever had no answer twice is asked no more about the matter.
 */
export function nextQuestion(intake: Pick<Intake, 'draft' | 'asked'>, exact: boolean): IntakeQuestion {
  const missing = (question: IntakeQuestion) => !isTold(question, intake, exact)
  const open = new Set(intake.asked.filter((question) => question !== 'contact' && missing(question)))
  const order: readonly IntakeQuestion[] = open.size < mostOpen ? ['what', ...needs[intake.draft.kind]] : ['contact']
  return (
    order.find(
      (question) => !intake.asked.includes(question) && missing(question) && matters(question, intake.draft),
    ) ?? 'confirm'
  )
}
