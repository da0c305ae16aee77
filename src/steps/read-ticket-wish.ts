import type { CitizenCommand } from '../core/ticket-progress.ts'

/** What a message wants of a demand that was filed. `surely`: it says so again after it was asked. */
export type TicketWish =
  | { kind: 'progress' }
  | { kind: 'withdraw'; surely: boolean; text: string }
  | Exclude<CitizenCommand, { kind: 'withdraw' }>

export interface ReadTicketWish {
  /** The number it names. */
  number: string | null
  /** The last four digits of a telephone number, given beside a number. */
  digits: string | null
  /** Null where it names a number and nothing to do, or nothing that has to do with a demand. */
  wish: TicketWish | null
  /** What it says besides: much of it speaks against a wish about a demand. */
  rest: string
}

const numberPattern = /(?<!\d)(\d{8})\s*[-－–]\s*(\d{4,6})(?!\d)/u
const digitsPattern = /(?<!\d)(\d{4})(?!\d)/u

const said = { courteous: 'unsaid', contacted: 'unsaid', note: '' } as const
const visit = (solved: 'yes' | 'partly' | 'no', note: string): TicketWish => ({
  kind: 'visit',
  visit: { solved, ...said, note },
})
const rate = (courteous: 'yes' | 'no'): TicketWish => ({ kind: 'rate', courteous, contacted: 'unsaid' })

