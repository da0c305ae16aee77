/** One vector of length 1 from a model's last hidden states: the first token's, or the mean of all tokens'. */
export function poolStates(states: Float32Array, dimensions: number, pooling: 'first' | 'mean'): Float32Array {
  const vector = new Float32Array(dimensions)
  const tokens = pooling === 'first' ? 1 : states.length / dimensions
  for (let token = 0; token < tokens; token += 1)
    for (let index = 0; index < dimensions; index += 1)
      vector[index] = (vector[index] ?? 0) + (states[token * dimensions + index] ?? 0)
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
