import type { Language } from '../core/language.ts'

/** Openings and pronouns that lean on what was said before. */
const leans =
  /^(?:那|如果|要是|假如|接着|这个|那个|这种|它|他们?|她|上面|刚才|同样|再就是)|(?:这个|那个|它|上述|上面说的|刚才说的)/u
/** Openings that go on: they may as well begin a new matter. */
const goesOn = /^(?:还有|另外|然后|顺便|对了|再问|换个问题|再请问)/u
const ends = /(?:呢|的话|的话呢|咧)[？?。！!\s]{0,4}$/u
/** A question that begins with its verb has left its subject out ("可以代办吗"). */
const elliptic =
  /^(?:可以|可不可以|能不能|能|需不需要|需要|要不要|要|用不用|会不会|会|有没有|是不是)[^，。]{1,12}(?:吗|么|不)?[？?\s]{0,4}$/u
/** How much of its own a text may say and still lean on the question before, characters without the words below. */
const most = { leaning: 6, ending: 9, elliptic: 3 }

/**
 * Words that carry no subject of their own: those a sentence needs, and the sides from which any matter can be asked about (its cost, its
 * papers, its time, its place, its way).
 */
const genericWords = [
  '请问|您好|你好|谢谢|那么|那|如果|要是|假如|还有|另外|然后|这个|那个|这种|这样|这|上面|刚才|它|呢|吗|么|的话|啊|呀|吧|哈|咧|嘛',
  '怎么样|怎么办|怎么|怎样|咋样|咋|如何|多少|多久|多长|多大|多高|几个|几天|几年|几岁|几种|几次|几点|几|什么|啥|哪里|哪儿|哪些|哪个|哪天|哪|谁|为什么|为啥|是否|是不是|能不能|可不可以|有没有|要不要|行不行|用不用|需不需要',
  '必须|需要|需|可以|可|应该|应当|能|会|要|得|有|没有|没|是|不|也|都|还|就|才|再|又|只|最|一共|总共|大概|到底|具体|一般|现在|目前|今年|明年|大约|一下|一个|一|个',
  '我们|我|你们|你|您|他|她|自己|本人|家里|人家|别人|的|了|着|过|在|去|到|从|给|把|被|对|和|跟|与|及|或|为|上|下|里|中|前|后|时|之|以|所|用|用来',
  '费用|收费|费|价格|价钱|价|多贵|贵|便宜|免费|钱|花|收|元|块|标准|金额|额度|上限|下限|最高|最低|比例|数额|每月|每年|每次|每人|月|年|天|日|周|次|小时|工作日|双休日|周末|节假日|分期|到账|发放|发|打到|打|拿到|拿',
  '材料|资料|证件|手续|条件|要求|资格|流程|程序|步骤|方式|方法|渠道|规定|政策|依据|文件|表格|表|原件|复印件|复印|照片|户口本|户口簿|身份证|证明',
  '带|准备|提供|提交|交|缴|填|办理|办好|办成|办下来|办|申请|申领|申报|领取|领|报名|预约|排队|登记|审核|批|查询|查|弄|做|搞|开始|截止|结束|最晚|最早|时间|时候|期限|时限|时效|有效期|有效|过期|失效|到期|期',
].flatMap((words) => words.split('|'))
/** Longer words first: "上班" is not "上" and something else. */
const generic = new RegExp(
  ['(?:周|星期|礼拜)[一二三四五六日天末]', ...genericWords.toSorted((a, b) => b.length - a.length)].join('|'),
  'gu',
)
const noise = /[\s\p{P}\p{S}\da-z]/giu
const contentOf = (text: string) => text.replaceAll(noise, '').replaceAll(generic, '')

const genericEnglish = new Set(
  (
    'what how when where which who why is are was am be do does did can could may might must should shall will would have has had ' +
    'need needs needed require required i me my we our you your he she it its they them this that these those the a an and or but so ' +
    'then also else if in on at for to of from with by about as any some there here not no yes please thanks much many long often far ' +
    'cost costs price fee fees pay paid money expensive free charge charges documents document papers paper bring take takes taken get ' +
    'gets apply application process procedure steps step conditions condition requirements requirement deadline time date open opening ' +
    'hours office place address phone number online form forms original copy copies id valid validity last days day weeks week months ' +
    'month year years first other another one ones someone person somebody else same maximum minimum limit done go ok okay per'
  ).split(' '),
)
const leansInEnglish =
  /^(?:and\b|what about|how about|what if|then\b|so\b|or\b|but\b|if\b|also\b)|\b(?:it|that|this|they|them|those|these|one)\b/iu
const ownWords = (text: string) =>
  (text.toLowerCase().match(/[a-z']+/gu) ?? []).filter((word) => !genericEnglish.has(word)).length

/** True when a text names no matter at all: it only asks for the cost, the papers, the time, the place or the way. */
export const isOnlyAspect = (text: string): boolean => contentOf(text).length <= 1 && ownWords(text) === 0

/** True when a text that could stand alone has words that point back: it may still go on with the matter before. */
export const mayLean = (text: string): boolean =>
  text.length <= 60 && /那|这(?!里|儿|边)|它|他们?|她|人家|对方|到底|还(?!款|钱|贷|书)|又|呢/u.test(text)

/** True when the text cannot be understood without the question before it. */
export function isFollowUp(text: string, language: Language): boolean {
  const said = text.trim()
  if (isOnlyAspect(said)) return true
  const own = contentOf(said).length
  if (language === 'en' && !/\p{Script=Han}/u.test(said)) return leansInEnglish.test(said) && ownWords(said) <= 3
  if (goesOn.test(said) && !ends.test(said)) return false
  if (elliptic.test(said) && own <= most.elliptic) return true
  return (ends.test(said) && own <= most.ending) || (leans.test(said) && own <= most.leaning)
}