/** How each wish is said, the more telling first; `note` is what follows the words. */
const wishes: readonly (readonly [RegExp, (note: string, text: string) => TicketWish])[] = [
  // Thinking better of a withdrawal changes nothing: it is told how it stands.
  [
    /(?:不|别|先不|暂时不)(?:要|想)?撤(?:回|销|单)?(?:了)?|\b(?:do not|don['’]t) withdraw\b|\bkeep it\b/iu,
    () => ({ kind: 'progress' }),
  ],
  [
    /(?:确[定认]|是的?)[，,\s]{0,2}(?:要)?撤(?:回|销)|yes,? withdraw|confirm.{0,12}withdraw/iu,
    (note, text) => ({ kind: 'withdraw', surely: true, text: note === '' ? text : note }),
  ],
  [
    /部分解决|解决了?(?:一)?(?:部分|半|些|点)|\bpart(?:ly|ially)(?: (?:solved|resolved|fixed))?\b/iu,
    (note) => visit('partly', note),
  ],
  [
    /(?:没有?|未|还没有?|尚未|并没有?|根本没有?)(?:完全|真正|彻底|得到)*(?:解决|修好|处理好|弄好)|\b(?:not|never|isn['’]t|hasn['’]t|wasn['’]t)(?: been| yet| really)* (?:solved|resolved|fixed)|\bun(?:solved|resolved)\b/iu,
    (note) => visit('no', note),
  ],
  [
    /态度(?:很|太|非常|比较|挺)?(?:不好|差|恶劣|不行|一般)|不满意|\b(?:not|un)[ -]?courteous|\b(?:rude|impolite|dissatisfied)\b/iu,
    () => rate('no'),
  ],
  [
    /态度(?:很|还|非常|挺|都|蛮)?(?:好|不错|可以)|(?:很|非常|挺|比较)?满意|\b(?:courteous|polite|satisfied)\b/iu,
    () => rate('yes'),
  ],
  [
    /(?:已经?|都|全部?|问题)*(?:得到)?(?:解决|修好|处理好|搞定|弄好)(?:了|啦)|已(?:得到)?解决|\b(?:solved|resolved|fixed)\b/iu,
    (note) => visit('yes', note),
  ],
  [
    /撤(?:回|销|单|诉|掉)|取消(?:这个|该|我的)?(?:工单|诉求|投诉|举报)|不(?:用|需要|必)(?:再|你们)?(?:处理|办)(?:理)?了|\b(?:withdraw|cancel)\b/iu,
    (note, text) => ({ kind: 'withdraw', surely: false, text: note === '' ? text : note }),
  ],
  [
    /重新(?:办理|处理|受理)|再办一次|\breopen\b/iu,
    (note, text) => ({ kind: 'reopen', reason: note === '' ? text : note }),
  ],
  [
    /(?:我?[要想]?再?补充(?:一下|说明|情况|一点)?|追加(?:说明)?)[:：，,\s]|\badd(?: to (?:it|this|my \w+))?:\s*/iu,
    (note) => ({ kind: 'supplement', text: note, attachments: [] }),
  ],
  [
    /催(?:一下|一催|催|办|单|促)?(?:一下)?|加急|(?:怎么|为什么)(?:还|一直)(?:没|不)(?:有)?(?:人|处理|解决|回复|办|来|动静)(?:管|来|处理|联系我?){0,2}|快(?:点|些)(?:处理|办|解决)|\b(?:urge|hurry|chase(?: it)? up|speed (?:it|this) up)\b/iu,
    (note) => ({ kind: 'urge', text: note.replace(/^(?:(?:up|with|it|this|that|on|please)\b[\s,.!]*)+/iu, '') }),
  ],
  [
    /进度|进展|(?:办|处理|解决)(?:得|到|的)(?:怎么样|怎样|咋样|如何|哪|什么)|(?:办|处理)(?:好|完|理)?了(?:吗|没)|有(?:没有)?(?:结果|回复|消息|答复)|到哪一?步|(?:什么时候|啥时候|多久)能?(?:解决|处理|回复|答复|办好|有结果)|我的(?:工单|诉求|投诉)|查.{0,4}(?:工单|诉求|投诉)|\b(?:status|progress)\b|what(?:['’]s| has| is)? happen(?:ed|ing) (?:to|with)|\bmy (?:ticket|complaint|report|case)s?\b/iu,
    () => ({ kind: 'progress' }),
  ],
]

/** Words that say nothing of what it is about. */
const filler =
  /(?:工单|诉求|投诉|举报|反映|上次|之前|刚才|昨天|问题|事情?|编号|号码?|尾号|后四位|手机|电话|登记|帮我|麻烦|请问?|我要?|想|要|你们?|您|那个?|这个?|现在|一下|看看|看|查询?|问|处理|解决|办理?|理|到|得|的|了|吗|呢|啊|吧|嘛|呀|是|在|有|没|还|都|已经?|怎么样?|什么|时候|多久|能|会|给|把|就|去|快|点|谢谢|哪里?|步|结果|回复|答复|\b(?:please|the|my|a|an|of|on|is|it|has|have|been|what|when|will|how|about|request|report|complaint|ticket|number|can|you|i|to|with|any|for|now|update|me|check|tell|s|go|going|far|along|doing|do|there|any|news|handled|dealt|being|still|not|yet|nobody|one|come|came|please)\b|[\s\p{P}\p{S}])/giu

const withoutFiller = (text: string) => text.replaceAll(filler, ' ').replaceAll(/\s+/gu, ' ').trim()

/** Reads what a message wants of a demand that was filed. */
export function readTicketWish(message: string): ReadTicketWish {
  const written = message.trim()
  const text = written.normalize('NFKC').trim()
  const named = numberPattern.exec(text)
  const bare = named === null ? text : text.replace(named[0], ' ').trim()
  const number = named === null ? null : `${named[1]}-${named[2]}`
  const heading = meantBy(bare)
  if (heading !== undefined && isHeading(bare, heading))
    return { number, digits: null, ...read(bare, heading, written) }
  const digits = named === null ? null : (digitsPattern.exec(bare)?.[1] ?? null)
  const spoken = digits === null ? bare : bare.replace(digits, ' ').trim()
  return { number, digits, ...read(spoken, meantBy(spoken), written) }
}

interface Meant {
  wish: (note: string, text: string) => TicketWish
  from: number
  to: number
}

/** The wish that a text begins with as its heading, else the most telling one in it. */
function meantBy(text: string): Meant | undefined {
  const found = wishes.flatMap(([pattern, wish]) => {
    const match = pattern.exec(text)
    return match === null ? [] : [{ wish, from: match.index, to: match.index + match[0].length }]
  })
  return found.find((each) => isHeading(text, each)) ?? found[0]
}

/** A note as it was written: full-width signs are made half-width for reading only. */
const asWritten = (note: string, written: string): string => {
  const end = written.slice(written.length - note.length)
  return note !== '' && end.normalize('NFKC') === note ? end : note
}

function read(text: string, meant: Meant | undefined, written: string): Pick<ReadTicketWish, 'wish' | 'rest'> {
  if (meant === undefined) return { wish: null, rest: withoutFiller(text) }
  const after = text.slice(meant.to)
  const note = after.replace(/^[\s\p{P}]+/u, '').trim()
  // After a comma or a colon comes why, not something else.
  const rest = `${text.slice(0, meant.from)} ${/^\s*[:：,，。;；]/u.test(after) ? '' : after}`
  return { wish: meant.wish(asWritten(note, written), text), rest: withoutFiller(rest) }
}

/** Whether words begin a message and a colon follows them: what comes then is their note, whatever it says ("补充：灯还是没有修好"). */
const isHeading = (text: string, { from, to }: Meant): boolean =>
  /^(?:it|is|they|were|,|\s)*$/iu.test(text.slice(0, from)) &&
  (/[:：]\s*$/u.test(text.slice(from, to)) || /^\s*[:：]/u.test(text.slice(to)))
