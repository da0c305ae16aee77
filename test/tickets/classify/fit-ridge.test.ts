import { describe, expect, it } from 'vitest'
import { applyLinear, fitRidge, type Sample } from '../../../src/tickets/classify/fit-ridge.ts'
import { solveSymmetric } from '../../../src/tickets/classify/solve-symmetric.ts'

/** Numbers that look like chance and are the same in every run. */
function* series(seed: number) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32 - 0.5
  }
}

describe('solving', () => {
  it('finds what the matrix turns into the given columns', async () => {
    const numbers = series(7)
    const next = () => numbers.next().value as number
    const [size, columns] = [12, 3]
    const root = Array.from({ length: size }, () => Array.from({ length: size }, next))
    const a = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) =>
        root.reduce((sum, line) => sum + (line[row] ?? 0) * (line[column] ?? 0), row === column ? 0.1 : 0),
      ),
    )
    const x = Array.from({ length: size }, () => Array.from({ length: columns }, next))
    const b = a.flatMap((line) =>
      Array.from({ length: columns }, (_, at) =>
        line.reduce((sum, value, row) => sum + value * (x[row]?.[at] ?? 0), 0),
      ),
    )
    const solved = Float64Array.from(b)
    await solveSymmetric(Float64Array.from(a.flat()), solved, size)
    x.flat().forEach((value, at) => expect(solved[at]).toBeCloseTo(value, 8))
  })
})

describe('a linear model', () => {
  const numbers = series(3)
  const next = () => numbers.next().value as number
  const centres = Array.from({ length: 4 }, () => Array.from({ length: 8 }, next))
  const sampleOf = (label: number): Sample => ({
    label,
    vector: Float32Array.from(centres[label] ?? [], (value) => value + 0.2 * next()),
  })
  const best = (values: Float32Array) => values.indexOf(Math.max(...values))

  it('tells classes apart on vectors that it was not fitted to', async () => {
    const samples = [0, 1, 2, 3].flatMap((label) => Array.from({ length: 12 }, () => sampleOf(label)))
    const model = await fitRidge(samples, { classes: 4, penalty: 0.1 })
    const fresh = [0, 1, 2, 3].flatMap((label) => Array.from({ length: 20 }, () => sampleOf(label)))
    const right = fresh.filter(({ vector, label }) => best(applyLinear(model, vector)) === label)
    expect(right.length).toBeGreaterThanOrEqual(76)
  })

  it('does not favour the class with the most samples', async () => {
    const samples = [...Array.from({ length: 200 }, () => sampleOf(0)), ...Array.from({ length: 4 }, () => sampleOf(1))]
    const model = await fitRidge(samples, { classes: 2, penalty: 0.1 })
    const rare = Array.from({ length: 40 }, () => sampleOf(1))
    expect(rare.filter(({ vector }) => best(applyLinear(model, vector)) === 1).length).toBeGreaterThanOrEqual(36)
  })

  it('gives a class without samples nothing', async () => {
    const model = await fitRidge([sampleOf(0), sampleOf(1)], { classes: 3, penalty: 0.1 })
    expect(applyLinear(model, sampleOf(0).vector)[2]).toBeCloseTo(0, 6)
  })
})
