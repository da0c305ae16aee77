import type { Occurrence } from '../../core/ticket.ts'
import { day, dayFrom, hour, type Stretch } from './local-day.ts'
import { dayRules } from './read-chinese-day.ts'
import { readNumber } from './read-number.ts'

/** Parts of the day by the hours they take up; what begins after midnight still belongs to the night of the day before. */
const parts: readonly (readonly [string, number, number])[] = [
  ['凌晨|后半夜', 0, 6],
  ['早高峰', 7, 9],
  ['晚高峰', 17, 19],
  ['大清早|清晨|清早|一大早|一早|早上|早晨|早|晨', 5, 9],
  ['上午', 8, 12],
  ['中午|午间', 11, 14],
  ['下午|午后', 12, 18],
  ['傍晚|下班时', 17, 20],
  ['大半夜|半夜|深夜|深更半夜|夜里|夜间|夜', 22, 30],
  ['晚上|晚间|晚', 18, 24],
]
const partPattern = `(?:${parts.map(([names]) => names).join('|')})`
const clockNumber = '(?:[01]?\\d|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])'
const clockPattern = `(?:${clockNumber}[:：][0-5]\\d|${clockNumber}(?:点|时(?!候|间|期))(?:钟|半|一刻|三刻|(?:\\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?)(?:多|左右|前后|许|不到)?(?:钟)?`
const repeating =
  '(?:每(?:个|到)?(?:天|日|晚上?|夜|周末|星期|周[一二三四五六日天]|早上|早晨|早|月)|天天|夜夜|晚晚|隔三差五|三天两头|平时|经常|总是|时不时|每次|每逢|一到)'
const lately =
  '(?:最近(?:这|几|两|三|一|半)?(?:几|两|三|段)?(?:个)?(?:天|周|星期|月|时间)?|近(?:期|来|日|几天|些天|段时间|一段时间|几个月|半个月)|(?:这|前)(?:几|两|些|几个|三|一两|两三)(?:天|日|周|个星期|个月|晚)|(?:这|前)(?:段时间|阵子|一阵子?|一段时间)|这(?:几|两)个?晚上?)'
const lasting =
  '(?:已经|连续|持续|都|快|大概|整整)*(?<length>\\d{1,3}|[一二两三四五六七八九十]{1,3}|半|好几|好多|几|两三|三四|四五|五六|七八)(?:多)?(?:个)?(?:多)?(?<lengthUnit>天|周|星期|礼拜|月|年|小时|钟头)(?:多)?(?:了|(?=没[^有])|以来|(?<=了.{1,8})(?=[，,。！!；]|$))'
const justNow = '(?:刚才|刚刚|方才|这会儿|现在(?:正)?|正在|此刻|眼下)'
const always = '(?:一直以来|一直|长期|长年|常年|很久(?:以来|了)|好久了|许久)'
const feasts =
  '(?:去年|今年)?(?:国庆|中秋|春节|元旦|五一|端午|清明|过年|暑假|寒假)(?:节|假期|期间|长假|那天|前后|前|后)*'

interface Piece {
  at: number
  end: number
  kind: 'day' | 'part' | 'clock' | 'repeat' | 'late' | 'lasting' | 'now' | 'always' | 'feast'
  stretch: Stretch | null
}

const compiled = dayRules.map((rule) => ({ ...rule, expression: new RegExp(rule.pattern, 'gu') }))
const others: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['repeat', new RegExp(repeating, 'gu')],
  ['late', new RegExp(lately, 'gu')],
  ['now', new RegExp(justNow, 'gu')],
  ['always', new RegExp(always, 'gu')],
  ['feast', new RegExp(feasts, 'gu')],
  ['clock', new RegExp(clockPattern, 'gu')],
  ['part', new RegExp(partPattern, 'gu')],
]

const lengths: Readonly<Record<string, number>> = {
  半: 0.5,
  几: 3,
  好几: 4,
  好多: 7,
  两三: 3,
  三四: 4,
  四五: 5,
  五六: 6,
  七八: 8,
}

