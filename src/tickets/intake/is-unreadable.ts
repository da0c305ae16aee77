/** The rows of a keyboard; fingers run along them where nothing is meant. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')])
const shortestRun = 3

/** A word of nothing but runs along the keyboard ("asdf", "qweqwe"). */
function runsAlong(word: string): boolean {
  let at = 0
  while (at < word.length) {
    let length = 1
    while (at + length < word.length && runs.some((run) => run.includes(word.slice(at, at + length + 1)))) length += 1
    if (length < shortestRun) return false
    at += length
  }
  return word.length > shortestRun
}

/** Letters that no language speaks: four and more without a vowel. Capitals may be a name ("XBGS"). */
const isUnspeakable = (word: string) => /^[bcdfghjklmnpqrstvwxz]{4,}$/u.test(word)
const isTrial = (said: string) => /^(?:test(?:ing)?|测试|试试|abc+|xyz+|aaa+|xxx+|[a-z])$/iu.test(said)
const isOneSign = (said: string) => /^(\p{L}|\p{N})\1{2,}$/u.test(said)
const isFiller = (said: string) => /^[呃额嗯啊哦噢诶唉哈嘿嘻呵]+$|^(?:u+h*m+|e+r+m*|h+m+|ha(?:ha)+)$/iu.test(said)

/** True for an answer that says nothing in any language: keys at random, one sign over and over, a cough, pictures. */
export function isUnreadable(text: string): boolean {
  const said = text.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}\p{Extended_Pictographic}\u200D\uFE0F]/gu, '')
  if (said === '' || isTrial(said) || isOneSign(said) || isFiller(said)) return true
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => runsAlong(word.toLowerCase()) || isUnspeakable(word))
}
