import type { PersonalDatum } from '../core/turn.ts'

/** Personal data that its wording or its surroundings give away. Every repetition is bounded: a long text takes no longer a character. */
export interface PersonalPattern {
  kind: PersonalDatum['kind']
  pattern: RegExp
  /** Which group is the datum; the rest of the match stays in the text. */
  group: number
  holds?: (text: string) => boolean
}

const surname =
  '(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|慕容|令狐|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司古吉车項項張陳劉黃吳趙孫馬羅鄭謝許韓馮鄧葉蘇呂盧鍾譚陸範賈鄒閆賀顧龔錢戴嚴湯樊喬龐顏倪莊聶魯關蘭紀單蔣鮑])'
/** What may follow a name: a mark, the end, or a word that goes on. */
const nameEnds =
  '(?=[，,。.、；;：:！!？?\\s()（）"”」〔]|$|身份|电话|電話|手机|手機|联系|今年|住|家|是|的|在|我|他|她|你|想|要|来自|请|因|有|被|投诉|反映|举报|申请|咨询|和|跟|与|也|女|男|先生|女士|\\d)'
/** Words that begin like a name. */
const notName =
  /^(?:什么|谁|单位|房东|房管|房子|管家|管理|阳台|时候|农民|农村|司机|路人|路边|车|成年|关于|于是|安徽|江苏|江西|广|金额|文件|白天|高新|向|常住|时间|解决|古|万一|易|成都|方便|任何|何时|车主|包工|游客|施工|曾|尤其|申请|单身|艾滋|毕业|温馨|华侨|应|金融)|[一二三四五六七八九十]个|不是|没有/u
const place = '(?:[\\u4e00-\\u9fff]{2,8}(?:省|市|区|县|旗|镇|乡)){0,4}'
const street = '(?:路|街|大道|巷|弄|胡同|小区|花园|苑|公寓|社区|新村|家园|村|里|大厦|国际|广场|府)'
const unit = '(?:[\\s,，-]?(?:[一二三四五六七八九十百\\d]{1,5}(?:号院|号楼|号|弄|栋|幢|座|楼|层|单元|室|房|院|門|门)))'

