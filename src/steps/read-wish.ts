/** A short command about a ticket: file it, confirm, or drop it. */
export type Wish = 'file' | 'confirm' | 'cancel'

const filler =
  /[\s，。！!？?、,.~～]|请|麻烦|帮我|给我|替我|我想要?|我要|那就?|吧|了|啊|呢|一下|一个|please|could you|can you|i(?:'d like to| want to)/giu
const wishes: readonly (readonly [Wish, RegExp])[] = [
  [
    'file',
    /^(?:登记|提交|创建|生成|建|开|填|报)(?:张|份)?(?:工单|诉求|单子|单)$|^(?:工单|留言)登记$|^(?:file|open|create|submit)(?:a|the)?ticket$/iu,
  ],
  ['confirm', /^(?:是的?|对的?|好的?|可以|行|确认|确认登记|确定|嗯+|没错|登记|提交|yes|ok|okay|sure|confirm)$/iu],
  ['cancel', /^(?:不用|不用登记|不登记|不需要|不必|算|取消|先不|不要|no|nothanks|cancel|nevermind)$/iu],
]

/** Reads a command from a whole message; null where it says more or something else. */
export function readWish(text: string): Wish | null {
  const bare = text.replaceAll(filler, '')
  return wishes.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}
