/** A thing read from a file, with the line that it stands in. */
export interface Located<T> {
  line: number
  value: T
}
