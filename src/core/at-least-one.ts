/** A list that cannot be empty: what must have a source, an offer or a choice says so in its type. */
export type AtLeastOne<T> = readonly [T, ...T[]]

/** Narrows a list to one with at least one member. */
export const isAtLeastOne = <T>(list: readonly T[]): list is AtLeastOne<T> => list.length > 0
