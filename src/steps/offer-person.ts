import { detectLanguage } from '../core/detect-language.ts'
import type { Language } from '../core/language.ts'
import type { Step } from '../core/step.ts'
import { triedSoFar } from './continue-intake.ts'
import type { Recognize } from './recognize.ts'

const who = '(?:人工|真人|活人|客服(?!电话|热线)|话务员|接线员|坐席|工作人员(?!应|不|须|必|可以|能))'
const notService = '(?!智能|费|成本|湖|授精|受孕|流产|增雨|耳蜗|关节|林|繁育|养殖)'
const robot = '(?:机器人?|智能(?:客服|助手)?|电脑|ai)'

const wish = [
  new RegExp(
    `(?:转|轉|找|接|要|叫|换|換|来|請?请|给我|帮我|联系|呼叫|跟|和)[^，。,.!！?？]{0,6}?${who}${notService}`,
    'u',
  ),
  /(?:转|轉|找|接)[^，。,.!！?？]{0,4}(?:真的?人|專員|专员|人員|人员(?=$|[，,。,.!！?？\s]))/u,
  /^(?:请|請)?(?:人工|真人|活人|客服|转接|轉接|人工客服|客服人员|接线员|话务员|坐席|人工服务|人工服務|人工台|人工坐席|rengong|zhuan ?rengong)[吧啊呢!！。.\s]*$/iu,
  new RegExp(`(?:不想|不要|别|不愿意?|不许|少|不跟|拒绝)(?:再)?(?:跟|和|与|让|用|拿|派|叫|给我)?${robot}`, 'iu'),
  new RegExp(`${robot}[^，。,.!！?？]{0,6}(?:糊弄|敷衍|打发|应付|忽悠)`, 'iu'),
  // Someone else is to come to the telephone; other people may change as well ("户主换人").
  /(?:^|[，,。！!\s])(?:请|快|赶紧|给我|帮我|麻烦)*(?:换|換)(?:个|個|一个|一個|成)?(?:真|活|能办事的?|会说话的?|懂的?|别的)?人(?=$|[，,。！!\s吧啊来跟和说讲答接])/u,
  /(?:让|叫|喊|找)(?:个|一个|你们的?)?(?:真|活)?人来(?=$|[，,。！!吧\s])|(?:让|叫|派|找)(?:个|一个|你们的?)?(?:真|活)?人(?:来|出来)?(?:跟|和|同)(?:我|我们)(?:说|讲|谈|聊|对话)/u,
  /(?:有没有|有)(?:人工|真人|活人|客服)(?=吗|么|没有?|呀|[？?。！!\s]|$)|(?:有|来)个?(?:真人|活人)/u,
  /\b(?:human|real person|live agent|operator|representative|(?:speak|talk) (?:to|with) (?:a |an |some ?)?(?:real |live |actual )?(?:person|one|someone|agent|human|staff)|customer service agent|human agent|(?:connect|transfer|put|get) me (?:through )?(?:to )?(?:an? |the |some)?(?:agent|person|someone|somebody|staff|colleague))\b/iu,
]
/** Questions about people and services as a matter, not a wish to be put through. */
const asksAbout =
  /人工(?:智能|费|成本|湖|授精|受孕|流产|增雨|耳蜗|关节|窗口|办理|审核|受理|服务(?:时间|热线|电话)|几点|多少)|(?:human resources?|human rights|human body|tour operator|bus operator|operator licen|network operator|legal representative|operator of)/iu
/** "不用转人工" declines a person; "要不转人工", "怎么不转人工" and "为什么不给我转" ask for one. */
const declined = new RegExp(
  `(?<!要|么|啥|还|就|凭什|干嘛|能)(?:不用|不要|不需要|不必|不想|用不着|无需|别|先不|暂不|暂时不|不)(?:再|急着|给我|帮我|跟我|麻烦){0,2}(?:转|轉|找|接|叫|换|联系|转接){1,2}(?:到|给)?${who}|(?:不用|不要|不需要|用不着|无需)${who}`,
  'gu',
)
const declinedInEnglish =
  /(?<!why )\b(?:do not|don'?t|no need|needn'?t|not)\b(?:(?!\bbut\b|\brobot\b|\bbot\b)[^,.!?;]){0,25}\b(?:human|person|agent|operator|representative)\b/giu

/** True when somebody asks to be put through to a person, in whatever words. */
export const wantsPerson = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  if (/^[0#*]$/u.test(plain)) return true
  const wanted = plain.replaceAll(declined, '').replaceAll(declinedInEnglish, '')
  return wish.some((pattern) => pattern.test(wanted)) && !asksAbout.test(wanted)
}

/**
 * What a message has to reach to count as the wish for a person by its meaning alone: of 1,300 other messages .9 % do, most of them cries for help
 * that are answered before. The two embedding models have different scales.
 */
const reach: Readonly<Record<Language, { fit: number; margin: number }>> = {
  zh: { fit: 0.57, margin: 0.05 },
  en: { fit: 0.4, margin: 0.05 },
}
/** A longer message tells of a matter; its meaning as a whole says nothing of a wish for a person in it. */
const longestMeant = 60

async function meansPerson(text: string, language: Language, recognize: Recognize, signal: AbortSignal) {
  if (text.length > longestMeant || asksAbout.test(text) || text !== text.replaceAll(declined, '')) return false
  const match = await recognize(text, language, signal).catch(() => null)
  return match !== null && match.fit >= reach[language].fit && match.margin >= reach[language].margin
}

/** Honours the wish for a person at once, by words or, where `recognize` is there, by likeness to examples; it is never argued with. */
export function offerPerson({ recognize }: { recognize?: Recognize | undefined } = {}): Step {
  return {
    name: 'offer-person',
    async run(turn, { signal }) {
      const text = turn.message.text.normalize('NFKC').trim()
      if (text === '') return turn
      const wanted =
        wantsPerson(text) ||
        (recognize !== undefined &&
          turn.intake === null &&
          (await meansPerson(text, detectLanguage(text), recognize, signal)))
      if (!wanted) return turn
      const matter =
        (turn.intake?.draft.description || turn.history.findLast(({ outcome }) => outcome.kind !== 'reply')?.query) ??
        turn.query
      return { kind: 'handover', handover: { reason: 'asked-for', summary: matter, tried: triedSoFar(turn) } }
    },
  }
}
