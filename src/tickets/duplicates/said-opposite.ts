const against =
  /(?:反对|抵制|不同意|不赞成|不支持|不要|不应该?|不该|不想|不能|别|停止|against|oppose|do not|don't|stop)[^，。；,.;]{0,8}$/iu
/** What is asked for or fended off. What undoes something stands beside what keeps it. */
const deeds =
  /取消|拆除?|关[闭停掉]|撤[销掉走]?|搬走|清走|禁止|加装|安装|增设|新建|修建|建设|开放|保留|继续|remove|close|cancel|ban|build|install|keep|open/giu
const undoing = /^(?:取消|拆|关|撤|搬|清|禁|remove|close|cancel|ban)/iu

/** Which way a text pulls: whether it wants something undone and whether it wants it kept or made. */
function wishes(text: string): { undone: boolean; kept: boolean } {
  const found = { undone: false, kept: false }
  for (const { 0: deed, index } of text.matchAll(deeds)) {
    const undoes = undoing.test(deed) !== against.test(text.slice(Math.max(0, index - 14), index))
    if (undoes) found.undone = true
    else found.kept = true
  }
  return found
}

/** One text wants undone what the other wants kept or made: "取消早市" and "不要取消早市". */
export function saidOpposite(a: string, b: string): boolean {
  const [one, other] = [wishes(a), wishes(b)]
  const [onlyUndoes, onlyKeeps] = [
    [one, other].some(({ undone, kept }) => undone && !kept),
    [one, other].some(({ undone, kept }) => kept && !undone),
  ]
  return onlyUndoes && onlyKeeps
}
