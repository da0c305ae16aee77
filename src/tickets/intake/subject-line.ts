/** Signs of a line: a word in Latin script takes more of them. */
const longestOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 30 : 72)
const opening =
  /^(?:您好|你好|喂|请问|算了(?=[，,])|那个|就是|我(?:要|想|来)(?!们)|我(?![们家的])|想|要(?!求)|特此|特意|来|实名|匿名|强烈|再次|投诉|举报|反映|反馈|咨询|表扬|感谢|建议|求助|报修|提(?:一?个|点|条)?建议|有(?:一?个|点|条)?建议|一下|个?问题|关于|[\s，,。.:：！!、]|hello|hi|i(?: want| would like|'d like| wish| need) to (?:raise|complain about|report|complain that|suggest|praise|thank|complain|(?:file|make) a (?:complaint|report)(?: about)?)|i am writing to|please)+/iu

/** Who speaks is no matter. */
const personal = /〔(?:姓名|电话|证件号|邮箱|银行卡号|车牌)\d+〕/u

/** The matter in a few words: the first clause that says something, without greetings and "I want to complain". */
export function subjectLine(description: string): string {
  const bare = description.replace(opening, '').trim() || description.trim()
  const clauses = bare.split(/(?<=[，,。.！!？?；;\n])/u).filter((clause) => !personal.test(clause))
  const longest = longestOf(bare)
  let line = ''
  for (const clause of clauses) {
    if (line.length >= 8 || line.length + clause.length > longest) break
    line += clause
  }
  const text = (line === '' ? bare : line).replace(/[，,。.！!？?；;、\s]+$/u, '')
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  // A word is not cut in two.
  return `${/\p{Script=Han}/u.test(cut) ? cut : cut.replace(/\s+\S*$/u, '')}…`
}

/** The matter without greetings, "I want to complain" and marks. */
export const bareMatter = (text: string): string =>
  text
    .replace(opening, '')
    .replaceAll(/[\s\p{P}]|工单|登记|投诉|举报|complaint|complain|ticket|report|something|一件事|个事|file|a\b/giu, '')

/** True when a text tells of no matter: only greetings, "I want to complain" and the like. */
export const saysNothing = (text: string): boolean => bareMatter(text).length < 2
