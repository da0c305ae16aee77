/** Between two questions in one message. */
const borders =
  /(?<=[?？。；;！!\n])|(?<=[吗呢])[，,\s]|[，,](?=(?:还有|另外|以及|顺便|同时|并且|再问|然后)(?!没有))|[，,](?=(?:and|also)\s)|(?<=\?)\s/giu
const asks =
  /[?？]|吗|呢|怎么|如何|怎样|咋|什么|啥|多少|几(?!乎)|哪|是否|能不能|可不可以|要不要|有没有|能否|多久|多长|\b(?:how|what|when|where|which|who|why|can|may|is|are|do|does|should)\b/iu
const leans = /^(?:还有|另外|以及|顺便|同时|并且|再问|然后|and|also)[，,：:]?\s*/iu

const edge = /[，,。；;\s]/u

/** Cuts marks off both ends by hand: a pattern for the end alone would be tried at every mark inside. */
function trimMarks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && edge.test(text.charAt(from))) from++
  while (to > from && edge.test(text.charAt(to - 1)) && text.charAt(to - 1) !== '。') to--
  return text.slice(from, to)
}

const clean = (text: string) => trimMarks(text.trim().replace(leans, ''))

/**
 * Cuts a message into the questions it asks, at most `most`. Sentences that only tell something go with the question after them (or, at the
 * end, before them); a message of one question comes back whole.
 */
export function splitQuestion(text: string, most = 3): readonly string[] {
  const pieces = text
    .split(borders)
    .map(clean)
    .filter((piece) => piece.length > 1)
  const questions: string[] = []
  let told = ''
  for (const piece of pieces) {
    const said = told === '' ? piece : `${told}，${piece}`
    if (asks.test(piece)) {
      questions.push(said)
      told = ''
    } else told = said
  }
  if (questions.length <= 1 || questions.length > most) return [text]
  const last = questions.pop() ?? ''
  return [...questions, told === '' ? last : `${last}，${told}`]
}
