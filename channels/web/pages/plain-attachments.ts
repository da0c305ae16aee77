import { fileOf } from '../../../src/core/media-of.ts'
import type { Media } from '../../../src/core/message.ts'
import { html } from '../html.ts'

type Words = (id: string, values?: Readonly<Record<string, string>>) => string

/** What the picker of a browser offers first. The content of what is chosen counts, not its name. */
const accepted = 'image/*,audio/*,.pdf,.doc,.docx,.xls,.xlsx,.ofd,.txt'

/** The files of a message, each behind a button that opens it in a window of its own. */
export const plainAttachments = (media: readonly Media[], words: Words) =>
  media.length > 0 &&
  html`<p class="row files">
    ${media.map(
      (each) =>
        html`<button
          name="file"
          value="${fileOf(each) ?? ''}"
          formaction="/web/plain/file"
          formenctype="application/x-www-form-urlencoded"
          formtarget="_blank"
          formnovalidate
          aria-label="${words('ui.plain.open-file', { name: each.name })}"
        >
          ${each.name}
        </button>`,
    )}
  </p>`

/** Where files are chosen. */
export const plainFilePicker = (words: Words, limits: { fileBytes: number; files: number }) => {
  const file = String(Math.floor(limits.fileBytes / 1024 / 1024))
  return html`<p>
    <label for="files">${words('ui.plain.files', { file, files: String(limits.files) })}</label>
    <input type="file" id="files" name="files" multiple accept="${accepted}" />
  </p>`
}
