const longest = 300

/**
 * Checks an id that comes from a channel before it becomes a key: PostgreSQL indexes at most 2,704 bytes, and two ids of 300 UTF-16
 * units stay below that in any script.
 */
export function storedId(id: string): string {
  if (id === '' || id.length > longest) throw new RangeError(`An id must have 1 to ${longest} characters.`)
  return id
}
