import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'
import type { Operators } from './page-operators.ts'

export interface OpenPdf {
  pdf: PDFDocumentProxy
  ops: Operators
}

const dataFolder = (name: string) =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, '/')

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')

/**
 * Opens a PDF with pdf.js, whose character maps and standard fonts come with its package. Only what text needs is decoded: no images, no
 * scripts, no fonts of the machine. A file that needs a password or cannot be understood is an UnreadableFile.
 */
export async function openPdf(file: { name: string; bytes: Uint8Array }): Promise<OpenPdf> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // pdf.js takes the buffer over, and the caller may still want it.
    data: new Uint8Array(file.bytes),
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: false,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    return { pdf: await task.promise, ops: OPS }
  } catch (error) {
    await task.destroy()
    if (nameOf(error) === 'PasswordException') throw new UnreadableFile('password', phrase('reading.password'))
    throw new UnreadableFile('damaged', phrase('reading.damaged'))
  }
}
