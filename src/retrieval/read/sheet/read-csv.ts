import Papa from 'papaparse'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile, type Reader } from '../reading.ts'
import { decodeText } from '../text/decode-text.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { sheetBlocks, sheetTitle } from './sheet-blocks.ts'

/** Reads comma-, semicolon- or tab-separated values in any of the encodings that Chinese programs write. */
export const readCsv: Reader = async (file, limits) => {
  const { text, warnings } = decodeText(file.bytes)
  const plain = text.replace(/^\uFEFF/u, '')
  const { data } = Papa.parse<string[]>(plain, {
    delimiter: guessDelimiter(plain)?.delimiter ?? ',',
    preview: limits.parts,
  })
  const rows = data.map((row) => row.map((value) => (value.trim() === '' ? null : { text: value.trim() })))
  const blocks = sheetBlocks(rows, false)
  if (blocks.length === 0) throw new UnreadableFile('empty', phrase('reading.empty.sheet'))
  return { title: sheetTitle(rows), metadata: {}, blocks, warnings, quarantined: [] }
}
