import type { FileOwner } from './files.ts'
import { phrase, type Phrase } from './phrase.ts'
import type { Attachment } from './ticket.ts'

/** A file as it came in: neither its name nor what it is said to be is believed. */
export interface HandedFile {
  name: string
  content: Uint8Array
}

/** Why a file is not taken; each has its words under `file.refused.<fault>`. */
export const fileFaults = [
  'empty',
  'too-large',
  'type',
  'damaged',
  'bomb',
  'macros',
  'locked',
  'too-many',
  'too-much',
] as const
export type FileFault = (typeof fileFaults)[number]

/** How much is taken: bytes of one file, and files and bytes of one ticket. */
export interface FileLimits {
  fileBytes: number
  files: number
  ticketBytes: number
}

export interface RefusedFile {
  kind: 'refused'
  fault: FileFault
  phrase: Phrase
}
export type Attached = { kind: 'attached'; attachment: Attachment } | RefusedFile

const megabytes = (bytes: number) => String(Math.floor(bytes / 1024 / 1024))

/** A refusal with its words, which name the limits. */
export const refuseFile = (fault: FileFault, { fileBytes, files, ticketBytes }: FileLimits): RefusedFile => ({
  kind: 'refused',
  fault,
  phrase: phrase(`file.refused.${fault}`, {
    file: megabytes(fileBytes),
    files: String(files),
    all: megabytes(ticketBytes),
  }),
})

/** Takes files in: whoever receives some hands them over here, and refers to what comes back. */
export interface Attachments {
  limits: FileLimits
  /**
   * Checks a file by its content, reads where a photo was taken, takes out what it says of its owner, and keeps it. A refusal carries the words
   * for whoever sent it.
   */
  attach(owner: FileOwner, file: HandedFile): Promise<Attached>
}

/** A file as it is given out. */
export interface OpenFile {
  attachment: Attachment
  content: Uint8Array<ArrayBuffer>
}

/** Files in conversations, as channels see them. */
export interface ConversationFiles {
  limits: FileLimits
  attach(conversation: string, file: HandedFile): Promise<Attached>
  /** What a message of the conversation may refer to; null for what is not its own or is no longer kept. */
  find(conversation: string, id: string): Promise<Attachment | null>
  /** Gives out a file of the conversation or of a ticket that was filed in it; by a ticket's number to whom the caller lets read that. */
  open(reader: { conversation: string } | { ticket: string }, id: string): Promise<OpenFile | null>
  /** Takes a file back, as long as no ticket refers to it. */
  remove(conversation: string, id: string): Promise<boolean>
}
