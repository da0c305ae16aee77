import type { ConductIntake, GuessKind, IntakeMove, Told } from '../core/intake.ts'
import { isWordless, type Media, type Message } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import { phrase } from '../core/phrase.ts'
import type { Step, StepTools } from '../core/step.ts'
import type { Attachment } from '../core/ticket.ts'
import type { Exchange, Turn } from '../core/turn.ts'

/** Turns what a channel received into an attachment of a demand; null for what was not kept. */
export type AttachmentOf = (media: Media, conversation: string) => Promise<Attachment | null>

/** Earlier messages of a conversation, by their ids. */
export type SentBefore = (conversation: string, ids: readonly string[]) => Promise<readonly Message[]>

const isIntake = ({ outcome }: Exchange) => outcome.kind === 'question' && outcome.asks === 'intake'

/** The last thing the person asked about; null where there is none. Small talk, refusals and what was filed already are no matter. */
const matterOf = (turn: Turn): Exchange | null => {
  const filed = turn.history.findLastIndex(({ outcome }) => outcome.kind === 'ticket')
  const since = turn.history.slice(filed + 1)
  return (
    since.findLast(
      (exchange) =>
        ['answer', 'unanswered', 'question', 'redirect', 'emergency'].includes(exchange.outcome.kind) &&
        !isIntake(exchange),
    ) ?? null
  )
}

/** What the assistant did before the demand was taken down, a line a step, for the person who takes over. */
export const triedSoFar = (turn: Turn): readonly string[] =>
  turn.history
    .filter((exchange) => !isIntake(exchange))
    .slice(-4)
    .map(({ text, outcome }) => `${text} → ${outcome.kind}`)

/** Whoever files a second demand need not say again how to reach them. */
const contactBefore = ({ history }: Turn) => {
  const filed = history.findLast(({ outcome }) => outcome.kind === 'ticket')?.outcome
  return filed?.kind === 'ticket' ? filed.filed.contact : null
}

/** What demands are taken down with. */
export interface TakingDown {
  intake: ConductIntake
  attachmentOf: AttachmentOf
  /** Guesses what kind of demand a text makes; the rules alone where it is absent. */
  guessKind?: GuessKind | undefined
}

/** The files that came with a turn's message, as attachments of a demand. */
export async function attachmentsOf({ message }: Turn, attachmentOf: AttachmentOf): Promise<readonly Attachment[]> {
  const found = await Promise.all(message.media.map((each) => attachmentOf(each, message.conversation)))
  return found.filter((attachment) => attachment !== null)
}

/** What a turn tells an intake; `text` may be that of an earlier question. */
export async function toldBy(
  turn: Turn,
  { attachmentOf, guessKind }: Omit<TakingDown, 'intake'>,
  { signal }: Pick<StepTools, 'signal'>,
  text = turn.message.text,
): Promise<Told> {
  const { at, place: point } = turn.message
  const attachments = await attachmentsOf(turn, attachmentOf)
  const heard = text === turn.message.text ? turn.heard : null
  const kinds = (await guessKind?.(text, signal)) ?? null
  const { language, region } = turn
  return { text, at, language, region, point, attachments, contact: contactBefore(turn), kinds, heard }
}

/** The turn with the files and the place that came with earlier messages: the matter itself, or a question in between. */
async function withFilesOf(turn: Turn, earlier: readonly Exchange[], sentBefore: SentBefore): Promise<Turn> {
  if (earlier.length === 0) return turn
  const { message } = turn
  const ids = earlier.map((exchange) => exchange.message)
  const sent = await sentBefore(message.conversation, ids)
  const media = [...sent.flatMap((each) => each.media), ...message.media]
  const place = message.place ?? sent.findLast((each) => each.place !== null)?.place ?? null
  return { ...turn, message: { ...message, media, place } }
}

/** The outcome of a move; null where the message is none of the intake's business. */
export function outcomeOf(move: IntakeMove, turn: Turn): Outcome | null {
  switch (move.kind) {
    case 'ask':
      return { kind: 'question', asks: 'intake', phrase: move.phrase, choices: move.choices, intake: move.intake }
    case 'file':
      return {
        kind: 'ticket',
        filed: { ...move.draft, tried: triedSoFar(turn) },
        ...(move.others.length === 0 ? {} : { others: move.others }),
      }
    case 'leave':
      return { kind: 'reply', phrase: phrase('intake.left'), choices: [], gives: {} }
    case 'pass':
      return null
    default:
      return move satisfies never
  }
}

/** The turn of somebody who drops the demand and asks for something else: it goes on as if only that had been said. */
const leaveFor = (turn: Turn, rest: string): Turn => ({
  ...turn,
  ...{ message: { ...turn.message, text: rest }, query: rest, intake: null, left: turn.intake, heard: null },
})

/**
 * Goes on with the demand that is being taken down, and takes one down on the wish to file a ticket: about the matter last asked about,
 * or, where there is none, about what it asks for. A file or a place without a word begins one too, and is asked about.
 */
export function continueIntake({
  sentBefore = () => Promise.resolve([]),
  ...taking
}: TakingDown & { sentBefore?: SentBefore | undefined }): Step {
  const { intake } = taking
  return {
    name: 'continue-intake',
    async run(turn, tools) {
      const wantsToFile = intake.wantsToFile(turn.message.text)
      const matter = wantsToFile ? matterOf(turn) : null
      if (turn.intake !== null && (turn.intake.draft.description !== '' || matter === null)) {
        const between = turn.history.slice(turn.history.findLastIndex(isIntake) + 1)
        const whole = await withFilesOf(turn, between, sentBefore)
        const move = intake.goOn(turn.intake, await toldBy(whole, taking, tools))
        if (move.kind === 'leave' && move.rest !== '') return leaveFor(turn, move.rest)
        return outcomeOf(move, turn) ?? { ...turn, region: turn.intake.draft.region ?? turn.region }
      }
      if (!wantsToFile && !isWordless(turn.message)) return turn
      const about = await withFilesOf(
        { ...turn, region: matter?.region ?? turn.region },
        matter === null ? [] : [matter],
        sentBefore,
      )
      return outcomeOf(intake.begin(await toldBy(about, taking, tools, matter?.query ?? '')), turn) ?? turn
    },
  }
}
