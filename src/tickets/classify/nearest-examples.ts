import type { SubjectModel } from './fit-subjects.ts'

/** Examples of a class that count: one alone may be near by chance. */
const company = 2

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** For every class the mean cosine of a text with its nearest texts. */
export function nearestExamples({ labels, vectors, linear }: SubjectModel, vector: Float32Array): Float32Array {
  const near = Array.from({ length: linear.classes }, () => new Array<number>(company).fill(-1))
  vectors.forEach((example, at) => {
    const best = near[labels[at] ?? 0]
    const value = cosine(example, vector)
    if (best === undefined || value <= (best.at(-1) ?? -1)) return
    best.splice(
      best.findIndex((other) => other < value),
      0,
      value,
    )
    best.pop()
  })
  return Float32Array.from(near, (best) => {
    const known = best.filter((value) => value > -1)
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  })
}
