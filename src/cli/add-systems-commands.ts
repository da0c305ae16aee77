import { Option, type Command } from 'commander'
import type { Config } from '../config.ts'
import { keyScopes } from '../core/api-key.ts'
import type { Clock } from '../core/clock.ts'
import { departmentEventTypes } from '../core/webhooks.ts'
import type { Tell } from '../tell-operator.mjs'
import { createApiKey, listApiKeys, revokeApiKey, type NewKeyOptions } from './keys.ts'
import {
  addWebhook,
  listWebhooks,
  removeWebhook,
  resendWebhook,
  testWebhook,
  type NewWebhookOptions,
} from './webhooks.ts'

interface Adding {
  program: Command
  make: (name: string, of: Command) => Command
  setting: { config: Config; clock: Clock }
  tell: Tell
}

/** The commands about systems of others: their keys, and where they are told. */
export function addSystemsCommands(adding: Adding): void {
  addKeysCommands(adding)
  addWebhooksCommands(adding)
}

function addKeysCommands({ program, make, setting, tell }: Adding): void {
  const keys = make('keys', program).helpCommand('help [command]', tell('operator.help.help'))
  make('create', keys)
    .requiredOption('--name <name>', tell('operator.help.keys.name'))
    .addOption(
      new Option('--scope <scope...>', tell('operator.help.keys.scope')).choices(keyScopes).makeOptionMandatory(),
    )
    .option('--department <id>', tell('operator.help.keys.department'))
    .action((options: NewKeyOptions) => createApiKey(setting, options))
  make('list', keys)
    .option('--json', tell('operator.help.json'))
    .action((options: { json?: boolean }) => listApiKeys(setting, options))
  make('revoke', keys)
    .argument('<id>')
    .action((id: string) => revokeApiKey(setting, id))
}

function addWebhooksCommands({ program, make, setting, tell }: Adding): void {
  const webhooks = make('webhooks', program).helpCommand('help [command]', tell('operator.help.help'))
  make('add', webhooks)
    .requiredOption('--department <id>', tell('operator.help.webhooks.department'))
    .requiredOption('--url <url>', tell('operator.help.webhooks.url'))
    .addOption(new Option('--event <type...>', tell('operator.help.webhooks.event')).choices(departmentEventTypes))
    .action((options: NewWebhookOptions) => addWebhook(setting, options))
  make('list', webhooks)
    .option('--json', tell('operator.help.json'))
    .action((options: { json?: boolean }) => listWebhooks(setting, options))
  for (const [name, act] of [
    ['remove', removeWebhook],
    ['test', testWebhook],
    ['resend', resendWebhook],
  ] as const)
    make(name, webhooks)
      .argument('<id>')
      .action((id: string) => act(setting, id))
}
