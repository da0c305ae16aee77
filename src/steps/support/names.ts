const titles = /《([^》]{2,60})》/gu
const quoted = /[“「『]([^”」』]{2,24})[”」』]/gu
const codes = /(?=[\d.@/_-]*[a-z])[a-z\d][a-z\d.@/_-]*\d[a-z\d.@/_-]*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\b/giu
const englishBodies =
  /\b(?:[A-Z][a-z]+\s){1,4}(?:Bureau|Office|Centre|Center|Commission|Court|Committee|Department|Ministry|Brigade)\b/gu
/** A public body by the end of its name and the two characters before that: 医疗保障局 is told from 民政局, not from 市医疗保障局. */
const bodies =
  /(?:(?![由到向在的和及或与])[\u4e00-\u9fff]){2}(?:委员会|管理局|监督局|保障局|事务局|局|派出所|机关|部门|服务中心|管理中心|法院|检察院|仲裁委|街道办|办事处|居委会|村委会|管理所|支队|大队|工会|协会)/gu
/** Towns by the two characters before the word; 本市, 城市, 到市 and the like are none. */
const places =
  /(?:(?![本全城各外该跨设都地我社小学园街到在为由的和与及从向以可是于给去])[\u4e00-\u9fff]){2}[市县](?![民场区级政值容面价内外域])/gu

/** Papers by what ends their name. */
const papers =
  /(?:(?![持凭带和及或与的用办领])[\u4e00-\u9fff]){2}(?:证明|证书|许可证|证(?![明书件据券实办人])|簿|合同)|护照|执照|发票|协议书|承诺书|申请表|授权书|委托书/gu

/** Names that must not be invented: titles of rules, words in quotation marks, public bodies, papers, towns, codes, numbers and addresses. */
export const namesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(titles)].map((match) => match[1] ?? ''),
  ...[...text.matchAll(quoted)].map((match) => match[1] ?? ''),
  ...(text.match(bodies) ?? []),
  ...(text.match(papers) ?? []),
  ...(text.match(places) ?? []),
  ...(text.match(codes) ?? []),
  ...(text.match(englishBodies) ?? []),
]
