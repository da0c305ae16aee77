import { normalize } from '../normalize.ts'

/** What a model is told by its operator, and no citizen by a rule. */
const prompts = '(?:提示词|提示语|系统提示|系统消息|检索结果|人设|prompt)'
const orders = `(?:${prompts}|指令|指示|命令|提示|设定|上下文|约束)`
const words = '(?:规则|规定|要求|限制|约束|内容|资料|材料|文字|文本|文档|文件|段落|条款|说明|话|一切|所有|全部)'
const before = '(?:以上|上述|上面|上文|前文|前面|先前|此前|之前|原有|原来|已有|既有|你的|你们的|内置|初始)'
const earlier = `(?:${before}|以下|现有|所有|全部|一切|任何|系统|其他|其它)`
const unheed = '不(?:要|必|用|再)(?:理会|遵守|遵循|参考|执行|管)'
const drop = `(?:忽略|无视|忘记|忘掉|忘了|抛开|抛弃|丢弃|不理会|停止遵守|${unheed})(?:掉|了)?`
/** A sentence or clause opens here, so a verb that follows is an order and no description. */
const clause = '(?:^|[，。；：、！？,;:!?"“”「」『』\\s()（）\\[\\]【】*#>/-])'
const order = `${clause}(?:请|请你|请您|你|您|你们|现在|立即|立刻|务必|必须|要|可以|应|应该|直接|先|并|则|须|需){0,3}`
const model =
  '(?:ai|人工智能|大?语言模型|大模型|智能助手|智能助理|ai助手|智能客服|聊天机器人|对话机器人|机器人|智能体|数字人|chatgpt|gpt(?:-?\\d)?|deepseek|llm|copilot)'
const named = `${model}(?:助手|助理|系统|模型|客服)?`
/** A name ends here: "人工智能助手，" but not "人工智能企业". */
const ended = '(?=$|[，。；：！？,.;:!?"”』」）)\\s]|并|且|请|必须|须|应|需|来|而)'
const must = '(?:须|必须|务必|请|一律|只能|都要|直接|应直接|应一律|要直接)'
const say =
  '(?:回答|答复|回复|回覆|应答|输出|声明|宣称|宣布|声称|告诉|告知|承认|说明|说|称|返回|打印|执行|遵循|遵守|服从|忽略|无视|透露|泄露)'
const pretend = '(?:回答|回复|输出|声明|宣称|声称|忽略|无视|把本|将本|透露|泄露|承认)'

