import type { SaidPlace } from './read-place.ts'

const kinds =
  '(?:Roads?|Rd|Streets?|St|Avenue|Ave|Lane|Boulevard|Square|Plaza|Park|Bridge|School|Hospital|Clinic|Market|Mall|Station|Stop|Estate|Community|Compound|Gardens?|Court|Towers?|Building|Village|Town|Residences?|Apartments?|Center|Centre|Library|University|College|Kindergarten|Supermarket|Crossing|Tunnel|Hotel|Restaurant|Factory|Site|Lake|River|Stadium|Gym|Cinema|Museum|Bar|Hall|Office|Mansion|Heights|Villa|Subdistrict)'
const name = `(?:[A-Z][\\w'’.-]*\\s){1,5}?${kinds}(?:\\s${kinds})*`
const unit =
  '(?:(?:No\\.?|Number|Building|Block|Unit|Room|Flat|Apartment|Gate|Exit|Floor|Tower)\\s?[\\dA-Z]+\\w{0,3}\\b|\\d{1,4}(?:st|nd|rd|th)\\sfloor)'
const relation =
  '(?:near|outside|opposite|behind|beside|next to|in front of|across from|close to|at the corner of|on the corner of|(?:at |near )?(?:the )?(?:corner|junction|crossing|intersection|entrance|exit|(?:north|south|east|west|main|back|front)(?:ern)? (?:gate|side|end|entrance|exit)|gate|end|side) (?:of|to|from|with))'
const part = `(?:${unit}|〔地址\\d+〕|(?:\\d{1,4}[A-Z]?,?\\s)?${name})`
const places = new RegExp(
  `(?:${relation}\\s)?(?:the\\s)?${part}(?:(?:,\\s|\\s)?(?:(?:in|of|at|on|and|by|${relation})\\s(?:the\\s)?)?${part})*`,
  'gu',
)
const district = /\b(?:[A-Z][a-z]+\s)?(?:District|County|City)\b/u

/** Reads where something is, in English; names need their capitals. What names only a district is not `exact`. */
export function readEnglishPlace(text: string, regionNames: readonly string[]): SaidPlace | null {
  const found = [...text.matchAll(places)].map((match) => ({
    said: match[0].trim(),
    at: match.index,
    end: match.index + match[0].length,
  }))
  const best = found.toSorted((a, b) => b.said.length - a.said.length)[0]
  if (best !== undefined) {
    const region = new RegExp(
      `^,?\\s(?:in\\s)?(?:${regionNames.filter((one) => /^[A-Z]/u.test(one)).join('|') || '(?!)'})(?:\\s(?:District|County|City))?`,
      'u',
    )
    const more = region.exec(text.slice(best.end))?.[0] ?? ''
    return { said: best.said + more, exact: true, at: best.at, end: best.end + more.length }
  }
  const named = regionNames.find((one) => /^[A-Z]/u.test(one) && text.includes(one)) ?? district.exec(text)?.[0]
  if (named === undefined) return null
  const at = text.indexOf(named)
  const kind = /^\s(?:District|County|City)/u.exec(text.slice(at + named.length))?.[0] ?? ''
  return { said: named + kind, exact: false, at, end: at + named.length + kind.length }
}
