import { pinyin } from 'pinyin-pro'
import type { GeoPoint } from '../../core/message.ts'
import { relateRegion } from '../../core/region.ts'
import { commonShare, isShortFor } from './common-share.ts'
import type { ComparedDemand } from './compared-demand.ts'
import { metresBetween } from './metres-between.ts'
import { readPlaceParts, type PlaceParts } from './place-parts.ts'

/** How the places of two demands lie to each other. */
export interface PlaceSignal {
  /** 0 apart … 1 the same; null where one of them is not known or the two cannot be compared. */
  likeness: number | null
  /** Both name a building or a door, and not the same. */
  otherBuilding: boolean
  /** Both name a building, and the same. */
  sameBuilding: boolean
  /** Their districts exclude each other. */
  otherRegion: boolean
  metres: number | null
}

/** What a street alone says: it is long. */
const sameRoad = 0.7
const oneOfTwoRoads = 0.3
/** Alike by sound or as an abbreviation, not by its signs. */
const spelledAlike = 0.9

function roadLikeness(a: PlaceParts, b: PlaceParts): number {
  const shared = a.roads.filter((road) => b.roads.includes(road)).length
  if (shared === 0) return 0
  if (Math.min(a.roads.length, b.roads.length) >= 2) return shared >= 2 ? 1 : oneOfTwoRoads
  if (a.whole !== '' && b.whole !== '') return oneOfTwoRoads
  if (a.door !== null && b.door !== null) return a.door === b.door ? 1 : oneOfTwoRoads
  return a.whole === b.whole && a.roads.length === b.roads.length ? 1 : sameRoad
}

const soundsOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array' })

/** Words in Latin script against Han characters by their sound; names that were translated cannot be compared. */
function soundLikeness(latin: readonly string[], said: string): number | null {
  const sounds = soundsOf(said).join('')
  return latin.some((word) => word.length > 3 && sounds.includes(word)) ? spelledAlike : null
}

const isShort = (a: string, b: string) => a.length > 2 && isShortFor([...a], [...b])

/** Names by their signs, by their sounds (what recognition or typing got wrong) and as one short for the other. */
function nameLikeness(a: PlaceParts, b: PlaceParts): number {
  const signs = commonShare([...a.name], [...b.name])
  if (a.name === '' || b.name === '') return spelledAlike * commonShare([...a.whole], [...b.whole])
  if (signs === 1) return signs
  if (isShort(a.whole, b.whole) || isShort(b.whole, a.whole)) return spelledAlike
  const sounds = commonShare(soundsOf(a.name), soundsOf(b.name))
  return Math.max(signs, spelledAlike * sounds)
}

const isLine = ({ lines, roads, whole }: PlaceParts) => lines.length > 0 && roads.length === 0 && whole === ''
const hasHan = ({ whole, roads }: PlaceParts) => whole !== '' || roads.length > 0

function wordingLikeness(a: PlaceParts, b: PlaceParts, saidA: string, saidB: string): number | null {
  if (isLine(a) && isLine(b)) return a.lines.some((line) => b.lines.includes(line)) ? 1 : 0
  if (a.latin.length > 0 && b.latin.length > 0) {
    const shared = a.latin.filter((word) => b.latin.includes(word)).length
    return shared / Math.min(a.latin.length, b.latin.length)
  }
  if (a.latin.length > 0 && !hasHan(a) && hasHan(b)) return soundLikeness(a.latin, saidB)
  if (b.latin.length > 0 && !hasHan(b) && hasHan(a)) return soundLikeness(b.latin, saidA)
  return hasHan(a) && hasHan(b) ? Math.max(nameLikeness(a, b), roadLikeness(a, b)) : null
}

const namesRoad = (road: string, text: string) =>
  ['路', '大街', '大道', '街', '巷', '弄'].some((kind) => text.includes(road + kind))

/** Whether a place is named in the other's words: all streets, the line, or most of the name. */
function namedIn({ roads, lines, name }: PlaceParts, text: string): number {
  if (roads.length > 0 && roads.every((road) => namesRoad(road, text))) return sameRoad
  if (lines.some((line) => text.includes(`${line}路`) || text.includes(`${line}号线`))) return sameRoad
  if (name.length < 2) return 0
  const share = commonShare([...name], [...text])
  return share >= 0.6 && text.length >= name.length ? share * 0.9 : 0
}

/** Metres: from there on no wording makes two places one. */
const tooFar = 1500
const nearness = (metres: number): number => (metres <= 80 ? 1 : metres >= 800 ? 0 : 1 - (metres - 80) / 720)

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

const metresApart = (a: GeoPoint | null | undefined, b: GeoPoint | null | undefined) =>
  a === null || b === null || a === undefined || b === undefined ? null : metresBetween(a, b)

/** Compares where two demands are: by what they call it, by what their texts name, and by points on the map where both have one. */
export function comparePlace(a: ComparedDemand, b: ComparedDemand): PlaceSignal {
  const [saidA, saidB] = [a.where?.said ?? '', b.where?.said ?? '']
  const [partsA, partsB] = [readPlaceParts(saidA, a.region), readPlaceParts(saidB, b.region)]
  const wording = wordingLikeness(partsA, partsB, saidA, saidB)
  const named = Math.max(namedIn(partsA, b.text), namedIn(partsB, a.text))
  const metres = metresApart(a.where?.point, b.where?.point)
  const likenesses = [wording, named > 0 ? named : null, metres === null ? null : nearness(metres)]
  const known = likenesses.filter((value) => value !== null)
  const otherRegion =
    a.region !== null &&
    b.region !== null &&
    relateRegion(a.region, b.region) === 'elsewhere' &&
    relateRegion(b.region, a.region) === 'elsewhere'
  const far = metres !== null && metres > tooFar
  return {
    likeness: far || (otherRegion && known.length === 0) ? 0 : known.length === 0 ? null : Math.max(...known),
    otherBuilding: differ(partsA.building, partsB.building) || differ(partsA.door, partsB.door),
    sameBuilding: partsA.building !== null && partsA.building === partsB.building && !differ(partsA.door, partsB.door),
    otherRegion,
    metres,
  }
}
