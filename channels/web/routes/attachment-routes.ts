import { refuseFile } from '../../../src/core/attachments.ts'
import { json } from '../json.ts'
import type { LimitUploads } from '../limit-uploads.ts'
import { readBytes } from '../read-body.ts'
import { fileRefusal, Refusal } from '../refusal.ts'
import { guardedRoute, type Call, type Route } from '../route.ts'
import { sendFile } from '../send-file.ts'
import { attachmentResponse } from '../wire.ts'

interface Options {
  limit: (conversation: string) => Promise<void>
  limitUpload: LimitUploads
}

async function takeFile(
  { request, url, caller, reception: { files } }: Call,
  conversation: string,
  { limitUpload }: Options,
): Promise<Response> {
  const content = await readBytes(request, files.limits.fileBytes)
  if (content === null) throw fileRefusal(refuseFile('too-large', files.limits))
  await limitUpload(caller, content.byteLength)
  const name = url.searchParams.get('name') ?? ''
  const attached = await files.attach(conversation, { name, content })
  if (attached.kind === 'refused') throw fileRefusal(attached)
  const { attachment } = attached
  return json(attachmentResponse.parse({ ...attachment, placed: attachment.point !== null }), 201)
}

/** Sending files for a demand, and reading them again. */
export const attachmentRoutes = (options: Options): readonly Route[] => [
  guardedRoute({
    method: 'post',
    path: '/conversations/{id}/attachments',
    summary:
      'Sends a photo, a recording or a document as the body, whatever type it declares: its content counts. A message names it by its id then; one that no ticket comes of is deleted after about a day.',
    query: [{ name: 'name', about: 'Name of the file' }],
    file: true,
    gives: {
      201: { about: 'The file as it is kept: without what a photo says of its owner', shape: attachmentResponse },
    },
    async answer(call, { id }) {
      await options.limit(id)
      return takeFile(call, id, options)
    },
  }),
  guardedRoute({
    method: 'get',
    path: '/conversations/{id}/attachments/{file}',
    summary: 'A file that was sent in the conversation, or that came with a ticket filed in it.',
    gives: { 200: { about: 'The file', type: '*/*' } },
    async answer({ values, reception }, { id }) {
      const file = await reception.files.open({ conversation: id }, values.file ?? '')
      if (file === null) throw new Refusal('not-found')
      return sendFile(file)
    },
  }),
  guardedRoute({
    method: 'delete',
    path: '/conversations/{id}/attachments/{file}',
    summary: 'Takes a file back, as long as no ticket refers to it.',
    gives: { 204: { about: 'Deleted', type: '' } },
    async answer({ values, reception }, { id }) {
      if (!(await reception.files.remove(id, values.file ?? ''))) throw new Refusal('not-found')
      return new Response(null, { status: 204 })
    },
  }),
]
