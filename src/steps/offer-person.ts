import type { Step } from '../core/step.ts'
import { triedSoFar } from './continue-intake.ts'

const wish = [
  /(?:转|找|接|要|叫|换|来|请|给我|帮我|联系|呼叫|想跟|想和|我要|跟|和)[^，。,.!！?？]{0,6}?(?:人工|真人|活人|客服(?!电话|热线)|话务员|接线员|坐席|工作人员(?!应|不|须|必|可以|能))(?!智能|费|成本|湖|授精|受孕|流产|增雨|耳蜗|关节|林|繁育|养殖)/u,
  /^(?:人工|真人|活人|客服|转接|人工客服|人工服务|人工台|人工坐席|0|０)[吧啊呢!！。.\s]*$/u,
  /(?:不想|不要|别|不愿意?)(?:再)?(?:跟|和|与|让)?(?:机器人?|智能|ai)(?:说|聊|讲|回答|对话|交流)?/iu,
  /有没有(?:人工|真人|活人)|(?:有|来)个?(?:真人|活人)/u,
  /\b(?:human|real person|live agent|operator|representative|speak to (?:a |an )?(?:person|someone|agent|human)|talk to (?:a |an )?(?:person|someone|agent|human|real)|customer service agent)\b/iu,
]
/** Questions about people and services as a matter, not a wish to be put through. */
const asksAbout =
  /人工(?:智能|费|成本|湖|授精|受孕|流产|增雨|耳蜗|关节|窗口|办理|审核|受理|服务时间|几点|多少)|(?:human resources|human rights|tour operator|bus operator|operator licen|network operator)/iu

/** True when somebody asks to be put through to a person, in whatever words. */
export const wantsPerson = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  if (/^[0#*]$/u.test(plain)) return true
  return wish.some((pattern) => pattern.test(plain)) && !asksAbout.test(plain)
}

/** Honours the wish for a person at once; it is never argued with. */
export const offerPerson: Step = {
  name: 'offer-person',
  async run(turn) {
    if (!wantsPerson(turn.message.text)) return turn
    const matter = turn.history.findLast(({ outcome }) => outcome.kind !== 'reply')?.query ?? turn.query
    return { kind: 'handover', handover: { reason: 'asked-for', summary: matter, tried: triedSoFar(turn) } }
  },
}
