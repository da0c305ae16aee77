import type { Region } from '../../core/region.ts'
import { shortPlaceName } from '../../core/region.ts'
import { readNumber } from '../intake/read-number.ts'

/** What a wording of a place names. */
export interface PlaceParts {
  /** Streets without what they are ("建设路" → "建设"), in order of their names. */
  roads: readonly string[]
  /** Bus and metro lines: "18", "1". */
  lines: readonly string[]
  /** Estates, schools, stations …: what is left when streets, numbers, kinds and words such as "对面" are taken out. */
  name: string
  /** The same with what kind it is ("师范学院"). */
  whole: string
  /** Building, of a zone where one is named: "b·4". */
  building: string | null
  unit: string | null
  /** Number of the house or the flat. */
  door: string | null
  /** Words of a place in Latin script that tell it from others. */
  latin: readonly string[]
}

const counted = '号楼|号院|号线|单元|[栋幢座层楼期区号室弄组队路]'
const numeral = new RegExp(`第?([零〇一二两三四五六七八九十]{1,3})(?=${counted})`, 'gu')
/** Kinds that say nothing of which one is meant. */
const kinds =
  '小区|轻轨|地铁|花园|花苑|家园|嘉园|雅苑|公寓|新村|社区|家属院|家属楼|宿舍|老院子|大院|农贸市场|菜市场|市场|地铁站|轻轨站|公交站|汽车站|火车站|收费站|高速口|医院|学校|中学|小学|学院|大学|幼儿园|诊所|养老院|超市|商场|大厦|大楼|广场|公园|景区|工地|项目部|停车场|车库|地库|地下室|政务服务中心|政务大厅|服务中心|街道|苑|园|村|镇|乡|站|厂'
const around =
  '大?门口|门前|正门|[东西南北后前侧]门|[东西南北]侧|[东西南北]头|[东西南北]面|[东西南北]边|旁边?|附近|对面|对过|隔壁|周边|周围|边上|楼下|楼上|楼顶|地下|负|入口|出口|拐角|转角|交叉路?口|交汇处|十字路口|丁字路口|大十字|路口|红绿灯|后院|后墙|里面|中段|一带|一片|那边|这边|的'
const roadKinds = '大道|大街|胡同|高架|路|街|巷|弄'
const joiners = /[\s,，、。;；:："'“”()（）/·]+|(?<=[路街道巷弄])[和与跟及同]/gu
const latinGeneric = new Set(
  'road rd street st avenue ave lane building block unit room floor no the at in of on near next to beside opposite and corner crossing district city station bus stop gate entrance north south east west garden court plaza'.split(
    ' ',
  ),
)

const arabic = (text: string): string =>
  text.replaceAll(numeral, (said, digits: string) => String(readNumber(digits) ?? said))

/** One spelling for numbers, widths and crossings; districts of the hotline's own region are left out. */
function normalised(text: string, region: Region | null): string {
  const names = (region ?? []).flatMap((name) => [
    name,
    ...(shortPlaceName(name).length > 2 ? [shortPlaceName(name)] : []),
  ])
  const spelled = arabic(text.normalize('NFKC').toLowerCase())
  return names
    .reduce(
      (rest, name) => (rest.startsWith(name) && rest.length > name.length + 1 ? rest.slice(name.length) : rest),
      spelled,
    )
    .replaceAll(/([路街巷道])口/gu, '$1 ')
    .replaceAll(new RegExp(around, 'gu'), ' ')
    .replaceAll(joiners, ' ')
    .trim()
}

interface Numbers {
  building: string | null
  unit: string | null
  door: string | null
  rest: string
}

function takeNumbers(text: string): Numbers {
  const dashed = /(?<!\d)(\d{1,3})-(\d{1,2})-(\d{2,4})(?!\d)/u.exec(text)
  const zone = /([a-z])区|(\d{1,2})期/u.exec(text)
  const building = /(\d{1,3}|[a-z]\d{0,2})(?:号楼|[栋幢座#])|(?:building|block) ([\da-z]{1,4})/u.exec(text)
  const unit = /(\d{1,2})单元|unit (\d{1,3})/u.exec(text)
  const door = /(\d{3,4})(?:室|$|\s)|(\d{1,4})号(?!楼|线|院)|(?:room|no\.?) ?(\d{1,4})/u.exec(text)
  const said = (match: RegExpExecArray | null) => match?.slice(1).find((group) => group !== undefined) ?? null
  const number = dashed?.[1] ?? said(building)
  const inZone = said(zone)
  return {
    building: number === null ? null : inZone === null ? number : `${inZone}·${number}`,
    unit: dashed?.[2] ?? said(unit),
    door: dashed?.[3] ?? said(door),
    rest: text
      .replaceAll(/\d{1,3}-\d{1,2}-\d{2,4}/gu, ' ')
      .replaceAll(
        /(?:\d{1,4}|[a-z]\d{0,2})(?:号楼|号院|单元|[栋幢座层楼期区号室弄#])|(?<!\d)\d{3,4}(?:$|\s)|(?:building|block|unit|room|no\.?) ?[\da-z]{1,4}\b/gu,
        ' ',
      ),
  }
}

const line = /(\d{1,3})(?:路|号线)/gu
const road = new RegExp(`([\\p{Script=Han}]{1,5}?)(?:${roadKinds})`, 'gu')
/** What ends a name before that of a street begins. */
const parted = /(小区|花园|家园|雅苑|新村|医院|大楼|大厦|广场|苑|镇|乡|村)(?=\p{Script=Han})/gu
const onlyHan = (text: string) => text.replaceAll(/[^\p{Script=Han}\d]+/gu, '')

function takeRoads(text: string): { roads: string[]; lines: string[]; rest: string } {
  const lines = [...text.matchAll(line)].map(([, number]) => number ?? '')
  const spaced = text.replaceAll(line, ' ').replaceAll(parted, '$1 ')
  return { roads: [...spaced.matchAll(road)].map(([, name]) => name ?? ''), lines, rest: spaced.replaceAll(road, ' ') }
}

/** Reads what a wording of a place names, in Chinese or Latin script. */
export function readPlaceParts(text: string, region: Region | null): PlaceParts {
  const { building, unit, door, rest } = takeNumbers(normalised(text, region))
  const { roads, lines, rest: other } = takeRoads(rest)
  const whole = /\p{Script=Han}/u.test(other) ? onlyHan(other) : ''
  const bare = onlyHan(other.replaceAll(new RegExp(kinds, 'gu'), ' '))
  const latin = (rest.match(/[a-z]{3,}/gu) ?? []).filter((word) => !latinGeneric.has(word))
  return { roads, lines, name: bare.length > 1 ? bare : '', building, unit, door, latin, whole }
}
