// `npm run evals`: sets up what is missing, then runs evals/run.ts (`npm run evals -- laws`: evals/laws/run.ts) in this same process.
import { loadSettings, setUp } from '../src/set-up.mjs'

try {
  setUp()
  loadSettings()
  const { register } = await import('tsx/esm/api')
  register()
  await import(process.argv[2] === 'laws' ? './laws/run.ts' : './run.ts')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
