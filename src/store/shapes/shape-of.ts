import type { z } from 'zod'

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2
    ? unknown
    : 'This shape and its core type differ: see shape-of.ts'

/**
 * Ties the shape of stored JSON to a type of the core: a field or kind added there and forgotten here does not compile. Rows outlive
 * versions, so a new field takes `.default(…)` here.
 */
export const shapeOf =
  <T>() =>
  <S extends z.ZodType<T>>(shape: S & Same<z.output<S>, T>): z.ZodType<T> =>
    shape
