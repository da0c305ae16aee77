import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import { outcomeOf, toldBy, type TakingDown } from './continue-intake.ts'

/** Words that only greet, thank or part; a message of nothing else needs no search. */
const smallTalk: readonly (readonly [string, RegExp])[] = [
  [
    'greeting',
    /^(?:你好|您好|hithere|hellothere|hi|hello|hey|嗨|哈喽|哈啰|在吗|在不在|有人吗|早上?好|上午好|下午好|晚上好|good(?:morning|afternoon|evening))+$/iu,
  ],
  ['thanks', /^(?:谢谢|多谢|感谢|辛苦|谢|thanks|thankyou|thx)(?:你|您|啦|了|very?much|somuch|alot)*$/iu],
  ['farewell', /^(?:再见|拜拜|bye|goodbye|没事|没有了?|没了|行|不用了?|好的?|嗯|知道了?|明白了?|ok|okay)+$/iu],
  [
    'about',
    /^(?:你是谁|你是(?:机器人|人工|真人|ai)(?:吗|么)?|你叫什么(?:名字)?|你(?:能|可以|会)(?:做|干|帮我?做?)?(?:些?什么|啥|哪些)|怎么用|使用帮助|帮助|help|whoareyou|areyou(?:a|an)?(?:human|robot|bot|ai)|whatcanyoudo)$/iu,
  ],
]

const noise = /[\s，。！!？?、,.~～'’啊呀哦哈嘛的吧]/gu

/** What kind of small talk a message is; null where it says more. */
export const smallTalkOf = (text: string): string | null => {
  const bare = text.replaceAll(noise, '')
  return smallTalk.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/** Marks, emoji and personal data alone ask nothing. */
const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text.replaceAll(/〔[^〔〕]{1,12}〕/gu, ''))

/** Answers small talk, takes down what says itself that it is a demand, and lets questions and mere descriptions through. */
export function routeQuestion(taking: TakingDown): Step {
  const { intake } = taking
  return {
    name: 'route-question',
    async run(turn, tools) {
      const { text } = turn.message
      if (!hasWords(text)) return { kind: 'reply', phrase: phrase('message.empty'), choices: [], gives: {} }
      const talk = smallTalkOf(text)
      if (talk !== null) return { kind: 'reply', phrase: phrase(`talk.${talk}`), choices: [], gives: {} }
      const told = await toldBy(turn, taking, tools)
      const demand = intake.demand(text, told.kinds)
      if (demand?.explicit === true && turn.intake === null) return outcomeOf(intake.begin(told), turn) ?? turn
      return { ...turn, intent: intake.kindOf(text, told.kinds) }
    },
  }
}
