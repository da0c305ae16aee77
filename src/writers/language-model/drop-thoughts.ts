const opening = /<(think|thinking|thought|reasoning)>/iu
const maybeOpening = /<[a-z]{0,9}$/iu

/** Takes a model's text as it comes and gives it on without what stands between <think> and </think>. */
export function createDropThoughts(): (text: string) => string {
  let held = ''
  let closing: string | null = null

  /** Leaves the thoughts, if their end has come. */
  const leave = (tag: string): boolean => {
    const end = held.toLowerCase().indexOf(tag)
    if (end < 0) {
      held = held.slice(1 - tag.length)
      return false
    }
    held = held.slice(end + tag.length)
    closing = null
    return true
  }

  return (more) => {
    held += more
    let given = ''
    while (closing === null || leave(closing)) {
      const match = opening.exec(held)
      const end = match?.index ?? maybeOpening.exec(held)?.index ?? held.length
      given += held.slice(0, end)
      held = held.slice(end + (match?.[0].length ?? 0))
      if (match === null) break
      closing = `</${(match[1] ?? '').toLowerCase()}>`
    }
    return given
  }
}