function lastingPieces(text: string, at: Date): Piece[] {
  return [...text.matchAll(new RegExp(lasting, 'gu'))].map((match) => {
    const { length = '', lengthUnit = '天' } = match.groups ?? {}
    const unit = { 天: day, 周: 7 * day, 星期: 7 * day, 礼拜: 7 * day, 月: 30 * day, 年: 365 * day }[lengthUnit] ?? hour
    const times = lengths[length] ?? readNumber(length) ?? 1
    const from =
      unit === hour ? new Date(at.getTime() - times * hour) : dayFrom(at, -Math.round((times * unit) / day)).from
    return { at: match.index, end: match.index + match[0].length, kind: 'lasting', stretch: { from, to: at } }
  })
}

/** All wordings of time in a text, the longest where several overlap. */
function findPieces(text: string, at: Date): Piece[] {
  const days = compiled.flatMap(({ expression, read }) =>
    [...text.matchAll(expression)].map((match): Piece => ({
      at: match.index,
      end: match.index + match[0].length,
      kind: 'day',
      stretch: read({ ...match.groups, whole: match[0] }, at),
    })),
  )
  const rest = others.flatMap(([kind, expression]) =>
    [...text.matchAll(expression)].map((match): Piece => ({
      at: match.index,
      end: match.index + match[0].length,
      kind,
      stretch: null,
    })),
  )
  const all = [...lastingPieces(text, at), ...days, ...rest].toSorted((a, b) => b.end - b.at - (a.end - a.at))
  const kept: Piece[] = []
  for (const piece of all) if (!kept.some((other) => piece.at < other.end && other.at < piece.end)) kept.push(piece)
  return kept.toSorted((a, b) => a.at - b.at)
}

/** What may stand between the pieces of one wording ("昨天 晚上", "十点到十二点", "上周五的下午"). */
const joint = /^(?:[\s的，,]|大概|大约|差不多|快|从|都|就|到|至|[-~～—])*$/u
const closing = /^(?:左右|前后|的时候|那会儿|以后|之后|过后|以前|之前|以来|开始|起|到现在|至今|的?样子|期间)+/u
const opening = /(?:自从|从|自|打|大概|大约|差不多)$/u

function group(pieces: readonly Piece[], text: string): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && joint.test(text.slice(before.end, piece.at))) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

/** A clock alone counts only where it cannot be a list ("三点建议") and a part of the day alone ("晚上太吵") says neither which day nor that it recurs. */
function isTime(pieces: readonly Piece[], text: string): boolean {
  if (pieces.some(({ kind }) => kind !== 'clock' && kind !== 'part' && kind !== 'always')) return true
  if (pieces.length > 1) return true
  const [only] = pieces
  if (only === undefined) return false
  const said = text.slice(only.at, only.end)
  if (only.kind === 'clock')
    return /[:：半多钟]|左右|前后/u.test(said) || /^\s*(?:以后|之后|以前|之前|就)/u.test(text.slice(only.end))
  return only.kind === 'always' && said !== '长期'
}

const clockOf = (said: string): { hour: number; minute: number; exact: boolean } => {
  const [, hours = '', minutes = ''] =
    new RegExp(`^(${clockNumber})[点时:：]?(半|一刻|三刻|\\d{1,2}|[零一二三四五六七八九十]{1,3})?`, 'u').exec(said) ??
    []
  const special = { 半: 30, 一刻: 15, 三刻: 45 }[minutes]
  const minute = special ?? readNumber(minutes) ?? 0
  return { hour: readNumber(hours) ?? 0, minute, exact: minutes !== '' }
}

const partOf = (said: string) => parts.find(([names]) => new RegExp(`^(?:${names})$`, 'u').test(said))

/** Hours after the day's midnight: "晚上十一点" 23, "半夜两点" 26 (the night belongs to the evening before it). */
function onClock(hours: number, part: (typeof parts)[number] | undefined): number {
  if (part === undefined) return hours
  const [, from, to] = part
  if (from >= 12 && hours < 12 && hours + 12 < Math.max(to, 24)) return hours <= 5 && to > 24 ? hours + 24 : hours + 12
  return hours === 12 && to >= 24 ? 24 : hours
}

