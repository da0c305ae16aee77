import { normalize } from './normalize.ts'

/** What a question is made of besides its subject. A pair of characters that crosses such a word says nothing. */
const chinese = [
  '请问一下|请问|你好|您好|我想问一下|想问一下|我想问问|想问问|我想问|想问|问一下|我想咨询|想咨询|咨询一下|麻烦问下|问下|想了解一下|想了解|我想知道|想知道',
  '怎么样|怎么办理|怎么办|怎么|咋办|咋个|咋样|咋|怎样|如何|为什么|为何|什么时候|什么|啥时候|啥子|啥|哪些|哪个|哪里|哪儿|哪|多少|多久|几',
  '是不是|有没有|能不能|可不可以|要不要|需不需要|会不会|是否|能否|可否|可以|需要|应该|应当|一下',
  '我们|我家|我的|我|你们|你|他们|他|她|谢谢|谁',
  '吗|呢|啊|吧|呀|嘛|么|的|了',
].join('|')
const english =
  'a|an|the|is|are|am|was|were|be|been|do|does|did|can|could|will|would|should|shall|may|might|must|i|im|my|me|we|our|us|you|your|he|she|it|its|they|their|this|that|these|those|what|which|who|whom|whose|when|where|why|how|to|of|in|on|at|by|for|from|with|as|and|or|but|if|so|not|no|there|here|have|has|had|get|got|please|tell|know|want|need|about|any|some|much|many|long'

const pattern = new RegExp(`${chinese}|\\b(?:${english})\\b`, 'gu')

/** The question without its question words, normalized; the question itself where nothing else is left. */
export function withoutQuestionWords(question: string): string {
  const text = normalize(question)
  const rest = text.replaceAll(pattern, ' ').replaceAll(/\s+/gu, ' ').trim()
  return rest === '' ? text : rest
}
