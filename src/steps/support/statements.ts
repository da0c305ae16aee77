import { canonicalOf } from './canonical.ts'
import { piecesOf } from './pieces.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'

/** A stretch between two commas, in canonical wording, with where it stands. */
export interface Segment {
  text: string
  quantities: readonly Quantity[]
  /** What it is made of for comparison, its quantities left out. */
  pieces: ReadonlySet<string>
  line: number
  /** Numbers the full stops and the semicolons before it in the text. */
  sentence: number
  statement: number
  /** The line ends with a colon, so that the lines after it depend on it. */
  leads: boolean
  /** The line is an item of a list. */
  item: boolean
}

const itemStart = /^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|\d+[.、）)]|[-*•])/u

const lineEnd = /\n|｜|\|/u
const sentenceEnd = /[。！？!?]|\.(?=\s|$)/u
const statementEnd = /[；;]/u
/** A bracket with a number in it says something of its own, and so does what follows a colon at some length. */
const segmentEnd =
  /[，]|(?<!\d)[：:](?!\d)(?=[^：:，,；;。]{12,})|\s(?=and (?:you|they|it|he|she|the|an?|there)\s)|,(?=\s|$)|[（(](?=[^（()）]*[\d一二三四五六七八九十])|(?<=[\d一二三四五六七八九十][^（()）]*)[）)]/u
/** Between items that each have their number: "单身1,500元、已婚2,400元". */
const itemEnd = /(?<=\d\D{1,8})(?:[、和及]|\band\b)(?=[^、和及]{0,24}\d)/u

const period = /每(?:人|户|台|只|张|名)*每?(年|月|日|天|周|次|学期)/u

/** "每月发放：60至69岁50元，70岁以上100元": what is said once of how often holds for the amounts after it. */
function inheritPeriod(segments: readonly Segment[]): readonly Segment[] {
  let per: string | null = null
  return segments.map((segment) => {
    const said = period.exec(segment.text)
    per = said?.[1] ?? per
    const quantities = segment.quantities.map((quantity) =>
      quantity.unit === 'money' && quantity.bound !== 'most' ? { ...quantity, per: quantity.per ?? per } : quantity,
    )
    return { ...segment, quantities }
  })
}

/** Cuts a text into lines, sentences, statements and segments. */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = []
  let [sentence, statement] = [0, 0]
  text.split(lineEnd).forEach((line, number) => {
    const leads = /[：:]\s*$/u.test(line)
    const item = itemStart.test(line)
    for (const sentenceText of line.split(sentenceEnd)) {
      sentence += 1
      for (const statementText of sentenceText.split(statementEnd)) {
        statement += 1
        const pieces = statementText.split(segmentEnd).flatMap((piece) => piece.split(itemEnd))
        const texts = pieces.map((piece) => canonicalOf(piece).trim()).filter((piece) => piece !== '')
        const own = texts.map((piece) => {
          const quantities = quantitiesIn(piece)
          const pieces = piecesOf({ text: piece, quantities })
          return { text: piece, quantities, pieces, line: number, sentence, statement, leads, item }
        })
        segments.push(...inheritPeriod(own))
      }
    }
  })
  return segments
}
