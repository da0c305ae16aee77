import { asks, readDemand } from './read-demand.ts'
import type { Facts } from './read-facts.ts'
import { bareMatter } from './subject-line.ts'

const leaving =
  /^(?:那?还?是?算了吧?|(?:那|先)?不(?:投诉|登记|举报|反映|报修|弄|说|用)(?:这个)?了|先不(?:登记|投诉|说|弄)(?:这个|这事)?了?|(?:这个|这件事|这事)(?:就|先)?(?:算了|不用了|不投诉了|不说了|不登记了)|取消(?:登记)?(?:吧|了)?|换一?个(?:问题|话题|事)|never ?mind|forget (?:it|that|about (?:it|that))|cancel (?:it|that|this)|drop (?:it|that|this))[，,。.；;！!…\s]+(?<rest>.{4,})$/isu
const wants =
  /^(?:请|麻烦|帮我|给我|替我|我?(?:就|只)?(?:想|要|来)(?:再|先)?(?:问|查|咨询|了解|知道|看|投诉|反映|举报|报修|办)|(?:查|问)(?:一下|询|下)|告诉我|tell me|can you|could you|look up|please|i(?: want|'d like| would like| need))/iu

/** What somebody asks for who drops a demand in the same breath ("算了，帮我查…"); null where they do not. */
export function readLeaveFor(text: string): string | null {
  const rest = leaving.exec(text.trim())?.groups?.['rest']?.trim()
  if (rest === undefined) return null
  return asks.test(rest) || readDemand(rest, null)?.explicit === true || wants.test(rest) ? rest : null
}

const pronoun = '(?:这个|那个|这件|那件|这|那|它)(?:事儿?|事情|问题)?'
const denied = new RegExp(
  String.raw`^(?:不[，,]\s?)?(?:不是|不对|错了|搞错了|弄错了|我?(?:要|想)?(?:说|讲|投诉|反映|举报|问)的?(?:不是|并不是)|我不是(?:要|想|在)?(?:说|讲|投诉|反映|举报)?)(?:${pronoun})?(?:了|啊|呀)?[，,。；;！!\s]+(?:而?是)?(?<right>我?(?:要|想|是)?(?:要|想)?(?:说|讲|投诉|反映|举报|报修)的?(?:其实|应该)?(?:是)?.+)$`,
  'su',
)
const deniedEnglish =
  /^(?:no,?\s)?(?:not (?:this|that)|(?:that|this)(?:'s| is) (?:not (?:it|what i (?:mean|meant|said))|wrong)|you (?:got|have) (?:it|me|that) wrong|i did(?:n'?t| not) mean (?:this|that))[,.;!:\s-]+(?<right>(?:i (?:mean|meant|want(?:ed)?|would like|need) |it(?:'s| is) (?:about )?|my (?:complaint|problem|issue) is ).+)$/isu
const lead =
  /^(?:我?(?:是|要|想)*(?:说|讲)的?(?:其实|应该)?是?|我?(?:是)?(?:要|想)?(?=(?:投诉|反映|举报|报修))|i (?:mean|meant) (?:that )?|it(?:'s| is) (?:about )?|my (?:complaint|problem|issue) is (?:that |about )?)[，,：:\s]*/iu
/** "投诉的是物业" complains about it. */
const named = /^(投诉|反映|举报|报修)的(?:其实|应该)?是/u
const thin = 3

/**
 * The matter that somebody meant who says that it is not the one taken down ("不是这个，我要投诉的是…"), in words that begin a demand; null
 * where they correct a part of it instead: what is right is then a place, a time or a number, and nothing besides.
 */
export function readOtherMatter(text: string, read: (text: string) => Facts): string | null {
  const right = (denied.exec(text.trim()) ?? deniedEnglish.exec(text.trim()))?.groups?.['right']
  if (right === undefined) return null
  const matter = right.replace(lead, '').replace(named, '$1').trim()
  const says = Math.min(bareMatter(matter).length, read(matter).rest.length)
  const enough = /\p{Script=Han}/u.test(matter) && says > thin
  return enough || (says >= thin && readDemand(matter, null) !== null) ? matter : null
}
