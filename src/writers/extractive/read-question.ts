/** What kind of answer a question wants; a question may want several. */
export type Asks =
  | 'money'
  | 'share'
  | 'duration'
  | 'amount'
  | 'clock'
  | 'time'
  | 'phone'
  | 'place'
  | 'body'
  | 'yes-no'
  | 'list'
  | 'procedure'

const signs: readonly (readonly [Asks, RegExp])[] = [
  [
    'money',
    /多少钱|几多钱|好多钱|几(?:块|毛|元|万)|多少元|费用|价格|收费|价钱|(?:补|赔|罚|发|领|拿|交|缴|掏|给|贷|提|取|扣|退|收|借)(?:得|到|给|个)?(?:多少|几多|好多)(?!天|年|个?月|次|人|岁|日|时间)|(?:津贴|补贴|工资|补助|低保|租金|押金|首付|罚款|年费|学费|标准|额度|上限|下限|限额|起付线)[^，。？?]{0,6}(?:多少|几多|是啥|是什么)|how much|what(?:'s| is| are) (?:the|my)\b[^?]{0,40}\b(?:wage|fare|rent|rate|allowance|benefit|pension|salary|deposit|contribution|subsidy|limit)s?\b|fees?\b|\bcosts?\b|price|fine\b/iu,
  ],
  ['share', /几成|比例|百分之|多少比例|报(?:销)?(?:多少|几)|打几折|几折|优惠多少|per ?cent|share/iu],
  [
    'duration',
    /多久|多长(?:时间)?|几(?:天|个?月|年|小时|个?工作日|分钟|周|个?星期)|多少(?:天|个?月|年|日|小时)|期限|时效|多少个工作日|how long|how many (?:days|months|years)/iu,
  ],
  ['amount', /多少|几(?:个|次|倍|人|岁|级|口|只|本|遍|份|条|户|名|周岁)|多大|多高|多远|年龄|how (?:many|old|far)/iu],
  ['clock', /几点|(?:上班|下班|开门|关门|营业|办公|开放|服务)(?:的)?时间|what time|opening hours|\bopen\b.*\?/iu],
  ['time', /什么时候|啥时候|何时|几号|哪天|哪年|几月|截止|最晚|最迟|时间段|when|deadline/iu],
  ['phone', /电话|(?:联系|投诉|举报|咨询)方式|打(?:哪个|什么|多少)(?:号|电话)?|phone|number to call|hotline/iu],
  ['place', /哪里|哪儿|哪块|在哪|去哪|到哪|上哪|找哪|哪个(?:窗口|地方|网站)|地址|地点|窗口|where|address/iu],
  ['body', /谁|哪个(?:部门|单位|机关|局)|什么(?:部门|单位)|归(?:哪|谁)|who\b|which (?:office|department|bureau)/iu],
  [
    'list',
    /哪些|材料|条件|手续|资料|证件|要带|带什么|带啥|准备(?:什么|啥)|什么人|情形|范围|啥条件|documents?|requirements?|conditions?|what (?:do i|should i) (?:need|bring)/iu,
  ],
  ['procedure', /怎么|如何|怎样|咋|流程|步骤|程序|办理|how (?:do|can|to|should)/iu],
  [
    'yes-no',
    /吗|嘛|么(?=[?？。\s]*$)|不(?=[?？。\s]*$)|没(?=[?？。\s]*$)|是否|是不是|能不能|能否|可不可以|可否|要不要|用不用|有没有|会不会|算不算|行不行|该不该|管不管|合不合|合法|违不违|犯不犯|[要能可](?:不|吗)|^(?:can|may|do|does|is|are|must|should|will|am)\b/iu,
  ],
]

const exact: readonly Asks[] = ['money', 'share', 'duration']

/** Reads from a question what kinds of answer it wants, by its question words; a bare amount only where nothing more exact is asked. */
export function readQuestion(text: string): ReadonlySet<Asks> {
  const found = new Set(signs.filter(([, sign]) => sign.test(text)).map(([asks]) => asks))
  if (exact.some((asks) => found.has(asks))) found.delete('amount')
  return found
}

const number = '(?:[\\d,，.]+|[〇零一二两三四五六七八九十百千万]+)\\s*(?:多|余|几)?(?:万|亿|千|百)?'
const spans = (units: string, others = '') =>
  new RegExp(`${number}\\s*(?:${units})${others === '' ? '' : `|${others}`}`, 'giu')

/** Words that answer each kind of question. */
const answers: Readonly<Record<Exclude<Asks, 'list' | 'procedure'>, RegExp>> = {
  money: spans(
    '元|块|yuan|RMB|倍',
    '免费|不收费|不收取|全额|(?:RMB|CNY|¥)\\s?[\\d,.]+|free of charge|免收|免交|（[^（）：]{0,8}元[^（）：]{0,12}）[^；：\\n]{0,12}：[\\d,.]+',
  ),
  share: spans('%|％|折|成|per ?cent', '百分之[\\u4e00-\\u9fff\\d]+|半价|全额|减半'),
  duration: spans(
    '个?工作日|日|天|个?月|年|小时|分钟|周|学期|days?|months?|years?|hours?|minutes?|weeks?',
    '长期|终身|当日|当场|即时',
  ),
  amount: spans(
    '元|%|％|倍|天|日|个?工作日|个?月|年|周岁|岁|小时|分钟|周|次|人|户|只|平方米|㎡|公里|吨|立方米|m³|℃|分|个|名|yuan|days?|months?|years?|hours?|minutes?|per ?cent',
  ),
  clock:
    /\d{1,2}[:：]\d{2}|(?:上午|下午|早上|晚上|凌晨|中午)?[\d一二三四五六七八九十]{1,3}[点时](?!间)|24小时|\b\d{1,2}(?::\d{2})? ?(?:a\.?m|p\.?m)\b|全天/giu,
  phone: /\d{3,4}-\d{7,8}|\b1\d{4}\b|\b9\d{4}\b|\b11[029]\b|\b122?\b|\b400[\d-]{7,9}/gu,
  time: spans(
    '个?工作日(?:内|前|以内|之前)|[日天](?:内|前|以内|之前)|个?月(?:内|前|以内|之前)|时|点',
    '\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月(?:\\d{1,2}日|底|初|起)?|\\d{1,2}[:：]\\d{2}|每月\\d+日|工作日|全年|24小时|\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{4})?|\\bwithin [\\w-]+ (?:\\w+ )?(?:days?|hours?|months?|years?)',
  ),
  place:
    /[\u4e00-\u9fff\d]{2,24}(?:路|街|大道)\d+号|(?:[\u4e00-\u9fff]{2,16})(?:服务中心|服务大厅|办事大厅|窗口|派出所|街道办(?:事处)?|社区|服务站|经办机构|登记机构|法院|医院|医保办)|“[^”]{2,12}”|网站|小程序|\d{4}-\d{7}|\b1[0-9]{4}\b|\bhttps?:\S+|\b(?:[A-Z][a-z]+ ){1,4}(?:Hall|Centre|Center|Bureau|Office|Station|Road|Street|Avenue)/gu,
  body: /[\u4e00-\u9fff]{2,16}(?:部门|机关|局|委员会|中心|机构|法院|单位|人民政府|派出所|街道办事处|居民委员会|物业服务人|主管部门|公司|支队)/gu,
  'yes-no':
    /不得|不能|不可以|不可|不予|不再|不需要|不用|不要求|不看|无需|无须|禁止|严禁|必须|应当|可以|有权|无权|属于|不属于|视为|免费|不收|不满|符合|能|需要|\b(?:may not|must not|cannot|not allowed|must|may|can|do not need|free of charge|required)\b/giu,
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
