import type { Block } from './reading.ts'

const asks = /^(?:问|Q|Question)\s*\d{0,3}\s*[:：.、]\s*/iu
const answers = /^(?:答|A|Answer)\s*\d{0,3}\s*[:：.、]\s*/iu

const textOf = (block: Block): string | null => {
  if (block.kind === 'paragraph') return block.text
  return block.kind === 'list' ? block.items.map(({ text }) => text).join('\n') : null
}

/** Joins "问：…" and the "答：…" after it, with the paragraphs and lists that go on from the answer, into one question block. */
export function joinQuestions(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    const next = blocks[at + 1]
    if (block === undefined) continue
    const asked =
      (block.kind === 'paragraph' || block.kind === 'heading') && asks.test(block.text)
        ? block.text.replace(asks, '')
        : null
    if (asked === null || next?.kind !== 'paragraph' || !answers.test(next.text)) {
      joined.push(block)
      continue
    }
    const parts = [next.text.replace(answers, '')]
    let end = at + 2
    for (; end < blocks.length; end += 1) {
      const more = blocks[end]
      const text = more === undefined ? null : textOf(more)
      if (text === null || asks.test(text)) break
      parts.push(text)
    }
    joined.push({ kind: 'question', question: asked, answer: parts.join('\n'), more: {} })
    at = end - 1
  }
  return joined
}