export const personalPatterns: readonly PersonalPattern[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu, group: 0 },
  {
    kind: 'identity-number',
    pattern:
      /(?:身份证|身份證|证件|證件|\bid(?: card)?)\s?(?:号码?|號碼?|number|no\.?)?(?:是|为|is|[:：\s]){0,4}(\d[\d\s-]{11,24}[\dXx])(?!\d)/giu,
    group: 1,
  },
  {
    kind: 'identity-number',
    pattern:
      /(?:护照|護照|通行证|回乡证|居留许可|永居证|passport|permit)\s?(?:号码?|號碼?|number|no\.?)?(?:是|为|is|[:：#\s]){0,4}((?=[A-Z]{0,3}\d)[A-Z]{0,3}\d{6,10}[A-Z]?)(?![A-Z0-9])/giu,
    group: 1,
  },
  { kind: 'identity-number', pattern: /(?<![A-Za-z0-9])[CEGDSPHM][A-Z]?\d{8}(?![A-Za-z0-9])/gu, group: 0 },
  {
    kind: 'bank-card',
    pattern:
      /(?:银行卡|銀行卡|卡号|卡號|账号|帐号|帳號|账户|card number|account(?: number)?)(?:号码?|是|为|is|[:：\s]){0,4}(\d(?:[\s-]?\d){7,20})(?!\d)/giu,
    group: 1,
  },
  {
    kind: 'phone',
    pattern:
      /(?:电话|電話|手机|手機|座机|联系方式|微信|QQ|phone|mobile|call me (?:at|on)|whatsapp)(?:号码?|號碼?|是|为|is|number|[:：\s]){0,4}(\+?\d[\d\s-]{5,16}\d)(?![\d年月]|\s?(?:热线|转))/giu,
    group: 1,
  },
  {
    kind: 'phone',
    pattern: /(?:微信|QQ|wechat)(?:号码?|id|是|为|is|[:：\s]){1,4}([a-z][\w-]{5,19}(?<=[\d_-].{0,19}))(?![\w-])/giu,
    group: 1,
  },
  { kind: 'phone', pattern: /\+\d{1,3}(?:[\s-]?\d){7,12}(?!\d)/gu, group: 0 },
  {
    kind: 'phone',
    pattern:
      /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九](?:[\s-]?[零〇一二三四五六七八九幺]){9}(?![零〇一二三四五六七八九幺])/gu,
    group: 0,
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.•\s-]?(?=[A-HJ-NP-Z0-9]{0,5}\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂港澳领试超])(?![A-Z0-9])/giu,
    group: 0,
  },
  // The district stays: which rule applies depends on it.
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:住在?|住址[是为:：]?|地址[是为:：]?|家在|我家[是在]?)\\s{0,3}${place}([\\u4e00-\\u9fff\\w]{1,12}?${street}${unit}{1,6}(?:[\\s-]?\\d{2,4}(?!\\d))?)`,
      'gu',
    ),
    group: 1,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:[\\u4e00-\\u9fff]{1,8}?${street})?(?:\\d{1,5}(?:号院?|弄|巷)[\\s,，]?)?(?:[\\u4e00-\\u9fff]{2,8}?(?:小区|花园|苑|公寓|新村|家园))?(?:[一二三四五六七八九十\\d]{1,5}|[A-Za-z])(?:号楼|号院|楼|栋|幢|座)(?:[\\s,，-]?[一二三四五六七八九十\\d]{1,3}(?:单元|门))?[\\s,，-]?\\d{2,4}(?:室|号|房)?(?!-?\\d|[年月日元块平米个户人])`,
      'gu',
    ),
    group: 0,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `[\\u4e00-\\u9fff]{1,8}?${street}(?:\\d{1,5}(?:号院?|弄|巷)[\\s,，]?)(?:[\\u4e00-\\u9fff]{0,8})\\d{0,4}-?\\d{2,4}室`,
      'gu',
    ),
    group: 0,
  },
  {
    kind: 'address',
    pattern:
      /\b(?:I live (?:at|in)|my (?:home )?address is|my home is(?: at)?)\s{1,3}((?=[^.!?]{0,40}\d)[\w\s,.#-]{3,60}?\b(?:road|street|avenue|rd|st|lane|building|block)\b(?:[\s,.#-]{1,2}(?!and\b|what\b|how\b|i\b)[\w#-]{1,12}){0,6})/giu,
    group: 1,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|我的名字(?:是|叫)|姓名(?:是|为|[:：])|名字(?:是|叫)|名叫|叫做|本人姓名|(?:老公|老婆|丈夫|妻子|爱人|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|儿子|女儿|孩子|哥哥?|姐姐?|弟弟?|妹妹?|邻居|房东|老板|经理|同事|他|她)叫)\\s{0,3}(${surname}[\\u4e00-\\u9fff]{1,2}?)${nameEnds}`,
      'gu',
    ),
    group: 1,
    holds: (name) => !notName.test(name),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|我的名字(?:是|叫)|姓名(?:是|为|[:：])|本人姓名)\\s{0,3}([\\u4e00-\\u9fff]{1,7}(?:·[\\u4e00-\\u9fff]{1,9}){1,3}|[\\u4e00-\\u9fff]{2,4}?(?=[，,。.、；;！!？?\\s]|$|身份|电话|手机|今年))`,
      'gu',
    ),
    group: 1,
    holds: (name) => name.includes('·') || !/什么|谁|想|要|不|没有|问|外卖|车|号|人|个|的|了|单位/u.test(name),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:我叫|姓名[:：])(${surname}[\\u4e00-\\u9fff]{2})`, 'gu'),
    group: 1,
    holds: (name) => !notName.test(name),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我是|本人|申请人|联系人)[:：]?(${surname}[\\u4e00-\\u9fff]{1,2})(?=[，,。；;！!\\s]|$|身份|电话|手机|今年|住)`,
      'gu',
    ),
    group: 1,
    holds: (name) => !notName.test(name) && !/人|民|生|户|工|员|师|者|口|籍|业|居|住/u.test(name),
  },
  {
    kind: 'name',
    pattern:
      /\b(?:my (?:full )?name is|my name's|i am called|(?<![\w-])(?:full )?name\s?:)\s{1,3}((?!what|not|on|in|wrong|spelled)[a-z][\w'-]{0,30}(?:[ -](?!and\b|i\b|from\b|living\b|my\b|with\b|but\b|phone\b|id\b|passport\b|how\b|what\b|live\b|the\b|on\b|in\b|is\b)[a-z][\w'-]{0,30}){0,2})/giu,
    group: 1,
  },
  {
    kind: 'name',
    pattern:
      /\b(?:I am|I'm|[Tt]his is|Mr\.?|Mrs\.?|Ms\.?)\s((?!South|North|New|Saudi|Hong|Sri|The|A|An|American|British|Chinese|Yunting|Binjiang)[A-Z][a-z'-]{1,20}\s[A-Z][a-z'-]{1,20})(?=[,.;!]|\s(?:and|with|from|speaking|my|phone|passport)\b|$)/gu,
    group: 1,
  },
]
