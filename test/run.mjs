// `npm test`: sets up what is missing, then runs the type check, the linter and every test, and closes with one line of counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setUp } from '../src/set-up.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const counts = { passed: 0, failed: 0, skipped: 0 }

/** @param {string} title @param {string[]} words */
function check(title, words) {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
  if (status === 0) counts.passed += 1
  else counts.failed += 1
  return status === 0
}

/** @param {string} title @param {string} project */
function test(title, project) {
  console.log(`\n— ${title}`)
  const report = join(mkdtempSync(join(tmpdir(), 'civicline-test-')), 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--root',
      '.',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
    ],
    { cwd: root, stdio: 'inherit' },
  )
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    counts.passed += numPassedTests
    counts.skipped += numPendingTests
    counts.failed += numFailedTests > 0 ? numFailedTests : status === 0 ? 0 : Math.max(1, numFailedTestSuites)
  } catch {
    counts.failed += 1
  }
}

try {
  setUp()
  const only = process.argv.slice(2)
  const wanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name)
  if (wanted('check')) {
    check('type check', ['node_modules/typescript/bin/tsc', '--noEmit'])
    check('type check of the widget', [
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '--project',
      'channels/web/widget',
    ])
  }
  if (wanted('lint'))
    check('lint', [
      'node_modules/eslint/bin/eslint.js',
      '--config',
      '.ci/eslint.config.js',
      '--max-warnings',
      '0',
      'src',
      'channels',
      'evals',
      'test',
    ])
  if (wanted('unit')) test('unit tests', 'unit')
  if (wanted('contract')) test('contract tests with real engines', 'contract')
  if (wanted('browser')) test('browser tests', 'browser')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  counts.failed += 1
}
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
)
process.exit(counts.failed === 0 ? 0 : 1)
