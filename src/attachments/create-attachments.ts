import { createHash, randomUUID } from 'node:crypto'
import { refuseFile, type Attachments, type FileLimits, type HandedFile } from '../core/attachments.ts'
import type { Clock } from '../core/clock.ts'
import type { FileOwner, Files } from '../core/files.ts'
import type { Attachment } from '../core/ticket.ts'
import { checkFile } from './check-file.ts'
import { UnfitFile } from './unfit-file.ts'

/** Takes files in over the store. Those of one owner follow one another, so that no two together break the bounds of a ticket. */
export function createAttachments(options: {
  files: Pick<Files, 'put' | 'unclaimed'>
  clock: Clock
  limits: FileLimits
}): Attachments {
  const { files, clock, limits } = options
  const queues = new Map<string, Promise<unknown>>()

  async function refuseTooMuch(owner: FileOwner, bytes: number): Promise<void> {
    if (bytes > limits.fileBytes) throw new UnfitFile('too-large')
    const held = await files.unclaimed(owner)
    if (held.files >= limits.files) throw new UnfitFile('too-many')
    if (held.bytes + bytes > limits.ticketBytes) throw new UnfitFile('too-much')
  }

  async function take(owner: FileOwner, file: HandedFile): Promise<Attachment> {
    await refuseTooMuch(owner, file.content.byteLength)
    const { content, ...checked } = await checkFile(file)
    const digest = createHash('sha256').update(content).digest('hex')
    const attachment: Attachment = { ...checked, id: randomUUID(), bytes: content.byteLength, digest }
    await files.put({ ...attachment, owner, storedAt: clock() }, content)
    return attachment
  }

  return {
    limits,
    async attach(owner, file) {
      const key = `${owner.kind}:${owner.id}`
      const before = queues.get(key) ?? Promise.resolve()
      const now = before.then(() => take(owner, file))
      const settled = now.catch(() => undefined).finally(() => queues.get(key) === settled && queues.delete(key))
      queues.set(key, settled)
      try {
        return { kind: 'attached', attachment: await now }
      } catch (error) {
        if (error instanceof UnfitFile) return refuseFile(error.fault, limits)
        throw error
      }
    },
  }
}
