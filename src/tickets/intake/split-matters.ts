import { readDemand } from './read-demand.ts'
import { bareMatter } from './subject-line.ts'

/** A message cut into the matter it begins with and the others that it names as such. */
export interface Matters {
  first: string
  others: readonly string[]
}

const another =
  /(?:^|[。；;，,！!\n\s])(?:(?:另外|此外|对了|再|还)?[，,]?(?:还|再)?有(?:另外?)?(?:一|个|两)?(?:件|个|桩)?(?:别的)?(?:事儿?|事情|问题)(?:是|就是|要(?:反映|投诉|说))?|另外?一?(?:件|个|桩)(?:事儿?|事情|问题)(?:是|就是)?|第二(?:件|个|桩)?(?:事儿?|事情|问题)?(?:是|就是)?|(?:另外|此外|顺便|对了)?[，,]?(?:我)?(?:还|再|也|顺便|同时)(?:想|要|得)?再?(?=反映|投诉|举报|报修|建议|表扬))[，,、：:\s]*/u
const anotherEnglish =
  /(?:^|[.;,!\n]\s*)(?:(?:and )?(?:also|another thing|another (?:problem|issue|matter)(?: is)?|(?:the )?second (?:thing|problem|issue|matter)(?: is)?|secondly)[,:]?\s(?=\S)(?:i(?:'d| would)? (?:also )?(?:want|like|wish) to (?=report|complain|raise|suggest))?)/iu
const opening =
  /^(?:(?:我?(?:要|想)?(?:反映|投诉|说))?(?:有)?[两二三2-3](?:件事|个问题|个事)(?:要(?:反映|投诉|说))?[，,、：:.\s]*|(?:第一|首先)(?:件|个)?(?:事|问题)?(?:是)?[，,、：:.\s]*|two (?:things|problems|issues)[,:.\s]*|first(?:ly)?[,:]?\s)+/iu

/** Who speaks belongs to the whole message, not to its last matter. */
const speaker = /[^。！!？?；;，,\n]*〔(?:姓名|电话|邮箱)\d+〕[^。！!？?；;，,\n]*[。！!？?；;，,\n]?/gu

/** Another matter in fewer characters says too little to be one of its own. */
const thin = 4

/**
 * Cuts off what a message itself calls another matter ("还有一件事", "第二", "another problem is"), where both sides tell of one. What only
 * goes on ("另外味道也很大") stays with the first.
 */
export function splitMatters(text: string): Matters {
  const cut = another.exec(text) ?? anotherEnglish.exec(text)
  if (cut === null) return { first: text, others: [] }
  const first = text.slice(0, cut.index).replace(opening, '').trim()
  const rest = text.slice(cut.index + cut[0].length).trim()
  const tells = (part: string) => bareMatter(part).length >= thin && readDemand(part, null) !== null
  if (!tells(rest) || (first !== '' && !tells(first))) return { first: text, others: [] }
  const { first: next, others } = splitMatters(rest)
  return { first, others: [next.replaceAll(speaker, '').trim(), ...others] }
}
