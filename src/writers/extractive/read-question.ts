/** What kind of answer a question wants; a question may want several. */
export type Asks = 'amount' | 'time' | 'place' | 'body' | 'yes-no' | 'list' | 'procedure'

const signs: readonly (readonly [Asks, RegExp])[] = [
  [
    'amount',
    /多少|几(?:个|天|年|月|块|元|次|倍|人|岁|成|级|万|口|只|本|遍|小时|分)|多久|多长|多大|多高|多远|费用|价格|收费|比例|上限|额度|标准|赔[几多]|罚[几多]|how (?:much|many|long|old|far)|fee|cost|price/iu,
  ],
  [
    'time',
    /什么时候|啥时候|何时|几号|几点|哪天|哪年|几月|多久|多长时间|期限|截止|时效|when|deadline|how long|what time/iu,
  ],
  ['place', /哪里|哪儿|在哪|去哪|到哪|上哪|找哪|地址|地点|窗口|where|address/iu],
  [
    'body',
    /谁|哪个(?:部门|单位|机关|局)|什么(?:部门|单位)|归(?:哪|谁)|找谁|who\b|which (?:office|department|bureau)/iu,
  ],
  [
    'list',
    /哪些|材料|条件|手续|资料|证件|要带|带什么|带啥|准备(?:什么|啥)|什么人|情形|范围|documents?|requirements?|conditions?|what (?:do i|should i) (?:need|bring)/iu,
  ],
  ['procedure', /怎么|如何|怎样|咋|流程|步骤|程序|办理|how (?:do|can|to|should)/iu],
  [
    'yes-no',
    /吗|嘛|么(?=[?？。\s]*$)|是否|是不是|能不能|能否|可不可以|可否|要不要|用不用|有没有|会不会|算不算|行不行|该不该|合不合|违不违|犯不犯|^(?:can|may|do|does|is|are|must|should|will|am)\b/iu,
  ],
]

/** Reads from a question what kinds of answer it wants, by its question words. */
export const readQuestion = (text: string): ReadonlySet<Asks> =>
  new Set(signs.filter(([, sign]) => sign.test(text)).map(([asks]) => asks))

/** Words that answer each kind of question. */
const answers: Readonly<Record<Exclude<Asks, 'list' | 'procedure'>, RegExp>> = {
  amount:
    /(?:[\d,，.]+|[〇零一二两三四五六七八九十百千万]+)\s*(?:万|亿)?\s*(?:元|%|％|倍|天|日|个工作日|工作日|个?月|年|周岁|岁|小时|分钟|周|次|人|户|只|平方米|㎡|公里|吨|立方米|m³|℃|分|个|yuan|days?|months?|years?|hours?|minutes?|per cent)|百分之[\u4e00-\u9fff\d]+|免费|不收费|全额|RMB\s?[\d,.]+/giu,
  time: /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{1,2}[:：]\d{2}|(?:[\d]+|[一二两三四五六七八九十百]+)\s*(?:个工作日|工作日|日|天|个?月|年|小时|分钟|周)(?:内|前|以内|之前|以上|后)?|工作日|全年|当日|即时|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|\bwithin [\w-]+ (?:\w+ )?(?:days?|hours?|months?|years?)/giu,
  place:
    /[\u4e00-\u9fff\d]{2,24}(?:路|街|大道)\d+号|(?:[\u4e00-\u9fff]{2,16})(?:服务中心|服务大厅|办事大厅|窗口|派出所|街道办(?:事处)?|社区|服务站|经办机构|登记机构|法院|“[^”]{2,10}”)|网站|小程序|“云汀通”|\d{5,}|\bhttps?:\S+|\b(?:[A-Z][a-z]+ ){1,4}(?:Hall|Centre|Center|Bureau|Office|Station|Road|Street|Avenue)/gu,
  body: /[\u4e00-\u9fff]{2,16}(?:部门|机关|局|委员会|中心|机构|法院|单位|人民政府|派出所|街道办事处|居民委员会|物业服务人|主管部门)/gu,
  'yes-no':
    /不得|不能|不可以|不可|不予|不再|不需要|不用|无需|无须|禁止|严禁|必须|应当|可以|有权|无权|属于|不属于|视为|免费|不收|不满|符合|能|需要|\b(?:may not|must not|cannot|not allowed|must|may|can|do not need|free of charge|required)\b/giu,
}

/** Where in a text the words stand that could answer: [start, end) offsets, in order. */
export function answeringSpans(text: string, asks: ReadonlySet<Asks>): readonly (readonly [number, number])[] {
  const patterns = [...asks].flatMap((kind) => (kind === 'list' || kind === 'procedure' ? [] : [answers[kind]]))
  const spans = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
  )
  return spans
    .toSorted((a, b) => a[0] - b[0])
    .filter(([start], index, all) => all.slice(0, index).every(([, end]) => start >= end))
}
