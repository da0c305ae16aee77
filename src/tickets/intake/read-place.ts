/** A wording of a place. `exact`: it names a street, a building or a landmark, not only a district. */
export interface SaidPlace {
  said: string
  exact: boolean
  at: number
  end: number
}

const mask = '〔地址\\d+〕'
/** What ends the name of a place. Longer endings come first. */
const kinds =
  '(?:(?:农贸|批发|菜|农产品|花鸟|建材|超)市场|菜场|早市|夜市|地铁站|公交(?:车)?站|汽车站|火车站|高铁站|客运站|加油站|充电站|变电站|垃圾站|中转站|幼儿园|小学|中学|初中|高中|大学|学院|学校|医院|卫生院|卫生室|诊所|社区服务中心|服务中心|购物中心|体育馆|体育场|图书馆|健身房|殡仪馆|养老院|敬老院|派出所|法院|政务大厅|办事大厅|便民中心|小区|花园|花苑|公寓|新村|家园|社区|新城|名苑|雅苑|佳苑|嘉园|豪庭|华府|大院|家属院|家属楼|工业园|产业园|科技园|园区|开发区|大厦|大楼|写字楼|商城|商场|超市|百货|广场|公园|植物园|动物园|景区|步行街|商业街|美食街|大道|大街|胡同|路口|高架|立交桥|立交|天桥|大桥|隧道|码头|渡口|水库|停车场|工地|酒店|宾馆|饭店|餐厅|酒楼|火锅店|烧烤店|理发店|网吧|酒吧|棋牌室|KTV|ktv|养殖场|采石场|搅拌站|工厂|厂区|苑|园|里弄|镇|乡|村|街道|路|街|巷|桥|河|湖|江边|厂|站|府|城|湾|庭|坊)'
const unit =
  '(?:(?:第)?[一二三四五六七八九十百\\d]{1,5}|[A-Za-z]\\d{0,2}|[东西南北])(?:号楼|号院|号线|栋|幢|座|单元|门洞|层|楼(?!上|下)|号|弄|室|组|队|区|期|排|出口|口)'
const relation =
  '(?:的|和.{1,6}|与.{1,6})?(?:大?门口|正门|[东西南北后前侧]+门|旁边?|附近|对面|对过|隔壁|周边|周围|边上|门前|楼下|楼顶|地下(?:车库|室)?|车库|入口|出口|拐角处?|转角|交叉口|交汇处|十字路口|丁字路口|路口|红绿灯|[东西南北]侧|[东西南北]段|[东西南北]头|里面?|内|那边|上|这[边里])'
/** Words that stand before a name and are no part of it; the name begins after the last of them. */
const before =
  /^.*(?:投诉|举报|反映|建议|表扬|反馈|一下|咨询|求助|请问|您好|你好|我要|我想|我们|我家|他们|她们|咱们|家住|住在|位于|位置是?|地址是?|地点是?|应该是|不是|而是|就是|就在|还是|是在|是|在|到|从|往|去|由|于|把|被|给|让|叫|路过|经过|走到|发现|看到|看见|希望|因为|关于|有个|有一?家|有人|一家|这家|那家|那个|这个|一个|整个|门口的|的|有|对|将|跟|了|着|过|吗|呢|吧|啊|呃|嗯|哦|住|我|你|您|他|她|咱|帮|走|跑|穿|修|想|要|没|就|还|很|让|等|找|看|听|说|买|卖|做|(?<!解)放|坐|停|堵|占|挖|倒|扔|骂|打|骑|开(?!发|元|封|明)|关(?!山)|上(?!海|城)|去|回(?!龙|民)|不(?!夜)|成(?!都|功|华)|太(?!平|阳|湖|原|子))/u
const notPlaces =
  /^(?:横|背|前|后|那条|这条)?(?:[这那哪每各一半]?[条个处里路街]|马路|道路|公路|网路|出路|小路|大路|铁路|线路|思路|走路|修路|电路|迷路|堵路|让路|问路|上路|顺路|一路|整条路|主路|辅路|电梯里|家里|屋里|心里|夜里|这里|那里|哪里|城里|村里|手里|店里|车里|厂里|楼里|平方里|公里|小区|社区|市场|学校|医院|公园|广场|超市|工地|路口|村|镇|厂|工厂|街道|政府|国道|幼儿园|停车场|饭店|餐厅|酒店|路|街|站|桥|河|湖|城|园|府|里|本小区|我们小区|住的小区|老小区|城市|上街|逛街|下站|车站|公交站|地铁站|公交车站|垃圾站|菜市场|农贸市场|早市|夜市|花园|公寓|大街|天桥|大桥|隧道|商场|家园|人行天桥|立交桥|小学|中学|大学|烧烤店|火锅店|理发店|棋牌室|健身房|加油站|服务中心|医院里|[一二三四五六七八九十两几\d]+(?:站|里|村|街|路|厂|园|城))$/u

