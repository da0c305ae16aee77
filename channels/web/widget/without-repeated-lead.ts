/** A passage read after the one before it: a first line that stands there already (a table's caption, a list's lead-in) is left out. */
export function withoutRepeatedLead(text: string, before: string | undefined): string {
  const end = text.indexOf('\n')
  const known = before !== undefined && end > 0 && before.split('\n').includes(text.slice(0, end))
  return known ? text.slice(end + 1) : text
}
