import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileOwner } from '../../core/files.ts'
import type { Attachment } from '../../core/ticket.ts'
import { act, type ActOptions } from './act.ts'
import type { Desk, DeskSetting } from './with-desk.ts'

const owner: FileOwner = { kind: 'client', id: 'command' }

/** Checks files and keeps them; throws, in the operator's words, where one is not taken. */
async function attachAll({ attachments, store, tell }: Desk, paths: readonly string[]): Promise<readonly Attachment[]> {
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new Error(tell('operator.ask.missing', { file: missing }))
  const kept: Attachment[] = []
  for (const path of paths) {
    const answer = await attachments.attach(owner, { name: basename(path), content: await readFile(path) })
    if (answer.kind === 'attached') kept.push(answer.attachment)
    else {
      for (const { id } of kept) await store.files.remove(id, owner)
      throw new Error(tell('operator.at', { where: path, message: tell(answer.phrase.id, answer.phrase.values) }))
    }
  }
  return kept
}

export interface TextOptions extends ActOptions {
  attach?: readonly string[]
}

/** Replies for the body that has the demand. The office tells the citizen and asks whether it is solved. */
export const replyToTicket = (
  setting: DeskSetting,
  number: string,
  text: string,
  options: TextOptions,
): Promise<void> =>
  act(setting, number, { ...options, standard: 'department' }, async (desk) => ({
    ...{ kind: 'reply', text },
    attachments: await attachAll(desk, options.attach ?? []),
  }))

/** Adds to a demand what has become known since. */
export const supplementTicket = (
  setting: DeskSetting,
  number: string,
  text: string,
  options: TextOptions,
): Promise<void> =>
  act(setting, number, options, async (desk) => ({
    ...{ kind: 'supplement', text },
    attachments: await attachAll(desk, options.attach ?? []),
  }))
