const names: Readonly<Record<string, string>> = {
  white: 'FFFFFF', black: '000000', red: 'FF0000', blue: '0000FF', green: '008000', yellow: 'FFFF00', gray: '808080',
  grey: '808080', silver: 'C0C0C0', navy: '000080', maroon: '800000', orange: 'FFA500', snow: 'FFFAFA', ivory: 'FFFFF0',
  whitesmoke: 'F5F5F5', ghostwhite: 'F8F8FF', floralwhite: 'FFFAF0', transparent: 'FFFFFF',
} // prettier-ignore

/** A colour of CSS as six hexadecimal digits; 'transparent' for one that lets all through; null for what is none. */
export function cssColour(text: string): string | null {
  const value = text.trim().toLowerCase()
  const hex = /#([0-9a-f]{3,8})\b/u.exec(value)?.[1]
  if (hex !== undefined) {
    const full = hex.length < 6 ? [...hex.slice(0, 3)].map((digit) => digit + digit).join('') : hex.slice(0, 6)
    return full.toUpperCase()
  }
  const parts = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?/u.exec(value)
  if (parts !== null) {
    if (Number.parseFloat(parts[4] ?? '1') === 0) return 'transparent'
    return parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()
  }
  const word = value.split(/\s+/u).find((one) => names[one] !== undefined)
  return word === 'transparent' ? word : word === undefined ? null : (names[word] ?? null)
}
