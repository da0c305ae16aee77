/** The value below which a share of the figures lies; the figures need not be sorted. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const round = (figure: number, digits = 1): number => Number(figure.toFixed(digits))

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

/** Prints rows of the same keys as a table with a heading. */
export function printTable(heading: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  console.log(`\n${heading}`)
  const keys = Object.keys(rows[0] ?? {})
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => String(row[key] ?? '').length)))
  const print = (cells: readonly string[]) =>
    console.log(
      `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('   ')}`,
    )
  print(keys)
  for (const row of rows) print(keys.map((key) => String(row[key] ?? '')))
}