const namePattern = new RegExp(`[\\p{Script=Han}A-Za-z0-9〇·]{1,14}?${kinds}(?:${kinds})*(?![灯牌面费政线])`, 'gu')
const tail = new RegExp(
  `^(?:[\\s,，]?(?:${unit}))*(?:${relation})*(?:[\\s,，]?(?:${unit}))*(?:[-\\s]?\\d{3,4}(?:室|号)?(?![\\d元块年人]))?`,
  'u',
)
/** What stands before a kind of place without being its name ("旁边烟酒店", "半条街"). */
const nameless =
  /^(?:[这那哪每各一二两三半整几]|个|条|家|座|片|块|旁边?|隔壁|对面|附近|周边|前面|后面|楼下|楼上|门口|路边|街边|河边|地下|露天|老|新|大|小|旧|本|我们?|孩子|单位|学校|公司|自家|家|村里?|镇上|县里?|市里?|城里|区里?|小区|社区|单元|内|外|的|烟酒|早餐|搞啥子|某|上|下|室|院|城市|烟|商业|人行|公共|机动车|非机动车|快递)+$/u
const kindAtEnd = new RegExp(`${kinds}$`, 'u')
/** A street or a river is long: without a number, a crossing or a landmark it is not exact. */
const longOnes = /(?:路|街|大道|大街|高架|河|湖|步行街)$/u

interface Piece {
  at: number
  end: number
}

/** Where the name in a stretch begins: behind the last word that cannot belong to it. */
function trimmed(text: string, at: number, end: number): number {
  const stretch = text.slice(at, end)
  const kind = new RegExp(`${kinds}$`, 'u').exec(stretch)?.[0].length ?? 1
  const name = stretch.slice(0, stretch.length - kind)
  const cut = before.exec(name)?.[0].length ?? 0
  return at + cut
}

function names(text: string): Piece[] {
  const found: Piece[] = []
  for (const match of text.matchAll(namePattern)) {
    const end = match.index + match[0].length
    const at = trimmed(text, match.index, end)
    const said = text.slice(at, end)
    const name = said.replace(kindAtEnd, '')
    if (name !== '' && !notPlaces.test(said) && !nameless.test(name)) found.push({ at, end })
  }
  for (const match of text.matchAll(new RegExp(mask, 'gu')))
    found.push({ at: match.index, end: match.index + match[0].length })
  return found.toSorted((a, b) => a.at - b.at)
}

const withTail = (text: string, { at, end }: Piece): Piece => ({
  at,
  end: end + (tail.exec(text.slice(end))?.[0].length ?? 0),
})

/** Joins what belongs together: "沿江路" + "和" + "解放路交叉口", "幸福小区" + "三号楼". */
function join(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (
      last !== undefined &&
      piece.at <= last.end + 3 &&
      /^(?:和|与|跟|、|,|，|\s|的|到|至)*$/u.test(text.slice(last.end, piece.at))
    )
      last.end = Math.max(last.end, piece.end)
    else joined.push({ ...piece })
  }
  return joined
}

/** Puts the district in front where it stands there ("滨江区沿江路"). */
function withRegion(text: string, piece: Piece, regionNames: readonly string[]): Piece {
  const front = text.slice(0, piece.at)
  const name = regionNames.find((one) => front.replace(/的$/u, '').endsWith(one))
  if (name === undefined) return piece
  const at = front.replace(/的$/u, '').length - name.length
  return withRegion(text, { at, end: piece.end }, regionNames)
}

function placed(text: string, { at, end }: Piece, regionNames: readonly string[]): SaidPlace {
  const said = text.slice(at, end).replace(/(?:的|里|上)$/u, '')
  const bare = regionNames.reduce((rest, name) => rest.replace(name, ''), said)
  return { said, exact: !(longOnes.test(bare) && !/[和与]/u.test(bare)), at, end }
}

/**
 * Reads where something is, in Chinese: a name with its street, estate or landmark, building and door, and the district before it. What
 * names only a district is not `exact`. Null where no place is named.
 */
export function readChinesePlace(text: string, regionNames: readonly string[]): SaidPlace | null {
  const exact = join(
    text,
    names(text).map((piece) => withTail(text, piece)),
  )
  const best = exact
    .map((piece) => withRegion(text, piece, regionNames))
    .toSorted((a, b) => b.end - b.at - (a.end - a.at))[0]
  if (best !== undefined) return placed(text, best, regionNames)
  const named = regionNames.map((name) => ({ name, at: text.indexOf(name) })).filter(({ at }) => at >= 0)
  const first = Math.min(...named.map(({ at }) => at))
  if (named.length === 0) return null
  const end = Math.max(...named.map(({ name, at }) => at + name.length))
  return { said: text.slice(first, end), exact: false, at: first, end }
}
