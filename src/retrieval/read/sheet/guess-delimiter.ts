import Papa from 'papaparse'

const delimiters = [',', '\t', ';', '|', '，', '；']

/** Lines that tell enough about a file. */
const sampleLines = 60

export interface DelimiterGuess {
  delimiter: string
  /** Columns of the first row. */
  width: number
  /** Share of the rows with as many columns as the first. */
  alike: number
  rows: number
}

/** The delimiter that cuts the rows most evenly into at least two values; null where none does. */
export function guessDelimiter(text: string): DelimiterGuess | null {
  const lines = text.split(/\r?\n/u)
  const sample = lines.slice(0, sampleLines).join('\n')
  const guesses = delimiters.flatMap((delimiter): DelimiterGuess[] => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, skipEmptyLines: 'greedy' })
    // The last row of a sample may be cut in the middle of a quoted value.
    const rows = lines.length > sampleLines ? data.slice(0, -1) : data
    const width = rows[0]?.length ?? 0
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length)
    return width < 2 ? [] : [{ delimiter, width, alike, rows: rows.length }]
  })
  return guesses.sort((one, other) => other.alike - one.alike || other.width - one.width)[0] ?? null
}
