import type { Phrase } from '../core/phrase.ts'
import type { Tell } from '../tell-operator.mjs'

/** Something noted about a document, and where in it. */
interface Remark {
  message: Phrase
  where?: Phrase | null
}

/** Puts a remark into the operator's words: "page 3: no text could be read". */
export function createTellRemark(tell: Tell): (remark: Remark) => string {
  return ({ message, where = null }) => {
    const words = tell(message.id, message.values)
    return where === null ? words : tell('operator.at', { where: tell(where.id, where.values), message: words })
  }
}
