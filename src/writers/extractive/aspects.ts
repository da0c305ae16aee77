import type { Passage, Unit } from '../../core/passage.ts'

/** A side of a matter that people ask about, and how documents show that they tell it: in a heading, a lead-in or the text. */
interface Aspect {
  asked: RegExp
  told: RegExp
}

const aspects: readonly Aspect[] = [
  {
    asked:
      /多少钱|几多钱|好多钱|费用|收费|收钱|怎么收|咋收|要钱|花钱|不要钱|免费|工本费|价格|什么价|票价|电价|水价|how much (?:does|do|is|are|will|to pay)|fees?\b|\bcosts?\b|price|charge|free\b/iu,
    told: /收费|费用|工本费|价格|票价|电价|水价|价（|免费|不收|免收|免交|费标准|\bfees?\b|\bcosts?\b|price|free of charge|\bcharge|元\/[本证件次张份]/iu,
  },
  {
    asked:
      /标准|(?:领|补|发|给|拿|报|贷|取|提)(?:得|到|销|个)?(?:多少|几多|好多|几成)|(?:津贴|补贴|补助|低保|工资|金)[^，。？?]{0,6}多少|额度|how much (?:can|will|would|do) (?:i|we|you)|minimum|allowance|benefit/iu,
    told: /标准|额度|每人每月|每月|比例|待遇|限额|档|minimum|per month|a month|allowance|limit/iu,
  },
  {
    asked: /材料|证件|资料|要带|带什么|带啥|准备(?:什么|啥|哪些)|手续|documents?\b|papers|bring/iu,
    told: /材料|证件|资料|携带|出示|提交|核验身份证|documents?\b|papers|bring|submit/iu,
  },
  {
    asked:
      /怎么(?!样|算|收|回事|这么|会|没)|如何|怎样|咋(?!样)|流程|步骤|程序|how (?:do|can|to|should|would)|what (?:do|should) (?:i|we) do|what if/iu,
    told: /怎么办|办理|办法|申请|申领|流程|程序|步骤|渠道|方式|途径|投诉|报修|补领|登录|打开|窗口|网上|apply|appl(?:y|ication)|how to|steps|online|call\b|report/iu,
  },
  {
    asked: /条件|资格|什么人|哪些人|谁(?:可以|能)|符合|对象|requirements?|eligible|qualify|who can|conditions?/iu,
    told: /条件|资格|对象|符合|范围|下列情形|同时满足|eligible|qualify|requirements?|conditions?|who can/iu,
  },
  {
    asked:
      /多久|多长时间|几天|多少天|几个工作日|什么时候|啥时候|何时|几号|几点|哪天|截止|最晚|期限|时限|how long|how soon|when\b|deadline|what time/iu,
    told: /时间|期限|时限|工作日|当场|当日|截止|每日|每天|\d{1,2}[:：]\d{2}|\d月\d+日|\d+日内|within|deadline|working days?|hours\b|by \d/iu,
  },
  {
    asked: /哪里|哪儿|在哪|去哪|到哪|上哪|地址|地点|哪个(?:窗口|地方)|电话|where\b|address|phone/iu,
    told: /地点|地址|窗口|中心|大厅|\d+号|电话|\d{4}-\d{7}|address|hall|counter|office|phone/iu,
  },
]
const penaltyAsked = /罚|违法|犯法|处分|后果|责任|扣分|拘留|坐牢|fine|penalt|illegal|punish/iu
const penalty = /罚款|处罚|法律责任|骗领|骗取|骗提|吊销|拘留|\bfined?\b|penalt/iu
const preamble =
  /^(?:第一条\s*)?(?:为了?|根据|依据|依照|按照)[^。]{6,}(?:制定|决定|通知如下|公告如下|公布如下|同意|现将|现就)[^。]*。?$/u

/** Between 0 and 1: how far a unit shows that it tells the sides of the matter that were asked about; 0 where none is named. */
export function aspectFit(question: string, { section }: Pick<Passage, 'section'>, unit: Unit): number {
  const asked = aspects.filter((aspect) => aspect.asked.test(question))
  if (asked.length === 0) return 0
  const text = unit.text.trim()
  const head = `${section.at(-1) ?? ''}\n${unit.lead ?? ''}\n${text.slice(0, 16)}`
  const fits = asked.map(({ told }) => (told.test(head) ? 1 : told.test(text) ? 0.5 : 0))
  return fits.reduce<number>((sum, fit) => sum + fit, 0) / fits.length
}

/** Whether a unit is about what nobody asks for unless he says so: penalties, or what the document rests on. */
export const isBeside = (question: string, { section }: Pick<Passage, 'section'>, { text }: Unit): boolean =>
  preamble.test(text.trim()) || (!penaltyAsked.test(question) && penalty.test(`${section.at(-1) ?? ''}\n${text}`))