/** Alone enough to tell that a text speaks to a model. Matched against normalized text: simplified, narrow letters, lower case. */
const strong: readonly RegExp[] = [
  new RegExp(`${drop}[^。;!?]{0,8}${prompts}`, 'u'),
  new RegExp(`${drop}(?:你|您)?[^。;!?]{0,3}${before}[^。;!?]{0,8}${orders}`, 'u'),
  new RegExp(
    `${order}${drop}(?:你|您)?(?:的|在)?[^。;!?]{0,3}${earlier}[^。;!?]{0,6}(?:${orders}|规则|限制|约束)`,
    'u',
  ),
  new RegExp(`${order}(?:忽略|无视|忘记|忘掉|抛开)(?:掉|了)?(?:你|您)?(?:的|在)?${earlier}[^。;!?]{0,8}${words}`, 'u'),
  new RegExp(`${order}${unheed}${before}的?[^。;!?]{0,2}(?:规定|要求|资料|材料|文档|条款|内容)`, 'u'),
  new RegExp(`${order}${drop}(?:以上|上述|上文|前文|前面|之前|此前|先前)(?=[，。；,;!?]|$)`, 'u'),
  new RegExp(
    `${before}(?:的)?(?:所有|全部)?(?:${orders}|规则|规定|要求|资料)(?:都|全部|全都|一律|统统){0,2}(?:忽略|无视|忘记|忘掉|不用遵守|不要遵守|不必遵守|不用管|不要管)`,
    'u',
  ),
  new RegExp(
    `(?:你|您)(?:现在|从现在起|今后|只|就|将|要)?(?:是|作为|扮演|充当|的角色是|的身份是)(?!否)[^。;!?,，]{0,14}${named}${ended}`,
    'u',
  ),
  new RegExp(
    `(?:你|您)(?:现在|从现在起|今后)?(?:是|扮演|充当)(?:一个|一名|一位)[^。;!?,，]{0,10}(?:助手|助理|模型)${ended}`,
    'u',
  ),
  /作为(?:一个|一名)?(?:ai|人工智能|大?语言模型|大模型)(?:助手|助理|模型)?[,，]?(?:你|您|请)/u,
  new RegExp(`(?:如果|若|假如|倘若|当)(?:你|您)?(?:是|为)(?:一个|一名)?(?:${named}|语言模型)${ended}`, 'u'),
  new RegExp(`(?:回答者|应答者|作答者)[^。;!?]{0,4}${must}[^。;!?]{0,4}${say}`, 'u'),
  new RegExp(`(?:答复者|回复者)[^。;!?]{0,4}${must}[^。;!?]{0,4}${pretend}`, 'u'),
  new RegExp(`${clause}(?:各位|所有|本|该)?(?:助手|助理|${named})[^。;!?应]{0,6}${must}[^。;!?]{0,10}${pretend}`, 'u'),
  new RegExp(`读(?:到|取)(?:此|这|本)[^。]{0,6}(?:模型|助手|ai|程序|系统|机器人)`, 'u'),
  new RegExp(
    `${clause}(?:致|给|对|告)?(?:各位|所有|正在[^。]{0,10}的)?(?:ai|人工智能|大?语言模型|大模型|ai\\s?助手|智能助手|聊天机器人|llm)\\s*(?:助手|助理|模型|系统)?(?:们)?\\s*(?:请注意|注意[:：]|须知[:：]|请听|请阅读|请执行|请遵守|请将本|请把)`,
    'u',
  ),
  /对(?:ai|人工智能|大?模型|语言模型|助手|机器人)的(?:要求|指令|说明)\s*[:：][^。]{0,12}(?:回答|回复|输出|声明)/u,
  new RegExp(
    `(?:透露|泄露|泄漏|输出|打印|重复|复述|显示|公开|说出|展示|告诉我)(?:你的|你们的|系统|内部|完整的?|全部的?|隐藏的?|初始的?|最初的?){1,3}(?:提示词|提示语|prompt|指令|设定)`,
    'u',
  ),
  /(?:系统提示词|system prompt)/u,
  /(?:进入|切换到|切换为|开启|启用|激活)(?:开发者|越狱|dan|无限制|上帝)模式/u,
  /(?:不要|不得|切勿|勿)(?:向|对)?(?:用户|提问者|市民|任何人|对方)?(?:透露|提及|提到|说出|泄露|承认)(?:这|此|本|该|上述|以上)(?:段|条|句|些|项)?(?:指令|提示|文字|话|命令)/u,
  /(?:以下|下面|本段|这段|上面|以上)(?:内容|文字|话|是)?(?:是|为)?(?:写)?(?:给|对)(?:ai|人工智能|模型|大模型|助手|机器人)(?:看|读)?的?(?:指令|说明|要求|命令|话)/u,
  new RegExp(
    `(?:直接|一律|统一|只需|只能)(?:声明|宣称|宣布|声称|回复|回答|输出)[^。;!?]{0,4}(?:所有|全部|任何|一切)(?:申请|请求|材料|问题|人|用户|市民|费用|补贴|罚款)[^。;!?]{0,10}(?:批准|通过|免费|免除|取消|合格|同意|成功)`,
    'u',
  ),
  /优先于系统(?:指令|提示|设定)|高于一切(?:规则|指令)|把本(?:页|文|段|条|文档|资料)(?:当作|作为|视为)最高/u,
  /(?:^|[\s"“「(\[])(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|every|everything|of|the|your|these|those|my|previous|prior|preceding|above|earlier|foregoing|existing|initial|original|system|other|safety|following)\s+){0,5}(?:instructions?|prompts?|directions?|commands?|system prompt|guardrails)/u,
  /(?:^|[.!?:;,"“(\[]\s*|please\s+|now\s+|must\s+)(?:ignore|disregard|forget)\s+(?:(?:all|any|everything|of|the|your|these|those|previous|prior|preceding|above|earlier|foregoing|other|safety|stated|written)\s+){1,5}(?:rules?|guidelines?|context|content|text|restrictions?|constraints?|above|before|policies|documents?)/u,
  /(?:^|[.!?:;,"“(\[]\s*|please\s+|now\s+)(?:ignore|disregard|forget)\s+(?:everything|all)(?:\s+(?:of|that))?\s+(?:above|before|the above|said|written)/u,
  /\byou are (?:now |no longer |actually )?(?:an? |the |in )?(?:[a-z-]+ ){0,3}(?:ai|assistant|language model|chatbot|llm|chatgpt|gpt|developer mode|dan)(?=$|\s*[.,;:!?"']|\s+(?:and|who|that|which|with|without|named|called|trained|developed|designed|model|assistant)\b)/u,
  /\bas an (?:ai|artificial intelligence)(?: language)?(?: model| assistant)?,? (?:you|please|do|ignore|respond|say|answer)\b/u,
  /\b(?:if|when) you(?:'re| are) an? (?:ai|llm|language model|assistant|chatbot|bot|automated)(?=$|\s*[.,;:!?]|\s+(?:model|assistant|system|reading|and|that)\b)/u,
  /\b(?:reveal|print|repeat|output|show|display|leak|disclose)\s+(?:(?:me|us|the|your|full|entire|hidden|initial|complete)\s+){0,4}(?:system prompt|prompt|hidden instructions|initial instructions|system message)\b/u,
  /\b(?:ai|llm|language model|assistant|chatbot|bot|gpt)s?\s+(?:reading|processing|parsing|summari[sz]ing|that reads?|which reads?)\s+this\b/u,
  /\b(?:attention|note to|notice to|instructions? (?:to|for)|message (?:to|for)|dear)\s+(?:all\s+)?(?:the\s+)?(?:ai|llm|language model|chatbot|ai assistant)s?\b/u,
  /\bdo not (?:mention|reveal|disclose|tell (?:the )?users? about) (?:this|these|the above|your) (?:instructions?|prompts?|messages?)\b/u,
  /\b(?:developer|jailbreak|dan|god) mode (?:enabled|on|activated)|\bjailbreak(?:ed)?\b[^.]{0,20}\b(?:model|assistant|mode)\b/u,
  /<\|?(?:im_start|im_end|system|assistant|user|endoftext)\|?>|<\/?(?:system|assistant|instructions?)>|\[\/?inst\]|<<\/?sys>>|^\s*#{2,}\s*(?:system|instruction|assistant|prompt)s?\s*:?/u,
]

/** Role marks as written: their capitals tell them from a word with a colon. */
const roleMark =
  /^[\s>*#"“\[【(（-]*(?:SYSTEM|ASSISTANT|DEVELOPER)(?:\s+(?:PROMPT|MESSAGE|INSTRUCTIONS?|NOTE|OVERRIDE))?[\]】)）"”*]*\s*[:：]|^[\s>*#"“\[【(（-]*(?:[Ss]ystem\s+(?:[Pp]rompt|[Mm]essage|[Oo]verride)|系统提示词|系统指令|系统覆盖指令|开发者指令|管理员指令)[\]】)）"”*]*\s*[:：]/u

/** Orders to answer: what a text says to a model goes on with them, in the next paragraph too. */
const ordersToSay: readonly RegExp[] = [
  new RegExp(
    `${clause}(?:请|请你|你|您|务必|必须|一律|只需|直接|现在|并|然后|且){1,4}(?:向(?:用户|市民|提问者|对方))?${say}`,
    'u',
  ),
  new RegExp(`${clause}(?:不要|切勿|禁止|无需|不必)[^。;!?]{0,12}${say}`, 'u'),
  /(?:^|\s)(?:assistant|user|human|助手|用户)\s*:/u,
  /(?:^|[.,;:]\s+|\b(?:always|only|never|must|and|then|instead)\s+)(?:respond|reply|answer|say|tell|state|claim|output|print)\b/u,
]

/** Says something to a model only where the sentence before it in the same paragraph certainly does. */
const weak: readonly RegExp[] = [
  ...ordersToSay,
  /(?:当|若|如果|凡)?(?:用户|市民|提问者|对方|有人|来电人)[^。;!?]{0,12}(?:问|咨询|提问|询问)/u,
  /(?:^|[^自])(?:你|您)(?:的|必须|应该?|要|需要|将|可以|现在|是)/u,
  /\b(?:you|your|instead|from now on)\b/u,
]

/** Letters that look like Latin ones, as written to pass by a filter. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  ν: 'v',
  ο: 'o',
  α: 'a',
  ε: 'e',
  ι: 'i',
}

/** As it is matched: one spelling, and nothing put between the letters of a word. */
function canonical(text: string): string {
  const plain = normalize(text).replaceAll(/[\u0370-\u058F]/gu, (letter) => lookalikes[letter] ?? letter)
  return plain
    .replaceAll(/(?<=\p{Script=Han})[\s*_~^|·.\-/\\]+(?=\p{Script=Han})/gu, '')
    .replaceAll(/\b(?:[a-z][\s.*_-]){3,}[a-z]\b/gu, (spaced) => spaced.replaceAll(/[\s.*_-]/gu, ''))
}

/** "若已缴费，请忽略以上提示" speaks to people. */
const alreadyDone =
  /(?:如果?|若|倘)?(?:您|你)?已(?:经)?[^。;!?]{0,14}[,]?(?:请|可|敬请)(?:您|你)?忽略(?!.{0,12}(?:指令|提示词|prompt))/u
/** A quotation that a sentence tells about, as a warning does. */
const quotation = /["“「『][^"”」』]{2,60}["”」』]/gu
const reports =
  /(?:例如|比如|诸如|如|类似|所谓|输入|出现|发送|诱导|攻击|冒充|such as|for example|e\.g\.)[^。;!?]{0,12}$/u

const matches = (text: string) => strong.some((pattern) => pattern.test(text))

/** Without quotations that are reported, in a sentence that goes on around them. */
function withoutReported(text: string): string {
  return text.replaceAll(quotation, (quote, at: number) =>
    reports.test(text.slice(Math.max(0, at - 40), at)) && text.length > quote.length + 12 ? '' : quote,
  )
}

/** True for a sentence that speaks to a model or assistant rather than to a reader. */
export function speaksToModel(sentence: string): boolean {
  if (roleMark.test(sentence)) return true
  const text = canonical(sentence)
  return matches(text) && matches(withoutReported(text)) && !alreadyDone.test(text)
}

/** True for a sentence that may go on with what is said to a model: an order to answer, a word to "you". */
export const mayGoOn = (sentence: string): boolean => {
  const text = canonical(sentence)
  return weak.some((pattern) => pattern.test(text))
}

/** True for an order to answer something. */
export const goesOn = (sentence: string): boolean => {
  const text = canonical(sentence)
  return ordersToSay.some((pattern) => pattern.test(text))
}
