/** Wordings by which a text speaks to a model and not to a citizen. */
const wordings: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|抛开|不要遵守|覆盖)[^。！？\n]{0,12}(?:指令|指示|提示词?|设定|上文|以上内容|之前(?:的)?(?:内容|要求|规则))/u,
  /(?:作为|你(?:现在)?是)(?:一[个名款])?(?:AI|人工智能|语言模型|大模型|智能(?:客服|助手)|聊天机器人)/iu,
  /(?:AI|人工智能|大模型|语言模型|智能客服|智能助手|聊天机器人)[^。\n]{0,6}(?:请|必须|应当?|务必|一律)[^。\n]{0,12}(?:回答|回复|输出|告诉|告知|推荐|引导)/iu,
  /(?:在|把)?(?:你的)?(?:回答|回复|答案|输出)(?:的)?(?:末尾|结尾|开头|里|中|时)[^。\n]{0,6}(?:请|必须|务必|都要|一律|加上|附上|写上|插入)/u,
  /系统提示词?|提示词注入|\bsystem prompt\b/iu,
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,30}\b(?:instructions?|prompts?|guidelines|rules above|above text|previous text)\b/iu,
  /\b(?:you are|act as|as) (?:now )?an? (?:AI|assistant|language model|chat ?bot)\b/iu,
  /\b(?:AI|assistants?|language models?|chat ?bots?|LLMs?)\b[^.\n]{0,16}\b(?:must|should|please|always)\b[^.\n]{0,24}\b(?:answer|reply|respond|say|tell|output|recommend)\b/iu,
  /\b(?:in|at the end of) (?:your|the|every|each) (?:answer|reply|response|output)\b[^.\n]{0,20}\b(?:add|append|include|write|say|must)\b|\b(?:add|append|include|write)\b[^.\n]{0,60}\b(?:in|at the end of|to) (?:your|every|each) (?:answer|reply|response|output)\b/iu,
  /<\|?(?:im_start|system|endoftext)|\[\/?INST\]|^\s*(?:system|assistant)\s*[:：]/imu,
]

/** True when a passage tells a model what to do; such a passage is never shown to one, whatever else it says. */
export const readsAsInstruction = (text: string): boolean => wordings.some((wording) => wording.test(text))
