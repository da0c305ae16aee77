import { openRoute, type Route } from '../route.ts'
import { staticFile } from '../static-file.ts'

const widget = staticFile({
  paths: [new URL('../widget/dist/widget.js', import.meta.url)],
  type: 'text/javascript; charset=utf-8',
  maxAge: 300,
})
const styles = staticFile({
  paths: ['base', 'portal', 'plain', 'progress'].map((name) => new URL(`../pages/${name}.css`, import.meta.url)),
  type: 'text/css; charset=utf-8',
  maxAge: 300,
})

/** The widget's script and the pages' style sheet. */
export const fileRoutes: readonly Route[] = [
  openRoute({
    method: 'get',
    path: '/widget.js',
    summary: 'The chat widget, for any site by one script tag.',
    gives: { 200: { about: 'The script', type: 'text/javascript' } },
    answer: ({ request }) => widget(request),
  }),
  openRoute({
    method: 'get',
    path: '/pages.css',
    summary: 'The style sheet of the portal and of the plain form.',
    gives: { 200: { about: 'The style sheet', type: 'text/css' } },
    answer: ({ request }) => styles(request),
  }),
]
