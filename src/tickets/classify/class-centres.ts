import type { SubjectText } from './subject-texts.ts'

/** The middle of each class's vectors, of length 1 and one after the other; a class without texts has a middle of zeros. */
export interface ClassCentres {
  dimensions: number
  vectors: Float32Array
}

/** Embeds the texts one after the other, so that whoever else waits for the model is served in between, and finds each class's middle. */
export async function findCentres(
  texts: readonly SubjectText[],
  classes: number,
  embed: (text: string) => Promise<Float32Array>,
): Promise<ClassCentres> {
  const sums = new Map<number, Float32Array>()
  let dimensions = 0
  for (const { text, label } of texts) {
    const vector = await embed(text)
    dimensions = vector.length
    const sum = sums.get(label) ?? new Float32Array(dimensions)
    sums.set(
      label,
      sum.map((value, at) => value + (vector[at] ?? 0)),
    )
  }
  const vectors = new Float32Array(classes * dimensions)
  for (const [label, sum] of sums) {
    const length = Math.hypot(...sum)
    if (length > 0)
      vectors.set(
        sum.map((value) => value / length),
        label * dimensions,
      )
  }
  return { dimensions, vectors }
}

/** The cosine of a vector with the middle of each class. */
export function nearCentres({ dimensions, vectors }: ClassCentres, vector: Float32Array): Float32Array {
  return Float32Array.from({ length: vectors.length / Math.max(1, dimensions) }, (_, label) => {
    let sum = 0
    for (let at = 0; at < dimensions; at += 1) sum += (vectors[label * dimensions + at] ?? 0) * (vector[at] ?? 0)
    return sum
  })
}
