import { Command, CommanderError } from 'commander'
import { vi } from 'vitest'
import { createMakeCommand } from '../../src/cli/make-command.ts'
import { addTicketCommands } from '../../src/cli/tickets/add-ticket-commands.ts'
import type { DeskSetting } from '../../src/cli/tickets/with-desk.ts'
import { explainError } from '../../src/explain-error.ts'
import { tellOperator } from '../../src/tell-operator.mjs'

/** What a command printed, and what it complained of; null where it did not. */
export interface Ran {
  out: string
  complaint: string | null
}

/** Runs `npm run tickets -- …` as it is written on the command line. */
export async function runTickets(setting: DeskSetting, ...words: readonly string[]): Promise<Ran> {
  const tell = tellOperator(setting.config.language)
  const { help, make } = createMakeCommand(tell)
  const out: string[] = []
  const program = help(new Command('civicline'))
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.push(text), writeErr: (text) => out.push(text) })
  addTicketCommands({ tickets: make('tickets', program), make, setting, tell })
  const take = (text: unknown) => out.push(`${String(text).replace(/\n$/u, '')}\n`) > 0
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(console, 'log').mockImplementation(take),
    vi.spyOn(console, 'error').mockImplementation(take),
  ]
  try {
    await program.parseAsync(['node', 'civicline', 'tickets', ...words])
    return { out: out.join(''), complaint: null }
  } catch (error) {
    const complaint = error instanceof CommanderError ? error.code : explainError(error, tell)
    return { out: out.join(''), complaint }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