/** The part of a day that the pieces name, or the whole day. */
function within(dayStretch: Stretch, pieces: readonly Piece[], text: string): Stretch {
  const midnight = dayStretch.from.getTime()
  if (dayStretch.to.getTime() - midnight > day) return dayStretch
  const words = pieces.map((piece) => ({ ...piece, said: text.slice(piece.at, piece.end) }))
  const part = partOf(words.find(({ kind }) => kind === 'part')?.said ?? '')
  const clocks = words.filter(({ kind }) => kind === 'clock').map(({ said }) => clockOf(said))
  const [first, second] = clocks
  if (first === undefined) {
    if (part === undefined) return dayStretch
    return { from: new Date(midnight + part[1] * hour), to: new Date(midnight + part[2] * hour) }
  }
  const begin = onClock(first.hour, part) + first.minute / 60
  const later = second === undefined ? begin + (first.exact ? 0.5 : 1) : onClock(second.hour, part) + second.minute / 60
  const end = later > begin ? later : later + (later + 12 > begin ? 12 : 24)
  return { from: new Date(midnight + begin * hour), to: new Date(midnight + end * hour) }
}

function stretchOf(pieces: readonly Piece[], text: string, said: string, at: Date): Stretch | null {
  const dayPieces = pieces.filter(({ kind }) => kind === 'day')
  const [first] = dayPieces
  const lastingPiece = pieces.find(({ kind }) => kind === 'lasting')
  if (/(?:以来|开始|起|到现在|至今)$/u.test(said) && first?.stretch)
    return { from: within(first.stretch, pieces, text).from, to: at }
  if (first?.stretch) {
    const last = dayPieces.at(-1)?.stretch ?? first.stretch
    return last === first.stretch ? within(first.stretch, pieces, text) : { from: first.stretch.from, to: last.to }
  }
  if (lastingPiece?.stretch) return lastingPiece.stretch
  if (pieces.some(({ kind }) => kind === 'now')) return { from: new Date(at.getTime() - hour), to: at }
  if (pieces.some(({ kind }) => kind === 'late'))
    return { from: dayFrom(at, /[周星期月]|段|阵/u.test(said) ? -30 : -4).from, to: at }
  if (pieces.some(({ kind }) => kind === 'repeat' || kind === 'always' || kind === 'feast')) return null
  const today = within(dayFrom(at, 0), pieces, text)
  // What happened cannot lie ahead: "晚上十点" said in the morning is last night's.
  return today.from > at
    ? { from: new Date(today.from.getTime() - day), to: new Date(today.to.getTime() - day) }
    : today
}

const weight = (pieces: readonly Piece[]) =>
  Math.max(
    ...pieces.map(
      ({ kind }) =>
        ({ day: 5, repeat: 4, late: 3, lasting: 3, clock: 3, feast: 2, now: 1, part: 1, always: 0.5 })[kind],
    ),
  )

/** Reads when something happened from Chinese; the wording that says most wins. `at` and `end` are where it stands in the text. */
export function readChineseTime(text: string, at: Date): (Occurrence & { at: number; end: number }) | null {
  const groups = group(findPieces(text, at), text).filter((pieces) => isTime(pieces, text))
  const best = groups.toSorted((a, b) => weight(b) - weight(a))[0]
  const [first, last] = [best?.[0], best?.at(-1)]
  if (best === undefined || first === undefined || last === undefined) return null
  const end = last.end + (closing.exec(text.slice(last.end))?.[0].length ?? 0)
  const start = first.at - (opening.exec(text.slice(0, first.at))?.[0].length ?? 0)
  const said = text.slice(start, end).trim()
  const stretch = stretchOf(best, text, said, at)
  const repeats =
    best.some(({ kind }) => kind === 'repeat') ||
    (best.some(({ kind }) => kind === 'late') && best.some(({ kind }) => kind === 'part' || kind === 'clock'))
  return { said, from: stretch?.from ?? null, to: stretch?.to ?? null, repeats, at: start, end }
}
