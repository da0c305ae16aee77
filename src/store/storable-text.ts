const escape = '\u001a'
const unstorable = /[\0\u001a\ud800-\udfff]/u

/**
 * Makes any JavaScript string storable: PostgreSQL refuses U+0000, and half a surrogate pair has no UTF-8 form. Such a character
 * becomes U+001A (SUBSTITUTE) with four hexadecimal digits; everything else stays as it is.
 */
export const toStorable = (text: string): string =>
  unstorable.test(text)
    ? text.replaceAll(new RegExp(unstorable, 'gu'), (unit) => escape + unit.charCodeAt(0).toString(16).padStart(4, '0'))
    : text

/** Gives back the string that `toStorable` took. */
export const fromStorable = (text: string): string =>
  text.includes(escape)
    ? text.replaceAll(/\u001a([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Applies `toStorable` to the strings among a query's parameters. */
export const toStorableValues = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (typeof value === 'string' ? toStorable(value) : value))

/** Applies `fromStorable` to the strings of a row, in place. */
export function fromStorableRow<R>(row: R): R {
  if (typeof row === 'object' && row !== null)
    for (const [column, value] of Object.entries(row))
      if (typeof value === 'string' && value.includes(escape)) Object.assign(row, { [column]: fromStorable(value) })
  return row
}
