import type { Nodes, Parent } from 'mdast'
import { parseHTML } from 'linkedom'
import type { Quarantined } from '../reading.ts'
import { takeHidden } from '../web/take-hidden.ts'
import { inlineText } from './inline-text.ts'

const opening = /^<([a-z][\w-]*)\b[^>]*(?:style|hidden|color)[^>]*>$/iu

/** Why text behind an opening tag would not be seen; null where it would. */
function reasonOf(tag: string): Quarantined['reason'] | null {
  const { document } = parseHTML(`<!doctype html><html><body>${tag}text</body></html>`)
  return takeHidden(document)[0]?.reason ?? null
}

/** The place behind the tag that closes the one at `from`; the end where none does. */
function closingOf(children: readonly Nodes[], from: number, name: string): number {
  let depth = 0
  for (let at = from; at < children.length; at += 1) {
    const node = children[at]
    if (node?.type !== 'html') continue
    const tag = node.value.trim()
    if (new RegExp(`^<${name}\\b`, 'iu').test(tag)) depth += 1
    if (new RegExp(`</${name}\\s*>$`, 'iu').test(tag)) depth -= 1
    if (depth === 0) return at + 1
  }
  return children.length
}

const isParent = (node: Nodes): node is Nodes & Parent => 'children' in node

/** Takes what stands between tags that hide it out of a Markdown tree: `<span style="display:none">…</span>`, also over several blocks. */
export function takeHiddenNodes(parent: Nodes & Parent): Quarantined[] {
  const taken: Quarantined[] = []
  const kept: Nodes[] = []
  const children: readonly Nodes[] = parent.children
  for (let at = 0; at < children.length;) {
    const node = children[at]
    if (node === undefined) break
    const name = node.type === 'html' ? opening.exec(node.value.trim())?.[1] : undefined
    const reason = node.type === 'html' && name !== undefined ? reasonOf(node.value) : null
    if (name !== undefined && reason !== null) {
      const end = closingOf(children, at, name)
      const text = children.slice(at, end).map(inlineText).join(' ').replaceAll(/\s+/gu, ' ').trim()
      if (text !== '') taken.push({ text, reason, where: null })
      at = end
      continue
    }
    if (isParent(node)) taken.push(...takeHiddenNodes(node))
    kept.push(node)
    at += 1
  }
  // The kept nodes are children of this very parent.
  parent.children = kept as typeof parent.children
  return taken
}
