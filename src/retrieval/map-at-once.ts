/** Maps a list in order with up to `most` members under way at a time; the first fault ends it. */
export async function mapAtOnce<T, R>(
  list: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(list.length)
  let next = 0
  const line = async () => {
    for (let index = next++; index < list.length; index = next++) {
      const item = list[index]
      if (item !== undefined) results[index] = await work(item, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, line))
  return results
}
