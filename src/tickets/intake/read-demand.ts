import type { Demand, KindChances } from '../../core/intake.ts'
import { ticketKinds, type TicketKind } from '../../core/ticket.ts'

/** A demand shows what it is in its beginning. */
const mostRead = 2000

type DemandKind = Exclude<TicketKind, 'consultation'>

/** Openings that say what the message is. */
const says: readonly (readonly [DemandKind, RegExp])[] = [
  [
    'praise',
    /(?:我?(?:要|想)|特(?:此|地|意|别)|来|打电话)(?:点名)?(?:表扬|感谢|点赞|夸(?:一?夸|奖))|^(?:表扬|感谢(?!您的回复))|送(?:面)?锦旗|\b(?:i (?:want|would like|'d like) to (?:praise|thank|commend|compliment)|(?:praise|compliment|commend)\b)/iu,
  ],
  [
    'suggestion',
    /(?:我|想|要|提|有)(?:个|一个|一条|点|几点|些|一点)?(?:小)?建议|^(?:我)?建议(?!书)|[，。,]建议(?!书)|提(?:个|点|一个|些)意见|\b(?:(?:i (?:have|would like to make|want to make)|make) an? suggestion|i(?: would like to|'d like to)? suggest|it would be (?:good|better|nice|great) if|my suggestion|a suggestion\b|suggestion:)/iu,
  ],
  [
    'report',
    /(?:我?(?:要|想)|来|实名|匿名|现在|再次)举报|^举报|举报一下|(?:我?(?:要|想)|来)(?:检举|揭发)|\b(?:i(?: want| would like|'d like| wish|'m calling| need) to report|reporting an? (?:illegal|violation))/iu,
  ],
  [
    'complaint',
    /(?:我?(?:要|想|得)|来|强烈|再次|现在)投[诉数]|^投诉|投诉一下|投诉投诉|(?:我?(?:要|想)|来|^|[，,嗯啊])(?:反[映应](?!迟|很|过)|说个事)|\b(?:i(?: want| would like|'d like| wish| need) to (?:complain|raise)|(?:file|make|lodge) a complaint|complaint about)/iu,
  ],
  [
    'request',
    /(?:派人|来人|安排人|请你们|能不能(?:派|来)人|求助|帮(?:我|忙)(?:们)?(?:修|处理|协调|解决|联系|反映))[^。]{0,16}(?:修|处理|看看|看一下|清理|解决|协调|联系|[，。]|$)|(?:要|想|申请)报修|^报修|我要求助|\b(?:please (?:send|fix|repair|clean|remove)|i(?: want| would like|'d like| need) to request|someone (?:should|needs to) (?:fix|repair))/iu,
  ],
]

/** What describes something wrong, without saying what is wanted: what is to be looked into, what is to be repaired, what one suffers from. */
const shows: readonly (readonly [DemandKind, RegExp])[] = [
  [
    'praise',
    /说声谢谢|(?:谢谢|感谢)[^，。]{0,12}(?:师傅|同志|姑娘|小伙|医生|护士|老师|民警|工作人员|志愿者|司机)|好人好事|拾金不昧|\bthank (?:the|your)\b/iu,
  ],
  [
    'report',
    /偷排|偷倒|排(?:放)?(?:污水|废水|废气)|无证|无照|没(?:有)?(?:证|执照|健康证|检疫)|黑(?:车|作坊|诊所|中介|网吧|幼儿园|店)|假(?:冒|货|药|证|酒|烟)|地沟油|过期|变质|违(?:法|规)(?:搭建|建设|建筑|经营|占用|排放)|违建|私搭|加盖|群租|赌博|赌场|麻将馆|传销|涉嫌|非法|偷税|虚开|超载|刷单|卖淫|贩卖|不(?:给|帮)?(?:员工)?(?:交|缴)社保|毁绿|种菜|圈(?:地|占)|砸(?:了)?承重墙|承重墙|飞线|消防(?:通道|栓)|灭火器|安全(?:出口|隐患)|井盖|要(?:掉|倒|塌|砸)|砸(?:到|人|中)|小广告|拉客|宰客|黑摩的|揽客|偷(?:挖|采|盖|倒)|未成年|卖(?:给)?[^，。]{0,6}(?:初中生|学生|未成年)|烟火|露天烧|焚烧|野生动物|电鱼|盗(?:采|伐|挖)|举报|\b(?:illegal(?:ly)?|fake|counterfeit|without a (?:licen[cs]e|permit)|unlicen[cs]ed|dump(?:s|ed|ing)|expired|open manhole|manhole|fire (?:exit|lane|hydrant)|gambling|refus(?:es?|ed) to use the meter)\b/iu,
  ],
  // Somebody's conduct, or a demand left undone, goes before what is broken.
  [
    'complaint',
    /(?:物业|邻居|商家|店家|老板|开发商|施工方|公司|窗口|工作人员|客服|司机|中介|学校|医院)[^。！？]{0,24}(?:不(?!知|错)|没(?!收)|拒|推|骂|凶|态度|乱|涨|扣|骗)|(?:反映|投诉|报|打)(?:过|了)[^，。]{0,6}(?:回|次|遍)|回回|(?:电梯|门禁|楼道灯)[^，。]{0,10}(?:坏|停|不)|没人管|\b(?:property manage\w+|landlord|neighbou?rs?|the (?:company|shop|driver|staff|clerk))\b/iu,
  ],
  [
    'request',
    /(?:路灯|红绿灯|信号灯|水管|管道|护栏|路面|马路|座椅|健身器材|充电桩|监控|下水道|公厕|站牌|标志牌|树)[^，。？?]{0,10}(?:坏|不亮|破|漏|堵|停用|没了|缺|丢|松|塌|裂|凹|不能用|故障|掉|倒|翘|爆|断|挡|坑)|(?:有|个|大)(?:大)?坑|坑洼|停(?:水|电|气)|没(?:有)?(?:水|电)(?:了|$|，)|不通(?:水|电|气)|垃圾[^，。]{0,10}(?:没人|成堆|没收|不收|不清|满)|流浪(?:狗|犬|猫)|死(?:狗|猫|鸡|猪)|(?:补贴|津贴|补助|养老金|低保|报销|工资)[^，。]{0,10}(?:没(?:有)?(?:发|到|领)|不到账|未到账)|(?:丢|落|掉)(?:了|在)[^，。]{0,14}(?:包|手机|钱包|身份证|钥匙|行李)|找(?:一下|回)|黄闪|全红|斑马线|返水|溢水|没信儿|请[^，。]{0,5}(?:来)?(?:冲|修|清|补|扶|挪|拖|剪)(?:一下|走|掉|好)|(?:坏|漏|断|破|裂|堵|塌|松|掉|倒|锈穿|翻|沉)了|漏水|渗水|积水|没水|没电|不通|不亮|冇得(?:亮|水|电)|报修|维修|没到[账帐]|没(?:有)?(?:发|领)到|领不到|补(?:办|发|种|装)|加装|安装|增设|帮(?:我|忙|他|她)|救助|找不到|\b(?:leak\w*|broken|repair\w*|fix(?:ed)?|out of order|not working|towed|missing|pothole|street ?(?:lamp|light)s?|no (?:water|power|electricity)|lost my|traffic light|fallen tree|stray dogs?)\b/iu,
  ],
  [
    'complaint',
    /扰民|吵|噪[音声]|睡不(?:着|好|成)|没法睡|油烟|异味|臭|乱(?:收费|停|扔|堆)|多收|收(?:了)?(?:我|我们)[^，。]{0,6}(?:元|块|钱)|不(?:给|肯|同意|让)?(?:退|赔)|退(?:不了|不回)|不给|拖欠|欠薪|欠[^，。]{0,6}工资|态度|推诿|推来推去|踢皮球|骂|没人管|不管|置之不理|不作为|占(?:用|道|了|着|满)|霸占|堆(?:满|在|着)|堵|强制|强迫|虚假|欺骗|骗|坑人|服务(?:太差|很差|差)|遛狗|狗[^，。]{0,8}(?:叫|咬|拴|绳)|缺斤短两|(?:坏|停|漏|渗|裂|塌|破|断|丢|倒|掉)了|漏水|渗水|滴水|积水|不热|不制冷|不亮|跑路|关门|涨价|涨[^，。]{0,4}费|费[^，。]{0,6}(?:高|贵|多)|太(?:贵|差|慢|脏|高|吵|臭|乱)|蟑螂|苍蝇|虫子|头发|超标|被(?:打|骂|骗|坑|扣|砸|咬|撞|刮)|拆(?:了|除)|砸了|骗|坏[^，。]{0,8}(?:没人|不)(?:修|换)|等了|排队|催|纠纷|违约|\b(?:broken|not working|out of order|leak(?:s|ing|ed)?|flooded|overflow(?:s|ing|ed)?|noisy|too loud|noise|loud|overcharg\w*|refus(?:e[sd]?|ing)|rude(?:ly)?|blocked|blocks?|smell\w*|dirty|barking|bark(?:s|ed)?|won'?t|never|nobody|no one|cancel+ed|charged|complain\w*|problem)\b/iu,
  ],
]

/** A question of one's own: it is answered before it is anything else. */
export const asks =
  /[?？]|吗(?=$|[，,。\s])|么[？?。\s]*$|不[。\s]*$|呢[？?。\s]*$|怎么(?!都|也|能|会|可以)|如何|怎样|咋(?:办|弄|整|样)|什么(?!都|也|时候都)|多少|(?<![好这那前后多装设建种摆加])几(?:天|点|个|种|号)(?!都|前|了)|哪|是否|能不能|可不可以|要不要|有没有|能否|多久|多长时间|为什么|为啥|凭什么|合法|违法吗|规定|标准|归谁管|找谁|该不该|是不是|^(?:how|what|when|where|which|who|why|can|may|is|are|do|does|should|could|will)\b/iu

const saidKind = (text: string) => says.find(([, pattern]) => pattern.test(text))?.[0]
const shownKind = (text: string) => shows.find(([, pattern]) => pattern.test(text))?.[0]
/** "I want to raise something" says that it is a demand but not which: what it shows decides. */
const only = /举报|投[诉数]|report|complain/iu

/** "Could you …?" may ask for something to be done; who, what and how much ask to be told. */
const asksToBeTold =
  /什么|啥|多少|哪|谁|几[天点个种号年月岁]|怎么(?!还)|如何|怎样|咋|多久|多长|是否|规定|标准|^\s*(?:who|what|which|when|where|how (?:much|many|long|do|does|can|old|far|often))\b/iu

/** What the words show multiplies the chance of the kind that they show. */
const wordsCount = 5

/** The likeliest kind by what the text means and what its words show, and its chance. */
function weigh(kinds: KindChances, shown: TicketKind | undefined, never: TicketKind | null) {
  const weights = ticketKinds.map((kind) => ({
    kind,
    weight: kind === never ? 0 : kinds[kind] * (kind === shown ? wordsCount : 1),
  }))
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  return weights
    .map(({ kind, weight }) => ({ kind, chance: weight / all }))
    .reduce((best, each) => (each.chance > best.chance ? each : best))
}

/**
 * The kind of demand a text tells of: what it says itself, else what it means and shows, by `kinds`, else what it shows alone. Consultation
 * where nothing tells.
 */
export function readKind(text: string, kinds: KindChances | null): TicketKind {
  const said = saidKind(text)
  const shown = shownKind(text)
  const open = said === 'complaint' && !only.test(text)
  if (said !== undefined && !open) return said
  if (said === undefined && shown === undefined && asksToBeTold.test(text)) return 'consultation'
  if (kinds !== null) return weigh(kinds, shown, open ? 'consultation' : null).kind
  return shown ?? said ?? 'consultation'
}

/** From this chance on a text is taken for a demand by its meaning; a higher one where it is put as a question. */
const means = 0.4
const meansThoughAsking = 0.6
/** No policy answers praise or a suggestion: from this chance on it is taken down like one that says what it is. */
const saysAsMuch = 0.7

function readMeaning(text: string, kinds: KindChances): Demand | null {
  const asking = asks.test(text)
  if (asking && asksToBeTold.test(text)) return null
  const { kind, chance } = weigh(kinds, asking ? undefined : shownKind(text), null)
  if (kind === 'consultation' || chance < (asking ? meansThoughAsking : means)) return null
  return { kind, explicit: !asking && (kind === 'praise' || kind === 'suggestion') && chance >= saysAsMuch }
}

/** A message read as a demand; null where it asks or describes nothing wrong. */
export function readDemand(text: string, kinds: KindChances | null): Demand | null {
  const trimmed = text.trim().slice(0, mostRead)
  const said = saidKind(trimmed)
  if (said !== undefined && !asks.test(trimmed)) return { kind: readKind(trimmed, kinds), explicit: true }
  const meant = kinds === null ? null : readMeaning(trimmed, kinds)
  if (meant !== null || asks.test(trimmed)) return meant
  const kind = shownKind(trimmed) === undefined ? 'consultation' : readKind(trimmed, kinds)
  return kind === 'consultation' ? null : { kind, explicit: false }
}

const names: readonly (readonly [TicketKind, RegExp])[] = [
  ['praise', /表扬|感谢|praise|thank/iu],
  ['suggestion', /建议|意见|suggest/iu],
  ['report', /举报|report/iu],
  ['complaint', /投诉|complain/iu],
  ['request', /求助|报修|帮忙|帮助|request|help/iu],
  ['consultation', /咨询|问问|consult|enquir|inquir/iu],
]

/** The kind that a short answer names ("不是投诉，是建议": the last one named counts). */
export function readKindName(text: string): TicketKind | null {
  const tail = text.split(/(?:而是|是|改成|改为|换成|to be|make it|change (?:it )?to|but)/iu).at(-1) ?? text
  return (
    names.find(([, pattern]) => pattern.test(tail))?.[0] ?? names.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  )
}
