import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const inWidget = (path: string) => fileURLToPath(new URL(`../../../../channels/web/widget/${path}`, import.meta.url))

export const widgetFile = inWidget('dist/widget.js')

/** Builds the widget where nobody has. */
export async function buildWidget(): Promise<void> {
  if (!existsSync(widgetFile)) await build({ configFile: inWidget('vite.config.ts') })
}
