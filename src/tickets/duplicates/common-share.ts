/** Signs of a name that are compared. */
const longest = 60

/** The longest stretch that stands in both, and where. */
function longestCommon(a: readonly string[], b: readonly string[]): { at: number; in: number; length: number } {
  let best = { at: 0, in: 0, length: 0 }
  for (let at = 0; at < a.length; at += 1)
    for (let into = 0; into < b.length; into += 1) {
      let length = 0
      while (at + length < a.length && a[at + length] === b[into + length]) length += 1
      if (length > best.length) best = { at, in: into, length }
    }
  return best
}

/** How many signs two names share in stretches of two and more. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const best = longestCommon(a, b)
  if (best.length < 2) return 0
  return (
    best.length +
    commonLength(a.slice(0, best.at), b.slice(0, best.in)) +
    commonLength(a.slice(best.at + best.length), b.slice(best.in + best.length))
  )
}

/** What part of the shorter name the two share, 0 … 1; 0 where one is empty. Names are given sign by sign. */
export function commonShare(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length)
  return shorter === 0 ? 0 : commonLength(a.slice(0, longest), b.slice(0, longest)) / Math.min(longest, shorter)
}

/** The shorter name is the longer one with signs left out, as in "师院" for "师范学院". */
export function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] !== long[0] || short.length >= long.length) return false
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}
