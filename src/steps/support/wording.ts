import { nearestTo } from './negations.ts'
import type { Segment } from './statements.ts'

const duty = /必须|应当|应该|(?<!不|无)须|\bmust\b(?! not)|\bshall\b|\bhave to\b|\bhas to\b|\brequired\b/u
const prohibition = /不得|\bmay not\b|\bprohibited\b|\bforbidden\b|\bbanned\b|\bnot allowed\b/u
const permission = /可以|(?<![不许认])可(?![能靠行以])|\bmay\b(?! not)|\bcan\b|\bvoluntar/u
/** Words that may be said only where the quote says the like: they leave out, take in, compare, or bring a consequence. */
const loaded: readonly (readonly [said: RegExp, quoted: RegExp])[] = [
  [/只有|只能|只限|仅|唯一|才可|方可|\bonly\b/u, /只|仅|限|唯一|才|方可|必须|\bonly\b|\bjust\b/u],
  [
    /一律|任何|所有|全部|\ball\b|\bany\b|\bevery\b|\balways\b/u,
    /一律|任何|所有|全|凡|均|都|不论|不分|\ball\b|\bany\b|\bevery\b|\balways\b|\bwhole\b|\beach\b|\bno\b/u,
  ],
  [
    /比.{1,14}[高低多少长短贵]|更[高低多少长短]|便宜/u,
    /[高低多少长短]于|比.{1,14}[高低多少长短贵]|更[高低多少长短]|超过/u,
  ],
  ...[
    '作废|无效',
    '注销',
    '吊销',
    '撤销',
    '罚款|罚',
    '拘留|刑事',
    '没收',
    '追回|退回',
    '取消',
    '终止',
    '中止',
    '自动',
    '上门',
    '优先',
  ]
    .map((words) => new RegExp(words, 'u'))
    .map((word) => [word, word] as const),
  ...['immediately|at once|on the spot', 'automatic', 'in advance']
    .map((words) => new RegExp(words, 'u'))
    .map((word) => [word, word] as const),
]

/** Pairs of which one must not be put for the other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/双方/u, /一方/u],
  [/本市|本地/u, /外地/u],
  [/在职/u, /退休/u],
  [/单位/u, /本人/u],
  [/增加|提高|上调|延长/u, /减少|降低|下调|缩短/u],
  [/全部|全额/u, /部分|减半|一半/u],
  [/一致|全体/u, /过半|半数|多数/u],
  [/年(?:收入|工资|租金)/u, /月(?:收入|工资|租金)/u],
  [/\bmonthly\b/u, /\b(?:yearly|annual(?! leave))\b/u],
  [/成年(?<!未成年)/u, /未成年/u],
  [/当月/u, /次月/u],
  [/当[日天]/u, /次日/u],
  [/当年/u, /次年/u],
  [/\bused\b/u, /\bunused\b/u],
  [/转到|转入|转至/u, /转回|转出/u],
  [/同时|并且|且(?!不)/u, /之一|或者?/u],
  [/\ball\b|\bwhole\b/u, /\bhalf\b|\bpart of\b/u],
  [/\bincrease/u, /\b(?:decrease|reduc)/u],
  [/\bemployer\b/u, /\bemployee\b/u],
]

const swapped = (said: string, quoted: string): boolean =>
  opposites.some((pair) =>
    [pair, [pair[1], pair[0]] as const].some(
      ([one, other]) => one.test(said) && !other.test(said) && other.test(quoted) && !one.test(quoted),
    ),
  )

const agent = /由([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{0,8}?(?:承担|负责|支付|缴纳|垫付))/gu
const direction = /从([\u4e00-\u9fff]{1,6}?)(?:转|迁|调)?到([\u4e00-\u9fff])/gu

/** Whether somebody is said to act who does not act in the quote, or a way is turned round. */
const rolesHold = (said: string, quoted: string): boolean =>
  (!quoted.includes('由') || [...said.matchAll(agent)].every(([words]) => quoted.includes(words))) &&
  [...said.matchAll(direction)].every(([, from = '', to = '']) => !quoted.includes(`从${to}到${from.slice(0, 1)}`))

/** The statements that a segment could come from; the whole quote where none is near. */
function aboutOf(segment: Segment, quoted: readonly Segment[]): string {
  const statements = new Set(nearestTo(segment, quoted, 0.25, 0.25).map(({ statement }) => statement))
  const about = quoted.filter(({ statement }) => statements.size === 0 || statements.has(statement))
  return about.map(({ text }) => text).join('，')
}

/** Whether duties stay duties and permissions permissions, nobody is left out or taken in, and no word is put for its opposite. */
export function wordingHolds(said: readonly Segment[], quoted: readonly Segment[]): boolean {
  const all = quoted.map(({ text }) => text).join('，')
  return said.every((segment) => {
    if (loaded.some(([word, like]) => word.test(segment.text) && !like.test(all))) return false
    if (swapped(segment.text, aboutOf(segment, quoted)) || !rolesHold(segment.text, all)) return false
    const near = nearestTo(segment, quoted)
    const [mustDo, mayDo] = [duty.test(segment.text), permission.test(segment.text)]
    const onlyMay = near.length > 0 && near.every(({ text }) => permission.test(text) && !duty.test(text))
    const onlyMust = near.length > 0 && near.every(({ text }) => duty.test(text) && !permission.test(text))
    const onlyNot = near.length > 0 && near.every(({ text }) => prohibition.test(text) && !permission.test(text))
    const mayNow = mayDo && !mustDo && !prohibition.test(segment.text)
    return !(mustDo && onlyMay) && !(mayNow && (onlyMust || onlyNot))
  })
}
