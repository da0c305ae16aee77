import { currentStage } from '../../current-stage.ts'
import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'

/** The way of a demand from filing to closing, with the time of each stage that it has reached. */
export function TicketStages({ ticket }: { ticket: Wire['ticket'] }) {
  const { words, moment } = useSurroundings()
  const current = currentStage(ticket)
  return (
    <ol class="stages" aria-label={words('ui.ticket.progress')}>
      {ticket.stages.map(({ stage, at }, index) => (
        <li
          key={stage}
          class={index === current ? 'now' : index < current ? 'done' : 'todo'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>{words(`ui.ticket.stage.${stage}`)}</span>
          {at !== null && index <= current && <time dateTime={at}>{moment(at)}</time>}
          {index > current && <span class="hidden">{words('ui.ticket.stage.none')}</span>}
        </li>
      ))}
    </ol>
  )
}
