import type { Term } from '../../../core/dispatch.ts'
import type { ContactWish, TicketKind, TicketState } from '../../../core/ticket.ts'
import type { Desk } from '../with-desk.ts'

/** Reads words of both languages, and our own names, back. */
export interface ReadWords {
  kind(text: string): TicketKind | null
  state(text: string): TicketState | null
  term(text: string): Term | null
  contact(text: string): ContactWish | null
  choices(of: 'kind' | 'state' | 'term' | 'contact'): string
}

const kinds: readonly TicketKind[] = ['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']
const states: readonly TicketState[] = [
  ...(['filed', 'accepted', 'dispatched', 'in-progress', 'objected', 'replied', 'visited'] as const),
  ...(['closed', 'withdrawn', 'transferred'] as const),
]
const terms: readonly Term[] = ['danger', 'utility', 'ordinary', 'complex']
const contacts: readonly ContactWish[] = ['named', 'confidential', 'anonymous']

/** What other systems say of where a demand stands. */
const otherStates: Partial<Record<TicketState, readonly string[]>> = {
  filed: ['待处理', '未处理', '待受理', '新建', '待派单', 'new', 'open', 'pending'],
  'in-progress': ['处理中', '办理中', '待办理', 'processing', 'in progress', 'assigned'],
  closed: ['办结', '已完成', '完成', '已处理', '结案', '已归档', 'done', 'resolved', 'complete', 'completed'],
  withdrawn: ['撤销', '已撤销', '已取消', 'cancelled', 'canceled'],
  transferred: ['已转办', '不予受理', 'referred'],
}

const plain = (text: string) => text.trim().toLowerCase()

export function createReadWords({ phrases, tell }: Pick<Desk, 'phrases' | 'tell'>): ReadWords {
  function tableOf<T extends string>(
    all: readonly T[],
    prefix: string,
    more: Partial<Record<T, readonly string[]>> = {},
  ) {
    const names = all.flatMap((each) => {
      const words = [each, phrases.zh[`${prefix}${each}`] ?? each, phrases.en[`${prefix}${each}`] ?? each]
      return [...words, ...(more[each] ?? [])].map((word) => [plain(word), each] as const)
    })
    const table = new Map<string, T>(names)
    return {
      read: (text: string): T | null => table.get(plain(text)) ?? null,
      choices: all.map((each) => tell(`${prefix}${each}`)).join(', '),
    }
  }
  const kind = tableOf(kinds, 'operator.ticket.kind.')
  const state = tableOf(states, 'operator.ticket.state.', otherStates)
  const term = tableOf(terms, 'operator.tickets.term.')
  const contact = tableOf(contacts, 'operator.tickets.contact.')
  return {
    kind: kind.read,
    state: state.read,
    term: term.read,
    contact: contact.read,
    choices: (of) => ({ kind, state, term, contact })[of].choices,
  }
}
