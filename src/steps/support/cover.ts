import { hanPairs, latinWords, withoutQuantities } from './pieces.ts'
import type { Segment } from './statements.ts'

/** Words that may be added or changed without saying anything new. */
const functionWords =
  /已经|不管|不论|无论|哪里|什么|人员|参加|费用|金额|部分|时间|地点|材料|手续|比例|应当|应该|必须|可以|能够|需要|进行|办理|申请人|当事人|市民|居民|的话|如果|即可|以及|或者|并且|而且|同时|其中|按照|根据|依照|依据|规定|有关|相关|以下|下列|分别|之后|之前|以后|以前|以上|以内|情况|情形|方式|期间|具体|符合|条件|要求|标准|为止|通过|属于|包括|以|应|须|需|可|能|会|要|您|你|我|他|她|的|了|在|是|为|由|向|到|从|对|将|把|被|与|和|及|或|并|且|也|都|均|就|还|再|则|其|该|此|等|得|着|过|所|因|于|自|起|时|后|前|内|中|上|下|里|处|有|去|来|给|让|用|持|带|凭|交|按|者|人|这|那|个|每|各|只|又|即|若|如|之|吗|呢|去|本|即|先|做|想|已|后/gu

/** How much of a text's words stand in others, and the longest stretch of new ones. */
export interface Cover {
  share: number
  /** Content characters or words. */
  size: number
  /** Characters (Han) or words (Latin) in a row that stand nowhere. */
  longestNew: number
}

export interface Known {
  pairs: ReadonlySet<string>
  words: ReadonlySet<string>
}

export const knownOf = (segments: readonly Segment[]): Known => ({
  pairs: new Set(segments.flatMap((segment) => hanPairs(withoutQuantities(segment)))),
  words: new Set(segments.flatMap((segment) => latinWords(withoutQuantities(segment)))),
})

/** For each Han character of the text: known, new, or free; other characters are borders. */
function marksOf(plain: string, { pairs }: Known): string {
  const free = [...plain.replaceAll(functionWords, (word) => ' '.repeat(word.length))]
  return [...plain]
    .map((character, at, all) => {
      if (!/[\u4e00-\u9fff]/u.test(character)) return '.'
      const inPair = pairs.has(`${all[at - 1] ?? ''}${character}`) || pairs.has(`${character}${all[at + 1] ?? ''}`)
      if (inPair) return 'k'
      return free[at] === ' ' ? 'f' : 'n'
    })
    .join('')
}

const longestRun = (marks: string) => Math.max(0, ...(marks.match(/n+/gu) ?? []).map(({ length }) => length))

/** Compares a segment with what is known. */
export function coverOf(segment: Segment, known: Known): Cover {
  const plain = withoutQuantities(segment)
  const marks = marksOf(plain, known)
  const words = latinWords(plain)
    .map((word) => (known.words.has(word) ? 'k' : 'n'))
    .join('')
  const count = (text: string, mark: string) => text.split(mark).length - 1
  // A Latin word weighs as much as a word of two characters.
  const [own, fresh] = [count(marks, 'k') + 2 * count(words, 'k'), count(marks, 'n') + 2 * count(words, 'n')]
  return {
    share: own + fresh === 0 ? 1 : own / (own + fresh),
    size: own + fresh,
    longestNew: Math.max(longestRun(marks), 2 * longestRun(words)),
  }
}
