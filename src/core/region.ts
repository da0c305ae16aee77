/**
 * A place as a path of names from the largest to the smallest: ['安徽省', '池州市', '贵池区'].
 * The empty path is nationwide. Paths may leave out the outer names (['池州市', '贵池区']).
 */
export type Region = readonly string[]

/** How a rule's region lies to the place somebody asks about. */
export type RegionRelation = 'applies' | 'within' | 'elsewhere'

const parts = /[^/／\s·>]+?(?:特别行政区|自治[区州县旗]|省|市|地区|盟|区|县|旗|镇|乡|街道)(?=[^区县市]|$)/gu

/** Reads '云汀市/滨江区', '安徽省池州市贵池区' or '北京市海淀区' as a path; '' , '全国' and null as nationwide. */
export function parseRegion(text: string | null): Region {
  const trimmed = (text ?? '').trim()
  if (trimmed === '' || trimmed === '全国' || trimmed === '中国') return []
  if (/[/／>]/u.test(trimmed))
    return trimmed
      .split(/[/／>]/u)
      .map((name) => name.trim())
      .filter(Boolean)
  const names = trimmed.match(parts)
  return names !== null && names.join('') === trimmed.replaceAll(/[\s·]/gu, '') ? names : [trimmed]
}

/** Writes a path as one name: '云汀市滨江区'; '' for nationwide. */
export const formatRegion = (region: Region): string => region.join('')

const peoples =
  '(?:(?:壮|回|维吾尔|藏|蒙古|朝鲜|彝|哈尼|傣|白|景颇|傈僳|苗|侗|布依|土家|哈萨克|柯尔克孜|羌|满|瑶|畲|黎|水|土|撒拉|达斡尔|锡伯|仡佬|毛南|仫佬|拉祜|佤|纳西|普米|怒|独龙|布朗|东乡|保安|裕固|鄂伦春|鄂温克|各)族?)*'
const kinds = new RegExp(`(?:特别行政区|${peoples}自治[区州县旗]|省|市|地区|盟|区|县|旗|镇|乡|街道)$`, 'u')

/** '滨江区' → '滨江', '广西壮族自治区' → '广西'; a name that would lose all but one character stays as it is. */
export const shortPlaceName = (name: string): string => {
  const short = name.replace(kinds, '')
  return short.length < 2 ? name : short
}

/** Names that are the same in short begin alike, and most do not. */
const same = (a: string, b: string) =>
  a === b || (a.slice(0, 2) === b.slice(0, 2) && shortPlaceName(a) === shortPlaceName(b))

/** True when `outer`'s names occur in `inner` in order and end at or before inner's end: 池州市 holds 安徽省池州市贵池区. */
function holds(outer: Region, inner: Region): boolean {
  const last = outer.at(-1)
  if (last === undefined) return true
  const end = inner.findIndex((name) => same(name, last))
  if (end < 0) return false
  const known = inner.slice(0, end + 1)
  const shared = Math.min(known.length, outer.length)
  return outer.slice(-shared).every((name, index) => same(name, known.slice(-shared)[index] ?? ''))
}

/**
 * Where a rule stands for a place: it 'applies' (the rule is nationwide, of this place or of one around it), lies 'within'
 * (the rule covers only a part of the place) or is 'elsewhere'.
 */
export function relateRegion(rule: Region, place: Region): RegionRelation {
  if (holds(rule, place)) return 'applies'
  return holds(place, rule) ? 'within' : 'elsewhere'
}
