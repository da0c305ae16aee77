import type { TicketCase } from '../../core/ticket-life.ts'
import type { CommandKind, Commands } from '../../core/ticket-command.ts'
import type { Answer, Setting } from './setting.ts'

/** Says what a command comes to in a demand whose state and asker have been looked at. */
export type Handler<K extends CommandKind> = (command: Commands[K], ticket: TicketCase, setting: Setting) => Answer

export type Handlers<K extends CommandKind> = { readonly [Kind in K]: Handler<Kind> }
