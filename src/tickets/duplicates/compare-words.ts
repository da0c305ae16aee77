/** How much a term tells: the rarer among demands, the more. */
export type Rarity = (term: string) => number

/** Pairs of neighbouring Han characters, and words and figures in Latin script. */
export function wordsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{Script=Latin}\d]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) terms.add(run)
    else for (let at = 0; at + 1 < run.length; at += 1) terms.add(run.slice(at, at + 2))
  }
  return terms
}

/** Learns from texts how rare their terms are; a term in none of them is the rarest. */
export function learnRarity(texts: Iterable<string>): Rarity {
  const holders = new Map<string, number>()
  let count = 0
  for (const text of texts) {
    count += 1
    for (const term of wordsOf(text)) holders.set(term, (holders.get(term) ?? 0) + 1)
  }
  return (term) => Math.log(1 + (count + 1) / ((holders.get(term) ?? 0) + 0.5))
}

/** How much of what they say two texts share, 0 … 1; a short text may stand in a long one. */
export function compareWords(a: string, b: string, rarity: Rarity): number {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const weigh = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + rarity(term), 0)
  const [weightOne, weightOther] = [weigh(one), weigh(other)]
  if (weightOne === 0 || weightOther === 0) return 0
  const shared = weigh([...one].filter((term) => other.has(term)))
  // Three quarters of the shorter and a quarter of the longer: what a long text says besides counts little.
  return shared / (0.75 * Math.min(weightOne, weightOther) + 0.25 * Math.max(weightOne, weightOther))
}

/** The cosine of two vectors of length 1. */
export const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
