import { phrase, type Phrase } from '../../core/phrase.ts'

const megabyte = 1024 * 1024

/** What an editor is told of a file with more bytes than are read. */
export const tooLarge = (bytes: number, most: number): Phrase =>
  phrase('reading.too-large', {
    size: String(Math.ceil(bytes / megabyte)),
    most: String(Math.floor(most / megabyte)),
  })
