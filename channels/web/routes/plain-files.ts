import { z } from 'zod'
import type { Reception } from '../../../src/core/channel.ts'
import { mediaOf } from '../../../src/core/media-of.ts'
import type { Media } from '../../../src/core/message.ts'
import { readForm } from '../read-form.ts'
import { Refusal } from '../refusal.ts'
import { admitToken, type Call } from '../route.ts'
import { sendFile } from '../send-file.ts'
import type { Words } from './page-routes.ts'

/** What became of the files that a form brought: those kept, and a line for each that was refused. */
export interface TakenFiles {
  media: readonly Media[]
  refused: readonly string[]
}

/** Takes the files of a form in, one after the other, so that the first ones fit where not all do. */
export async function takeFiles(
  { files }: Reception,
  conversation: string,
  { sent, words }: { sent: readonly File[]; words: Words },
): Promise<TakenFiles> {
  const media: Media[] = []
  const refused: string[] = []
  for (const file of sent) {
    const content = new Uint8Array(await file.arrayBuffer())
    const attached = await files.attach(conversation, { name: file.name, content })
    if (attached.kind === 'attached') media.push(mediaOf(attached.attachment))
    else
      refused.push(
        words('ui.plain.file-refused', { name: file.name, why: words(attached.phrase.id, attached.phrase.values) }),
      )
  }
  return { media, refused }
}

const wantedFile = z.object({ conversation: z.string(), token: z.string(), file: z.string() })

/** Gives out the file whose button was pressed, to whoever holds the conversation's token. */
export async function answerPlainFile({ request, reception }: Call): Promise<Response> {
  const { fields } = await readForm(request, 0)
  const wanted = wantedFile.safeParse(fields)
  if (!wanted.success) throw new Refusal('bad-request')
  const { conversation, token, file: wantedId } = wanted.data
  const { id } = await admitToken(reception, conversation, token)
  const file = await reception.files.open({ conversation: id }, wantedId)
  if (file === null) throw new Refusal('not-found')
  return sendFile(file)
}
