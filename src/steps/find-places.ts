import { relateRegion, shortPlaceName, type Region } from '../core/region.ts'

/** The places that a text asks about: regions that documents are for, or a place that no document is for. */
export interface FoundPlaces {
  /** Deepest matches, each once; several where a short name is shared or more than one place is named. */
  known: readonly Region[]
  /** A province or city outside the knowledge ("上海"), or null. */
  foreign: string | null
}

export type FindPlaces = (text: string) => FoundPlaces

/** Behind the name: it says where somebody or something comes from, or is part of a street's or a thing's name. */
const notAsked =
  /^(?:市|省)?(?:户口|户籍|籍|人|身份证|号?牌|车牌|驾照|驾驶证|的?(?:社保|医保|公积金|户口|户籍|驾照|车|身份证|学籍)?(?:转|迁)|路|街|大道|桥|公园|广场|银行|方言|话|菜)/u
/** Before the name: somebody comes from there or goes there. */
const origin =
  /(?:从|由|来自|老家(?:是|在)?|户口(?:是|在)|户籍(?:是|在)|原(?:是|来在)|转(?:到|去|往)|迁(?:到|去|往)|回|去|赴)$/u

/** As much as those look at, characters. */
const neighbourhood = 16

interface Named {
  name: string
  at: number
  full: boolean
}

/** The wordings of a name, the full one first. */
type Wordings = readonly string[]

const wordingsOf = (name: string): Wordings => [...new Set([name, shortPlaceName(name)])]

/** A region with the wordings of each of its names. */
interface NamedRegion {
  region: Region
  names: readonly Wordings[]
}

function findName(text: string, wordings: Wordings): Named | null {
  for (const candidate of wordings) {
    for (let at = text.indexOf(candidate); at >= 0; at = text.indexOf(candidate, at + 1)) {
      const end = at + candidate.length
      if (
        !notAsked.test(text.slice(end, end + neighbourhood)) &&
        !origin.test(text.slice(Math.max(0, at - neighbourhood), at))
      )
        return { name: candidate, at, full: candidate === wordings[0] }
    }
  }
  return null
}

/** Regions whose last name stands in the text; where names of their outer places stand there too, only those that agree. */
function matchRegions(text: string, regions: readonly NamedRegion[]): Region[] {
  const hits = regions.flatMap(({ region, names }) => {
    const last = names.at(-1)
    const named = last === undefined ? null : findName(text, last)
    if (named === null) return []
    return [{ region, named, outer: names.slice(0, -1).filter((name) => findName(text, name) !== null).length }]
  })
  const inLonger = (hit: (typeof hits)[number]) =>
    hits.some(
      ({ named }) =>
        named.name.length > hit.named.name.length &&
        named.at <= hit.named.at &&
        named.at + named.name.length >= hit.named.at + hit.named.name.length,
    )
  const deepest = hits
    .filter((hit) => !inLonger(hit))
    .filter((hit, _, kept) => !kept.some((other) => other !== hit && isInside(other.region, hit.region)))
  const byName = groupByPlace(deepest)
  return [...byName.values()].flatMap((group) => {
    const most = Math.max(...group.map((hit) => hit.outer))
    return group.filter((hit) => hit.outer === most).map((hit) => hit.region)
  })
}

function groupByPlace<T extends { named: Named }>(hits: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const hit of hits) groups.set(hit.named.at, [...(groups.get(hit.named.at) ?? []), hit])
  return groups
}

const isInside = (inner: Region, outer: Region) =>
  inner.length > outer.length && relateRegion(outer, inner) === 'applies'

/** City names that are everyday words as well: they count only with their 市. */
const everydayWords = new Set([
  '白银',
  '来宾',
  '三明',
  '东方',
  '大同',
  '安顺',
  '长治',
  '中山',
  '和平',
  '平安',
  '安康',
  '朝阳',
  '太平',
])

/**
 * Makes a finder of places. `regions` is read at each call, because knowledge is reloaded; `elsewhere` are full names of provinces and
 * cities ("上海市") that count as foreign where no document is for them. `aliases` names regions in other scripts ("Binjiang").
 */
export function createFindPlaces(options: {
  regions: () => readonly Region[]
  elsewhere: readonly string[]
  aliases: Readonly<Record<string, string>>
}): FindPlaces {
  const foreign = options.elsewhere.filter((name) => name.length >= 2).map(wordingsOf)
  const aliases = Object.entries(options.aliases).map(
    ([alias, name]) => [new RegExp(`\\b${alias}\\b(?: (?:District|City|County))?`, 'giu'), name] as const,
  )
  const allRegions = rememberLast(withOuterRegions)
  return (text) => {
    const plain = aliases.reduce((said, [alias, name]) => said.replaceAll(alias, name), text)
    const known = matchRegions(plain, allRegions(options.regions()))
    if (known.length > 0) return { known, foreign: null }
    const found = foreign.find((wordings) => {
      const named = findName(plain, wordings)
      return named !== null && (named.full || !everydayWords.has(named.name))
    })
    return { known: [], foreign: found?.[0] ?? null }
  }
}

/** Computes anew only when it is asked about another thing than the last time. */
function rememberLast<T extends object, R>(compute: (thing: T) => R): (thing: T) => R {
  let last: readonly [T, R] | null = null
  return (thing) => {
    const result = last?.[0] === thing ? last[1] : compute(thing)
    last = [thing, result]
    return result
  }
}

/** Adds the places around each region, so that a city counts where only its districts have documents. */
function withOuterRegions(regions: readonly Region[]): NamedRegion[] {
  const all = regions.flatMap((region) => region.map((_, index) => region.slice(0, index + 1)))
  const each = new Map(all.map((region) => [region.join('/'), region]))
  return [...each.values()].map((region) => ({ region, names: region.map(wordingsOf) }))
}
