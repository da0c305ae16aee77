import type { DeskDoor } from './core/desk-office.ts'
import { attachmentIn, type Files } from './core/files.ts'
import type { Language } from './core/language.ts'
import { fileOf } from './core/media-of.ts'
import type { Message } from './core/message.ts'
import { phrase, type Phrase, type Speak } from './core/phrase.ts'
import type { RenderOptions } from './core/render.ts'
import type { PipelineResult } from './core/run-pipeline.ts'
import type { NewTicket, Store } from './core/store.ts'
import type { Choice, OutcomeOf } from './core/outcome.ts'
import { actionChoices, anotherMatter, askedChoices, otherMatters } from './core/ticket-choices.ts'
import type { TicketCounter, TicketProgress } from './core/ticket-progress.ts'
import { nothingTold, type Attachment, type Handover, type TicketDraft } from './core/ticket.ts'
import type { PersonalDatum, Turn } from './core/turn.ts'
import type { Filing } from './file-ticket.ts'
import { unmask } from './steps/recall-personal-data.ts'

export interface ActOptions {
  filing: Filing
  desk: DeskDoor
  counter: TicketCounter
  speak: Speak
}

/** A turn that has ended and is to be settled; `masked` is the personal data behind its placeholders. */
export interface Settling {
  conversation: string
  message: Message
  result: PipelineResult
  masked: readonly PersonalDatum[]
  now: Date
}

/** Who takes over finds what was asked; personal data stands there in the clear. */
function handoverOf(
  { turn }: PipelineResult,
  { reason, summary, tried }: Handover,
  { conversation, filedAt, masked }: { conversation: string; filedAt: Date; masked: readonly PersonalDatum[] },
): NewTicket {
  const { region } = turn
  const subject = summary.slice(0, 30)
  const draft: TicketDraft = {
    ...{ kind: 'consultation', subject, description: summary, region, ...nothingTold, tried },
    attachments: turn.intake?.draft.attachments ?? [],
  }
  return { kind: 'handover', conversation, filedAt, draft: unmask(draft, masked), reason }
}

/** What somebody who wants a person needs. Where there was danger a moment ago, it comes before others'. */
const wishOf = ({ language, region, history }: Turn, { reason }: Handover) => ({
  reason,
  urgent: reason === 'safety' || history.slice(-2).some(({ outcome }) => outcome.kind === 'emergency'),
  needs: { language, region, skill: null },
})

/** The files that came with a message itself. */
async function filesOf(files: Files, { media, conversation }: Message): Promise<readonly Attachment[]> {
  const owner = { kind: 'conversation', id: conversation } as const
  const found = await Promise.all(
    media.map((each) => fileOf(each)).map((id) => (id === null ? null : files.find(id, { owner }))),
  )
  return found.flatMap((file) => (file === null ? [] : [attachmentIn(file)]))
}

/** Done to tickets by a turn: the number, and what is told of it. */
export interface Deed {
  number: string
  told: NonNullable<RenderOptions['told']> | undefined
  /** To be done once it is stored; nobody waits for it. */
  after?: () => void
  /** What was to be filed was joined to this one. */
  joined?: boolean
  /** Its number is not to be told here. */
  hidden?: boolean
}

/** What is done inside the transaction that records the turn. */
export type Act = (store: Store) => Promise<Deed | null>

const nothing: Act = async () => null

/** What was sent for a demand that is dropped is not kept. */
const dropFiles =
  ({ attachments }: Pick<TicketDraft, 'attachments'>, conversation: string): Act =>
  async ({ files }) => {
    for (const { id } of attachments) await files.remove(id, { kind: 'conversation', id: conversation })
    return null
  }

/** Judges a demand, to be filed or joined to the earlier one that it repeats. */
async function prepareFiling(
  { filed: told, joined, separate, others = [] }: OutcomeOf<'ticket'>,
  { filing, speak }: Pick<ActOptions, 'filing' | 'speak'>,
  { conversation, language, masked, now }: Omit<Settling, 'message' | 'result'> & { language: Language },
): Promise<Act> {
  const draft = unmask(told, masked)
  const prepared = await filing.prepare({ conversation, filedAt: now, draft, separate: separate === true })
  return async (inside) => {
    const filed = await filing.file(inside, prepared)
    const { number } = filed.ticket
    if (separate === true && joined !== undefined) await filing.undoRepeat(inside, joined, conversation)
    const say = (wording: Phrase) => speak(wording, language)
    const next = otherMatters(unmask(others, masked), say)
    const phrases = [...filing.tell(filed, language), ...(next.length === 0 ? [] : [phrase('ticket.others')])]
    if (filed.repeated)
      return {
        number,
        told: { phrases, choices: [anotherMatter(say), ...next] },
        joined: true,
        hidden: filed.elsewhere,
      }
    return { number, told: { phrases, choices: next }, after: () => void filing.relate(number) }
  }
}

/**
 * Gets everything ready that the transaction must not wait for: a demand is judged, what a citizen wants done to a ticket is done. That
 * comes before its record, under the message's own id: after a crash between the two the message is answered again, and nothing is done
 * twice.
 */
export async function prepareAct(options: ActOptions, settling: Settling): Promise<Act> {
  const act = await prepareOutcome(options, settling)
  const { left } = settling.result.turn
  if (left === null) return act
  const drop = dropFiles(left.draft, settling.conversation)
  return async (inside) => {
    await drop(inside)
    return act(inside)
  }
}

async function prepareOutcome(
  { filing, counter, desk, speak }: ActOptions,
  { conversation, message, result, masked, now }: Settling,
): Promise<Act> {
  const { turn, outcome } = result
  const { language } = turn
  const say = (wording: Phrase) => speak(wording, language)
  const show = (progress: TicketProgress, phrases: readonly Phrase[], choices: readonly Choice[]): Deed => ({
    number: progress.number,
    told: { phrases, choices },
  })
  switch (outcome.kind) {
    case 'ticket':
      return prepareFiling(outcome, { filing, speak }, { conversation, language, masked, now })
    case 'handover': {
      const filing = handoverOf(result, outcome.handover, { conversation, filedAt: now, masked })
      return async (inside) => {
        const attachments = [...filing.draft.attachments, ...(await filesOf(inside.files, message))]
        const { number } = await inside.tickets.file({ ...filing, draft: { ...filing.draft, attachments } })
        await desk.ask(inside, { number, conversation, ...wishOf(turn, outcome.handover) })
        return { number, told: { phrases: await desk.tell(inside, number, language), choices: [] } }
      }
    }
    case 'status': {
      const found = await counter.find(outcome.number, { kind: 'shown' })
      return async () =>
        found === null ? null : show(found, counter.describe(found, language), actionChoices(found, say))
    }
    case 'act': {
      const request = {
        number: outcome.number,
        proof: { kind: 'shown' },
        by: conversation,
        key: message.id,
        language,
      } as const
      const answer = await counter.act(request, unmask(outcome.command, masked))
      return async () => {
        if (answer.kind === 'unknown') return null
        const told = answer.kind === 'done' ? answer.told : [answer.why]
        return show(answer.progress, told, askedChoices(answer.progress, say))
      }
    }
    case 'reply':
      return outcome.phrase.id === 'intake.left' ? dropFiles(turn.intake?.draft ?? nothingTold, conversation) : nothing
    default:
      return nothing
  }
}
