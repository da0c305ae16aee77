import { stemmer } from 'stemmer'
import type { Segment } from './statements.ts'

/** Words that carry no matter of their own. */
const latinStop = new Set(
  'a an the of to in on at for and or is are be was were been it its this that these those with by as from you your yours must may can will would should shall has have had not no if which who whose their they them he she his her any so then than there here also when while need do does did get we our us i my me out into about such each too most least'.split(
    ' ',
  ),
)

/** A text without its quantities: their places are left as borders. */
export const withoutQuantities = ({ text, quantities }: Pick<Segment, 'text' | 'quantities'>): string =>
  quantities.reduce((left, { start, end }) => left.slice(0, start) + '·'.repeat(end - start) + left.slice(end), text)

/** Longer stems part words of one family: register, registration. */
const stemLength = 6

/** Stems of the words that carry meaning, in order. */
export const latinWords = (text: string): readonly string[] =>
  (text.match(/[a-z][a-z'-]+/gu) ?? [])
    .filter((word) => !latinStop.has(word))
    .map((word) => stemmer(word).slice(0, stemLength))

export const hanPairs = (text: string): readonly string[] =>
  (text.match(/[\u4e00-\u9fff]+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  )

/** A pair across one of these joins two words. */
const particle = /[的了和与及或在是也就都而不未无需]/u

/** What a segment is made of for comparison: pairs of Han characters and stems of Latin words; quantities are left out. */
export const piecesOf = (segment: Pick<Segment, 'text' | 'quantities'>): ReadonlySet<string> => {
  const plain = withoutQuantities(segment)
  return new Set([...latinWords(plain), ...hanPairs(plain).filter((pair) => !particle.test(pair))])
}
