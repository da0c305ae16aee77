// The commands: sets up what is missing, then runs src/cli.ts in this same process.
import { loadSettings, setUp } from './set-up.mjs'

try {
  loadSettings()
  setUp()
  const { register } = await import('tsx/esm/api')
  register()
  await import('./cli.ts')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
