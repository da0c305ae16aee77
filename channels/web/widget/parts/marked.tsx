import { markedPieces } from '../../marked-pieces.ts'

/** A hyphen that begins an item is drawn as a point; it stays one character long, so that marks keep their places. */
const drawItems = (text: string) => text.replace(/^([ \t]*)[-*](?= )/gmu, '$1•')

/** Text with its answering words marked. */
export const Marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) => (
  <>
    {markedPieces(drawItems(text), marks).map(({ text, marked }, index) =>
      marked ? <mark key={index}>{text}</mark> : text,
    )}
  </>
)
