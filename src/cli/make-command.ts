import type { Command } from 'commander'
import type { Tell } from '../tell-operator.mjs'

/** Makes commands whose help is in the operator's words. */
export function createMakeCommand(tell: Tell) {
  const help = (command: Command): Command => command.helpOption('-h, --help', tell('operator.help.help'))
  return {
    help,
    /** A command under another; its words stand under the names of both. */
    make: (name: string, of: Command, options?: { isDefault: boolean }): Command =>
      help(of.command(name, options)).description(
        tell(`operator.help.${[of.name(), name].slice(of.parent === null ? 1 : 0).join('.')}`),
      ),
  }
}
