/** A short command about a demand. `ready`: nothing more to say, read it back. */
export type Command = 'file' | 'confirm' | 'leave' | 'ready' | 'unknown' | 'refuse'

const filler =
  /[\s，。！!？?、,.~～…]|请|麻烦|帮我|给我|替我|我想要?|我要|那就?|吧|了|啊|呢|哦|呀|一下|一个|please|could you|can you|i(?:'d like to| want to)/giu
const commands: readonly (readonly [Command, RegExp])[] = [
  [
    'file',
    /^(?:登记|提交|创建|生成|建|开|填|报)(?:张|份)?(?:工单|诉求|单子|单)$|^(?:工单|留言)登记$|^(?:file|open|create|submit)(?:a|the|it|this)?(?:ticket)?$/iu,
  ],
  [
    'confirm',
    /^(?:是的?|对的?|好的?|可以|行|确认|确认登记|确定|嗯+|没错|没问题|无误|正确|都?对|登记|提交|就这样|可以提交|对没问题|确认提交|yes|ok|okay|sure|confirm|correct|right|that'?sright|that'?scorrect|looksgood|allcorrect|yesconfirm|yesthat'?s(?:right|correct)|yespleasefileit|fileit|submitit)$/iu,
  ],
  [
    'leave',
    /^(?:算|还是算|不登记|不用登记|不想登记|不投诉|不举报|不反映|不报|不弄|取消|取消登记|先不登记|先不|不办|不提|不说|撤|放弃|退出|我?不想(?:投诉|登记|举报|弄|报|说)|还是(?:不投诉|不登记|不举报|不用)|cancel|cancelit|nevermind|forgetit|stop|leaveit|dropit|i(?:'ve)?changedmymind|noforgetit)(?:不投诉|不登记|不用|不弄|不麻烦|不说|算)*$/iu,
  ],
  [
    'ready',
    /^(?:就这些|就是这些|就这么多|没有?(?:别的|其他|要?补充)的?|直接(?:登记|提交)|没了|that'?sall|nothing(?:else|more)|justfileit)$/iu,
  ],
  [
    'unknown',
    /^(?:我?(?:也|都)?(?:真的?)?(?:不知道|不清楚|不记得|记不清楚?|记不得|忘|想不起来|说不上来|说不清楚?|不确定|没注意|不太(?:清楚|记得|确定))(?:具体)?(?:时间|地点|位置|在哪|哪天|什么时候)?|具体(?:时间|地点|位置)?(?:不知道|不清楚|不记得|记不清|忘)|随便|都行|都可以|无所谓|跳过|不说|(?:我|这个|这)?(?:不方便|不便|不太方便|不好)(?:说|讲|透露|告诉)(?:你们?|您)?|i?(?:really)?(?:don'?t|donot|can'?t)(?:know|remember|recall)(?:exactly)?|notsure|i'?mnotsure|noidea|skip(?:it|this)?|idk)$/iu,
  ],
  [
    'refuse',
    /^(?:不用|不需要|不必|不要|没有|没|无|不是|不对|不|否|先不用|暂时不用|no|nope|nothanks|none|nothing|notreally|wrong)$/iu,
  ],
]

const yes =
  /^(?:嗯|对|是|好|行|可以|没错|没问题|确认|确定|正确|准确|无误|提交|登记|赶紧|抓紧|快[点些]|就这样|就是|就这|都对|要得|中(?=$|[，,。！]|嘞|咧)|得(?=$|[，,。！]|了|嘞)|成(?=$|[，,。！])|发吧|报吧|ok|okay|yes|yep|yeah|yup|sure|correct|right|sounds (?:right|good)|that(?:'s| is) (?:right|correct|it|all)|looks|all (?:good|right|correct)|fine|good|perfect|confirm|submit|file it|go ahead)/iu
const but =
  /[〔\d]|不对|不是|错|但|不过|还有|另外|改|应该|换|补充|加上|再加|等等|等一下|\b(?:but|not|wrong|change|except|also|wait|actually|should)\b/iu
const longestYes = 24

/** True for a yes to a draft as read back, in whatever words ("对的提交吧", "是的，谢谢您"), with nothing to add. */
export const saysYes = (text: string): boolean => {
  const said = text.trim()
  return (
    said.length <= longestYes * (/\p{Script=Han}/u.test(said) ? 1 : 2) &&
    yes.test(said.replace(/^(?:嗯|哦|啊|呃|那)+[，,\s]*(?=.)/u, '').replace(/^$/u, '嗯')) &&
    !but.test(said)
  )
}

const forgot =
  /[哪咋](?:里|儿|个)?(?:知道|晓得|记得|清楚|看得)|(?:记|想|说|弄|搞|分)不(?:清|起来?|得|准|到|上来)|不(?:知道|晓得|清楚|记得|确定)(?=$|[，,。！]|了|具体|是)|not applicable|no idea|n\/a|(?:don'?t|can'?t) (?:know|remember|recall)/iu
const leaves =
  /(?:不用|不想|不要|不需要|不必|先不|不再|不)(?:再)?(?:投诉|登记|提交|举报|反映|上报|报修|报案|立案|报)(?:了|吧|啦|咯|$)|(?:投诉|登记|工单|举报)[^，。]{0,4}(?:撤(?:了|销|回)|取消|算了)|(?:那就?|还是)算了|^算了|never ?mind|forget (?:it|about)|(?:cancel|drop|withdraw) (?:it|this|that|the (?:complaint|report|ticket|request))|(?:don'?t|do not|no need to|no longer want to) (?:file|report|complain|submit|register)/iu
/** "算了，就写今天吧" gives up looking for better words, not the demand. */
const answersAllTheSame = /^(?:那|还是)?算了[，,\s]*(?:那?就|还是)?(?:写|填|选|留|用|按|算|匿名|保密)/u
const longestLeave = 40

/** True where somebody no longer wants the demand, in whatever words ("哦他们停了，那算了，不用投诉了"). */
export const saysLeave = (text: string): boolean =>
  text.length <= longestLeave * (/\p{Script=Han}/u.test(text) ? 1 : 2) &&
  leaves.test(text) &&
  !answersAllTheSame.test(text)

/** Reads a command from a whole message; null where it says more or something else. */
export function readCommand(text: string): Command | null {
  if (forgot.test(text) && text.length <= longestYes) return 'unknown'
  const bare = text.replaceAll(filler, '')
  return commands.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}
