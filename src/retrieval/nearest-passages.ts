import type hnswlib from 'hnswlib-node'
import { largest } from './largest.ts'
import type { VectorRows } from './vector-rows.ts'

/** About the `count` passages nearest to a vector; of the accepted ones only, where told. */
export type NearestPassages = (
  vector: Float32Array,
  count: number,
  accept: ((passage: number) => boolean) | null,
) => readonly number[]

/** How broadly the graph is searched at least. */
const leastBreadth = 200
/** Up to so many passages, comparing all that are accepted takes less time than a walk through the graph past those that are not. */
const mostCompared = 20_000

/** Searches the graph; among some passages only, compares them one by one while they are few, which finds the very nearest. */
export function createNearestPassages(
  graph: hnswlib.HierarchicalNSW,
  vectors: VectorRows,
  passages: number,
): NearestPassages {
  const compareAll = (vector: Float32Array, count: number, accept: (passage: number) => boolean) => {
    const cosines = new Float32Array(passages)
    for (let passage = 0; passage < passages; passage += 1)
      if (accept(passage)) cosines[passage] = vectors.best(vector, passage, passage + 1)
    return largest(cosines, count, () => true)
  }
  return (vector, count, accept) => {
    if (passages === 0) return []
    const most = Math.min(count, passages)
    if (accept !== null && passages <= mostCompared) return compareAll(vector, most, accept)
    graph.setEf(Math.max(most, leastBreadth))
    const query = Array.from(vector)
    return (accept === null ? graph.searchKnn(query, most) : graph.searchKnn(query, most, accept)).neighbors
  }
}
