import type { Box, Rule } from './page.ts'

/** Lines nearer than this are one, points: double borders, and cells that each draw their own. */
export const near = 4
/** A page with more lines than this is a drawing. */
export const mostRules = 4000

/** Joins lines that continue or repeat each other. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  let group: Rule[] = []
  const close = () => {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / Math.max(1, group.length)
    for (const rule of [...group].sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1)
      if (last !== undefined && last.along === rule.along && last.at === at && rule.from <= last.to + near)
        last.to = Math.max(last.to, rule.to)
      else merged.push({ ...rule, at })
    }
    group = []
  }
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const [first] = group
    if (first !== undefined && rule.at - first.at > near / 2) close()
    group.push(rule)
  }
  close()
  return merged
}

const meet = (horizontal: Rule, vertical: Rule) =>
  vertical.at >= horizontal.from - near &&
  vertical.at <= horizontal.to + near &&
  horizontal.at >= vertical.from - near &&
  horizontal.at <= vertical.to + near

export interface Frame extends Box {
  horizontal: Rule[]
  vertical: Rule[]
}

const frameOf = (rules: readonly Rule[]): Frame => {
  const horizontal = rules.filter(({ along }) => along === 'x')
  const vertical = rules.filter(({ along }) => along === 'y')
  const xs = [...horizontal.flatMap(({ from, to }) => [from, to]), ...vertical.map(({ at }) => at)]
  const ys = [...vertical.flatMap(({ from, to }) => [from, to]), ...horizontal.map(({ at }) => at)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { horizontal, vertical, left, right, top, bottom }
}

/** Lines of a page that touch each other, each such group a possible table; lines that stand alone are left out. */
export function findFrames(rules: readonly Rule[]): Frame[] {
  if (rules.length > mostRules) return []
  const horizontal = mergeRules(rules.filter(({ along }) => along === 'x'))
  const vertical = mergeRules(rules.filter(({ along }) => along === 'y'))
  const all = [...horizontal, ...vertical]
  const groupOf = new Map<Rule, number>(all.map((rule, at) => [rule, at]))
  const root = all.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (root[top] !== undefined && root[top] !== top) top = root[top] ?? top
    root[at] = top
    return top
  }
  for (const flat of horizontal)
    for (const upright of vertical)
      if (meet(flat, upright)) root[find(groupOf.get(flat) ?? 0)] = find(groupOf.get(upright) ?? 0)
  const groups = new Map<number, Rule[]>()
  all.forEach((rule, at) => groups.set(find(at), [...(groups.get(find(at)) ?? []), rule]))
  return [...groups.values()].map(frameOf).filter((frame) => frame.horizontal.length >= 2 && frame.vertical.length >= 1)
}

/** Positions with those nearer to each other than `slack` taken as one. */
export function clusterPositions(positions: readonly number[], slack: number): number[] {
  const clusters: number[][] = []
  for (const position of [...positions].sort((a, b) => a - b)) {
    const open = clusters.at(-1)
    if (open !== undefined && position - (open.at(-1) ?? position) <= slack) open.push(position)
    else clusters.push([position])
  }
  return clusters.map((cluster) => cluster.reduce((sum, position) => sum + position, 0) / cluster.length)
}
