import type { Route } from './route.ts'

export type RouteMatch =
  | { kind: 'found'; route: Route; values: Readonly<Record<string, string>> }
  | { kind: 'other-method'; allowed: readonly string[] }
  | { kind: 'none' }

const segment = /\{(\w+)\}/gu
const pattern = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replace(segment, '(?<$1>[^/]+)')}/?$`, 'u')

/** Finds routes by method and path; a blank of the path stands for one segment. HEAD is asked as GET. */
export function createMatcher(prefix: string, routes: readonly Route[]) {
  const table = routes.map((route) => ({ route, pattern: pattern(prefix + route.path) }))
  return (method: string, path: string): RouteMatch => {
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
    const fitting = table.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path)
      return found === null ? [] : [{ route, values: { ...found.groups } }]
    })
    const match = fitting.find(({ route }) => route.method === wanted)
    if (match !== undefined) return { kind: 'found', ...match }
    if (fitting.length === 0) return { kind: 'none' }
    return { kind: 'other-method', allowed: fitting.map(({ route }) => route.method.toUpperCase()) }
  }
}
