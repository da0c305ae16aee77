/** Steps in which values are counted to find the largest: finer than scores differ that matter. */
const buckets = 512

/** The positions of the largest values above zero that are accepted, `count` of them and those that are about as large as the last. */
export function largest(values: Float32Array, count: number, accept: (index: number) => boolean): number[] {
  let most = 0
  for (const value of values) if (value > most) most = value
  if (most === 0) return []
  const bucketOf = (value: number) => Math.floor((value / most) * (buckets - 1))
  const positions: number[] = []
  const sizes = new Uint32Array(buckets)
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0
    if (value <= 0 || !accept(index)) continue
    positions.push(index)
    const bucket = bucketOf(value)
    sizes[bucket] = (sizes[bucket] ?? 0) + 1
  }
  let least = buckets
  for (let found = 0; least > 0 && found < count;) found += sizes[(least -= 1)] ?? 0
  return positions.filter((index) => bucketOf(values[index] ?? 0) >= least)
}
