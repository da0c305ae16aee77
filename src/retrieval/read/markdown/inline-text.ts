import type { Nodes } from 'mdast'

/** The words of a Markdown node; a line break is "\n", tags and footnote marks are nothing. */
export function inlineText(node: Nodes): string {
  if (node.type === 'html') return /^<br\b/iu.test(node.value) ? '\n' : ''
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}
