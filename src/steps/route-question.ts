import type { Choice } from '../core/outcome.ts'
import { phrase, type Speak } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'
import type { Intent, Turn } from '../core/turn.ts'

/** Words that only greet, thank or part; a message of nothing else needs no search. */
const smallTalk: readonly (readonly [string, RegExp])[] = [
  [
    'greeting',
    /^(?:你好|您好|hi|hello|hey|嗨|哈喽|哈啰|在吗|在不在|有人吗|早上?好|上午好|下午好|晚上好|good(?:morning|afternoon|evening))+$/iu,
  ],
  ['thanks', /^(?:谢谢|多谢|感谢|辛苦|谢|thanks|thankyou|thx)(?:你|您|啦|了|very?much|somuch|alot)*$/iu],
  ['farewell', /^(?:再见|拜拜|bye|goodbye|没事|没有了?|没了|行|不用了?|好的?|嗯|知道了?|明白了?|ok|okay)+$/iu],
  [
    'about',
    /^(?:你是谁|你是(?:机器人|人工|真人|ai)(?:吗|么)?|你叫什么(?:名字)?|你(?:能|可以|会)(?:做|干|帮我?做?)?(?:些?什么|啥|哪些)|怎么用|使用帮助|帮助|help|whoareyou|areyou(?:a|an)?(?:human|robot|bot|ai)|whatcanyoudo)$/iu,
  ],
]

const asks =
  /[?？]|吗|么[？?。\s]*$|怎么|如何|怎样|咋|什么|多少|几|哪|是否|能不能|可不可以|要不要|有没有|能否|多久|多长|为什么|凭什么|合法|违法|规定|标准|how|what|when|where|which|who|why|can |may |is |are |do |does |should/iu

const wants: readonly (readonly [Exclude<Intent, 'consultation' | 'small-talk' | 'out-of-scope'>, RegExp])[] = [
  [
    'complaint',
    /我要投诉|要投诉|投诉一下|我想投诉|(?:强烈|再次|现在)投诉|^投诉|i want to complain|i'd like to complain|file a complaint/iu,
  ],
  ['report', /我要举报|想举报|^举报|举报一下|i want to report|i'd like to report/iu],
  [
    'suggestion',
    /(?:我|想)(?:提|有)(?:个|一个|一条|点)?建议|^建议(?!书)|i(?: have a| would like to make a) suggestion/iu,
  ],
  ['praise', /我(?:要|想)(?:表扬|感谢)|^表扬|送(?:面)?锦旗/iu],
  [
    'request',
    /(?:派人|来人|安排人|请你们|能不能(?:派|来)人)[^。]{0,12}(?:修|处理|看看|清理|解决)|please (?:send|fix|repair)/iu,
  ],
]

/** What a message without personal data wants, by rules: a question stays a consultation even where it is about complaining. */
export function routeIntent(text: string): Intent {
  const bare = text.replaceAll(/[\s，。！!？?、,.~～'’啊呀哦哈嘛的吧]/gu, '')
  if (smallTalk.some(([, pattern]) => pattern.test(bare))) return 'small-talk'
  const wanted = wants.find(([, pattern]) => pattern.test(text.trim()))?.[0]
  return wanted !== undefined && !asks.test(text) ? wanted : 'consultation'
}

/** Marks, emoji and personal data alone ask nothing. */
const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text.replaceAll(/〔[^〔〕]{1,12}〕/gu, ''))

const topicOf = (text: string) => {
  const bare = text.replaceAll(/[\s，。！!？?、,.~～'’啊呀哦哈嘛的吧]/gu, '')
  return smallTalk.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'greeting'
}

/** Answers small talk, offers to file a described demand, and lets questions through. */
export function routeQuestion({ speak }: { speak: Speak }): Step {
  const choice = (id: string, turn: Turn): Choice => ({
    label: speak(phrase(id), turn.language),
    say: speak(phrase(`${id}.say`), turn.language),
  })
  return {
    name: 'route-question',
    async run(turn) {
      if (!hasWords(turn.message.text))
        return { kind: 'reply', phrase: phrase('message.empty'), choices: [], gives: {} }
      const intent = routeIntent(turn.message.text)
      if (intent === 'small-talk')
        return { kind: 'reply', phrase: phrase(`talk.${topicOf(turn.message.text)}`), choices: [], gives: {} }
      if (intent === 'consultation' || intent === 'out-of-scope') return { ...turn, intent }
      const described = turn.query.replaceAll(/[\s\p{P}]|我要|我想|投诉|举报|建议|表扬|一下/gu, '').length >= 4
      if (!described) return { kind: 'question', asks: 'intake', phrase: phrase('intake.what-happened'), choices: [] }
      return {
        kind: 'question',
        asks: 'intake',
        phrase: phrase('intake.confirm', { matter: turn.query }),
        choices: [choice('offer.ticket', turn), choice('offer.rules', turn), choice('offer.person', turn)],
      }
    },
  }
}
