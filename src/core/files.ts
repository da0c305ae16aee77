import type { Attachment } from './ticket.ts'

/** Who handed a file in: the conversation it was sent in, or the system of others that came with a key. */
export interface FileOwner {
  kind: 'conversation' | 'client'
  id: string
}

/** A file that is kept, without its content. */
export interface StoredFile extends Attachment {
  owner: FileOwner
  storedAt: Date
}

/** A kept file as a ticket refers to it. */
export const attachmentIn = ({ id, kind, name, type, bytes, digest, point }: StoredFile): Attachment => ({
  ...{ id, kind, name, type, bytes, digest, point },
})

/** For whom a file is opened: whoever handed it in, or whoever may read the ticket that it belongs to. */
export type FileReader = { owner: FileOwner } | { ticket: string }

/** Files that people hand in. One that a ticket refers to is claimed, and stays; one that is not is somebody's until it is removed. */
export interface Files {
  /** Keeps a file that has been checked. Its id is not to be guessed. */
  put(file: StoredFile, content: Uint8Array): Promise<void>
  /** Null where there is none, or where it is none of the reader's. */
  find(id: string, reader: FileReader): Promise<StoredFile | null>
  content(id: string, reader: FileReader): Promise<Uint8Array<ArrayBuffer> | null>
  /** What an owner has handed in and no ticket has claimed. */
  unclaimed(owner: FileOwner): Promise<{ files: number; bytes: number }>
  /** Takes a file back. False where it is not the owner's or a ticket has claimed it. */
  remove(id: string, owner: FileOwner): Promise<boolean>
  /**
   * Removes what was handed in before then and never claimed; resolves with how many. Files of a conversation that was replied to since then,
   * or that a person holds, stay: a ticket may still come of it.
   */
  removeUnclaimed(before: Date): Promise<number>
}
