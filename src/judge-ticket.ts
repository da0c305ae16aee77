import { detectLanguage } from './core/detect-language.ts'
import type { DispatchAdvice, Dispatcher } from './core/dispatch.ts'
import type { Log } from './core/log.ts'
import type { Actor } from './core/ticket-life.ts'
import type { TicketDraft } from './core/ticket.ts'
import { findPersonalData } from './steps/find-personal-data.ts'
import type { TicketCommand } from './core/ticket-command.ts'

const assistant: Actor = { role: 'assistant', id: 'dispatch' }

/** What is judged: `subject` is the class that whoever reports it has chosen. */
export interface Judged {
  draft: TicketDraft
  number?: string | null
  subject?: string | null
}

/**
 * Says what the rules can do with a demand just filed: accept it, so that its clock is known, and dispatch it where the advice is sure.
 * Nothing where it could not be judged.
 */
export const createJudge =
  ({ dispatcher, log }: { dispatcher: Dispatcher; log: Log }) =>
  async ({ draft, number = null, subject = null }: Judged, signal: AbortSignal): Promise<readonly TicketCommand[]> => {
    const said = [draft.subject, draft.description, draft.wish ?? ''].filter((line) => line.trim() !== '').join('\n')
    const region = draft.where?.region ?? draft.region
    try {
      // What judges may be a model elsewhere: it sees no personal data.
      const { text } = findPersonalData(said)
      const advice = await dispatcher.advise({ text, language: detectLanguage(said), region, subject }, signal)
      return commandsOf({ ...advice, subject: advice.subject ?? subject })
    } catch (error) {
      if (signal.aborted) throw error
      log('error', 'ticket not judged', { number, error: error instanceof Error ? error.name : 'unknown' })
      return []
    }
  }

/** A rule gives a demand to a body only where the catalogue names one for what was understood; the rest is for a person. */
const isSure = (advice: DispatchAdvice): advice is DispatchAdvice & { lead: string } =>
  advice.reason === 'line' && advice.lead !== null && advice.excluded === null

function commandsOf(advice: DispatchAdvice): readonly TicketCommand[] {
  const { subject, term, line } = advice
  const accept: TicketCommand = { kind: 'accept', by: assistant, subject, term, advice }
  if (!isSure(advice)) return [accept]
  const assignment = { lead: advice.lead, coHandling: advice.coHandling, line, reason: line ?? advice.reason }
  return [accept, { kind: 'dispatch', by: assistant, assignment }]
}
