const titles = /《([^》]{2,60})》/gu
const bodies =
  /[\u4e00-\u9fff]{2,14}?(?:委员会|管理局|监督局|保障局|事务局|公安局|派出所|税务局|民政局|教育局|服务中心|管理中心|人民法院|仲裁委|街道办|居委会|管理所|支队|大队)/gu
const codes =
  /[a-z\d][a-z\d.@/_-]*\d[a-z\d.@/_-]*|\b(?:[A-Z][a-z]+\s){1,4}(?:Bureau|Office|Centre|Center|Commission|Court|Committee|Department|Ministry)\b/gu

/** Names that must not be invented: titles of rules, public bodies, codes and phone numbers. */
export const namesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(titles)].map((match) => match[1] ?? ''),
  ...(text.match(bodies) ?? []),
  ...(text.match(codes) ?? []),
]
