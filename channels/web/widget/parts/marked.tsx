import { markedPieces } from '../../marked-pieces.ts'

/** Text with its answering words marked. */
export const Marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) => (
  <>{markedPieces(text, marks).map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>
)
