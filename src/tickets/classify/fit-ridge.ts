import { solveSymmetric } from './solve-symmetric.ts'

/** What a linear model learns from: a vector, and which class it belongs to (its place in the list of classes). */
export interface Sample {
  vector: Float32Array
  label: number
}

/** For every class a row of weights and, last in it, its constant. */
export interface LinearModel {
  dimensions: number
  classes: number
  weights: Float32Array
}

/**
 * Ridge regression on one-against-all targets, solved in closed form; `penalty` holds the weights small. Every class counts the same
 * however many samples it has.
 */
export async function fitRidge(
  samples: readonly Sample[],
  { classes, penalty }: { classes: number; penalty: number },
): Promise<LinearModel> {
  const dimensions = samples[0]?.vector.length ?? 0
  const size = dimensions + 1
  const counts = new Float64Array(classes)
  for (const { label } of samples) counts[label] = (counts[label] ?? 0) + 1
  const normal = new Float64Array(size * size)
  const targets = new Float64Array(size * classes)
  for (const { vector, label } of samples) {
    const weight = 1 / (counts[label] ?? 1)
    for (let row = 0; row < size; row += 1) {
      const value = weight * (row < dimensions ? (vector[row] ?? 0) : 1)
      targets[row * classes + label] = (targets[row * classes + label] ?? 0) + value
      for (let column = 0; column <= row; column += 1)
        normal[row * size + column] =
          (normal[row * size + column] ?? 0) + value * (column < dimensions ? (vector[column] ?? 0) : 1)
    }
  }
  // The constant is not held small: it only says how common a class is among all.
  for (let at = 0; at < dimensions; at += 1) normal[at * size + at] = (normal[at * size + at] ?? 0) + penalty
  normal[size * size - 1] = (normal[size * size - 1] ?? 0) + 1e-6
  await solveSymmetric(normal, targets, size)
  const weights = new Float32Array(classes * size)
  for (let row = 0; row < size; row += 1)
    for (let label = 0; label < classes; label += 1) weights[label * size + row] = targets[row * classes + label] ?? 0
  return { dimensions, classes, weights }
}

/** The model's value for each class: near 1 where it is sure, near 0 elsewhere. */
export function applyLinear({ dimensions, classes, weights }: LinearModel, vector: Float32Array): Float32Array {
  const size = dimensions + 1
  return Float32Array.from({ length: classes }, (_, label) => {
    const start = label * size
    let sum = weights[start + dimensions] ?? 0
    for (let at = 0; at < dimensions; at += 1) sum += (weights[start + at] ?? 0) * (vector[at] ?? 0)
    return sum
  })
}
