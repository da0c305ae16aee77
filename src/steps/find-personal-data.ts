import type { PersonalDatum } from '../core/turn.ts'

type Kind = PersonalDatum['kind']

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const digitsOf = (text: string) => text.replaceAll(/[^\dXx]/gu, '')

/** Checks the last character of a resident identity number (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  const digits = digitsOf(text)
  if (!/^\d{17}[\dXx]$/u.test(digits)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase()
}

/** Luhn's check of a card number. */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text)
  if (!/^\d{15,19}$/u.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

interface Finder {
  kind: Kind
  pattern: RegExp
  /** Which group is the datum; the rest of the match stays in the text. */
  group: number
  holds?: (text: string) => boolean
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司古吉车'
const notName = /什么|谁|来|想|要|在|是|不|没|有|去|办|问|外|本|一个|个|的/u

const finders: readonly Finder[] = [
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu, group: 0 },
  {
    kind: 'identity-number',
    pattern: /(?<!\d)\d{6}[\s-]?(?:19|20)\d{2}[\s-]?\d{4}[\s-]?\d{3}[\dXx](?!\d)/gu,
    group: 0,
  },
  {
    kind: 'identity-number',
    pattern: /(?:身份证(?:号码?)?|证件号码?|id (?:card )?(?:number|no\.?))(?:是|为|[:：\s])*([\dXx]{15,18})/giu,
    group: 1,
  },
  {
    kind: 'identity-number',
    pattern: /(?:护照(?:号码?)?|passport(?: number| no\.?)?)(?:是|为|is|[:：\s])*([A-Z]{1,2}\d{7,8})/giu,
    group: 1,
  },
  { kind: 'bank-card', pattern: /(?<![\d-])\d(?:[\s-]?\d){14,18}(?![\d-])/gu, group: 0, holds: isCardNumber },
  {
    kind: 'bank-card',
    pattern: /(?:银行卡|卡号|账号|帐号|card number)(?:号|是|为|is|[:：\s])*(\d(?:[\s-]?\d){11,18})/giu,
    group: 1,
  },
  { kind: 'phone', pattern: /(?<![\d-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?![\d-])/gu, group: 0 },
  { kind: 'phone', pattern: /(?<![\d-])0\d{2,3}[-\s]\d{7,8}(?!\d)/gu, group: 0 },
  {
    kind: 'phone',
    pattern:
      /(?:电话|手机|座机|联系方式|phone|call me (?:at|on))(?:号码?|是|为|is|number|[:：\s])*(\+?\d[\d\s-]{5,16}\d)(?!\s?(?:热线|转))/giu,
    group: 1,
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·\s-]?(?=[A-HJ-NP-Z0-9]*\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/giu,
    group: 0,
  },
  {
    kind: 'address',
    pattern:
      /(?:[\u4e00-\u9fff]{1,10}(?:路|街|大道|巷|弄|胡同|村|小区|花园|苑|公寓|社区))?(?:\d{1,4}(?:弄|巷))?\d{1,5}号?(?:院|楼|栋|幢|座)(?:[\s,，]?[一二三四五六七八九十\d]{1,3}单元)?[\s,，]?\d{2,4}(?:室|号|房)?/gu,
    group: 0,
  },
  {
    kind: 'address',
    pattern:
      /(?:住在?|地址[是为:：]?|家在)\s*([\u4e00-\u9fff\d]{2,20}(?:路|街|大道|巷|弄|胡同|小区|花园|苑|公寓)[\u4e00-\u9fff\d-]{0,14}(?:号|室|栋|楼|单元|层))/gu,
    group: 1,
  },
  {
    kind: 'address',
    pattern: /\b(?:I live at|my address is)\s+([\w\s,.-]{5,60}?(?:road|street|avenue|rd|st|lane)\b[\w\s,#-]{0,30})/giu,
    group: 1,
  },
  {
    kind: 'name',
    pattern:
      /(?:我叫|我的名字(?:是|叫)|姓名(?:是|[:：])|本人姓名|名叫|叫做)\s*([\u4e00-\u9fff·]{2,4}?)(?=[，,。.、；;！!？?\s]|$|身份|电话|手机|今年|住|是|的|在|想|要|家)/gu,
    group: 1,
    holds: (name) => !notName.test(name),
  },
  {
    kind: 'name',
    pattern: new RegExp(`我是([${surnames}][\\u4e00-\\u9fff]{1,2})(?=[，,。；;！!\\s]|$|身份|电话|手机|今年|住)`, 'gu'),
    group: 1,
    holds: (name) => !/人|民|生|户|工|员|师|者|口|籍|业/u.test(name),
  },
  { kind: 'name', pattern: /\b(?:[Mm]y name is|[Mm]y name's)\s+([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2})/gu, group: 1 },
]

const labels: Readonly<Record<Kind, string>> = {
  name: '姓名',
  'identity-number': '证件号',
  phone: '电话',
  'bank-card': '银行卡号',
  address: '地址',
  plate: '车牌',
  email: '邮箱',
}
/** Numbers of public services are no one's data. */
const publicNumber = /^(?:1(?:10|19|20|22)|12\d{3}|95\d{3,4}|96\d{3,4}|400\d{7})$/u

/** Takes personal data out of a text. The placeholders ("〔电话1〕") are reversible by the list that comes with them. */
export function findPersonalData(text: string): { text: string; masked: readonly PersonalDatum[] } {
  const masked: PersonalDatum[] = []
  const placeholderFor = (kind: Kind, value: string): string => {
    const known = masked.find((datum) => datum.value === value)
    if (known !== undefined) return known.placeholder
    const placeholder = `〔${labels[kind]}${masked.filter((datum) => datum.kind === kind).length + 1}〕`
    masked.push({ placeholder, kind, value })
    return placeholder
  }
  const clean = finders.reduce(
    (said, { kind, pattern, group, holds }) =>
      said.replaceAll(pattern, (...match: readonly unknown[]) => {
        const whole = String(match[0])
        const value = String(match[group])
        if (value.includes('〔') || publicNumber.test(digitsOf(value)) || holds?.(value) === false) return whole
        return whole.replace(value, () => placeholderFor(kind, value))
      }),
    text,
  )
  return { text: clean, masked }
}
