import type { Actor, TicketCase } from '../../core/ticket-life.ts'
import type { Deadlines } from '../deadlines.ts'

/** Whose turn it is. `id` is a department's; null: any person with this role. */
export interface Owner {
  role: Extract<Actor['role'], 'operator' | 'reviewer' | 'department'>
  id: string | null
}

/** Who has to do the next thing; null only where nothing is left to do. */
export function ownerOf(ticket: TicketCase, { objection }: Pick<Deadlines, 'objection'>): Owner | null {
  const operator: Owner = { role: 'operator', id: null }
  const reviewer: Owner = { role: 'reviewer', id: null }
  switch (ticket.state) {
    case 'filed':
    case 'replied':
      return operator
    case 'accepted':
      return ticket.bounces >= objection.bounces ? reviewer : operator
    case 'dispatched':
    case 'in-progress':
      return ticket.assignment === null ? reviewer : { role: 'department', id: ticket.assignment.lead }
    case 'objected':
      return reviewer
    case 'visited':
      return ticket.visit?.solved === 'no' ? reviewer : operator
    case 'closed':
    case 'withdrawn':
    case 'transferred':
      return null
  }
}
