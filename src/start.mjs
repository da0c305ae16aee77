// `npm start`: sets up what is missing, then serves the product in this same process.
import { loadSettings, setUp } from './set-up.mjs'

try {
  loadSettings()
  setUp()
  const { register } = await import('tsx/esm/api')
  register()
  await import('./main.ts')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
